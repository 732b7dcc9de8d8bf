//! The direction of values: in requests, in responses, or both.

use std::collections::BTreeSet;

use crate::ir::{
    AdditionalProperties, Api, Direction, MediaType, Operation, ParameterId, Shape, TypeId,
    TypeRef, TypeTable, Variants,
};

/// The types by direction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directions(BTreeSet<(TypeId, Direction)>);

impl Directions {
    /// Collects the types of all operations, except for parameters for which `skip` is true.
    pub(crate) fn of(api: &Api, mut skip: impl FnMut(usize, ParameterId) -> bool) -> Self {
        let mut found = Self::default();
        for (position, operation) in api.operations.iter().enumerate() {
            found.operation(&api.types, operation, |parameter| skip(position, parameter));
        }
        for webhook in &api.webhooks {
            found.follow(&api.types, &webhook.ty, Direction::Response);
        }
        found
    }

    /// Collects the types of one operation, except for parameters for which `skip` is true.
    pub(crate) fn operation(
        &mut self,
        types: &TypeTable,
        operation: &Operation,
        skip: impl FnMut(ParameterId) -> bool,
    ) {
        for (way, ty) in roots(operation, skip) {
            self.follow(types, ty, way);
        }
    }

    /// Whether values of the type have this direction.
    pub(crate) fn contains(&self, id: TypeId, way: Direction) -> bool {
        self.0.contains(&(id, way))
    }

    /// Whether values of the type have both directions.
    pub(crate) fn both(&self, id: TypeId) -> bool {
        self.contains(id, Direction::Request) && self.contains(id, Direction::Response)
    }

    pub(crate) fn follow(&mut self, types: &TypeTable, root: &TypeRef, way: Direction) {
        let mut open: Vec<TypeId> = named(root);
        while let Some(id) = open.pop() {
            if self.0.insert((id, way)) {
                open.extend(uses(&types.get(id).shape, way).flat_map(named));
            }
        }
    }
}

/// The types that an operation mentions, except for parameters for which `skip` is true.
pub(crate) fn roots(
    operation: &Operation,
    mut skip: impl FnMut(ParameterId) -> bool,
) -> impl Iterator<Item = (Direction, &TypeRef)> {
    let parameters = operation.parameter_ids().filter(move |id| !skip(*id));
    parameters
        .map(|id| (Direction::Request, &operation.parameter(id).ty))
        .chain(bodies(operation))
}

/// The bodies of a request and its responses, in document order.
pub(crate) fn bodies(operation: &Operation) -> impl Iterator<Item = (Direction, &TypeRef)> {
    let request = operation.request_body.iter().flat_map(|body| &body.content);
    let headers = operation
        .responses
        .iter()
        .flat_map(|answer| &answer.headers);
    let response = operation
        .responses
        .iter()
        .flat_map(|answer| &answer.content);
    request
        .map(|media| (Direction::Request, &media.ty))
        .chain(headers.map(|header| (Direction::Response, &header.ty)))
        .chain(
            response
                .flat_map(MediaType::types)
                .map(|ty| (Direction::Response, ty)),
        )
}

/// The types in a value of `shape` in this direction.
pub(crate) fn uses(shape: &Shape, way: Direction) -> impl Iterator<Item = &TypeRef> {
    let (properties, kept) = match shape {
        Shape::Struct(object) => match &object.additional {
            AdditionalProperties::Kept(ty) => (object.properties.as_slice(), Some(ty)),
            AdditionalProperties::Ignored => (object.properties.as_slice(), None),
        },
        Shape::Alias(ty) => (&[][..], Some(ty)),
        Shape::Union(_) | Shape::Enum(_) | Shape::Scalar(_) => (&[][..], None),
    };
    let variants = match shape {
        Shape::Union(union) => Some(&union.variants),
        _ => None,
    };
    properties
        .iter()
        .filter(move |property| way.carries(property))
        .map(|property| &property.ty)
        .chain(kept)
        .chain(
            variants
                .into_iter()
                .flat_map(Variants::iter)
                .map(|variant| &variant.ty),
        )
}

/// The named types inside a reference: several in a tuple.
pub(crate) fn named(ty: &TypeRef) -> Vec<TypeId> {
    match ty {
        TypeRef::Named(id) => vec![*id],
        wrapper => wrapper.parts().iter().flat_map(named).collect(),
    }
}
