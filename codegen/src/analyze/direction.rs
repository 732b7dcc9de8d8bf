//! Which way values travel: in requests, in responses, or both.

use std::collections::BTreeSet;

use crate::ir::{
    Access, AdditionalProperties, Api, Operation, Property, Shape, TypeId, TypeRef, TypeTable,
    Variants,
};

/// A way that a value travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Direction {
    /// The client sends it.
    Request,
    /// The client receives it.
    Response,
}

impl Direction {
    /// Both ways, the request first.
    pub(crate) const BOTH: [Self; 2] = [Self::Request, Self::Response];

    /// Whether a value that goes this way has the property at all.
    pub(crate) fn carries(self, property: &Property) -> bool {
        self.admits(property.access)
    }

    /// Whether what these may write goes this way.
    pub(crate) fn admits(self, access: Access) -> bool {
        match access {
            Access::ReadWrite => true,
            Access::ReadOnly => self == Self::Response,
            Access::WriteOnly => self == Self::Request,
        }
    }
}

/// The types that travel each way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directions(BTreeSet<(TypeId, Direction)>);

impl Directions {
    /// Follows every use from the operations down; `skip` says which parameters nobody sets.
    pub(crate) fn of(api: &Api, mut skip: impl FnMut(usize, usize) -> bool) -> Self {
        let mut found = Self::default();
        for (position, operation) in api.operations.iter().enumerate() {
            found.operation(&api.types, operation, |parameter| skip(position, parameter));
        }
        found
    }

    /// Follows every use from one operation down; `skip` says which parameters nobody sets.
    pub(crate) fn operation(
        &mut self,
        types: &TypeTable,
        operation: &Operation,
        mut skip: impl FnMut(usize) -> bool,
    ) {
        for (parameter, declared) in operation.parameters.iter().enumerate() {
            if !skip(parameter) {
                self.follow(types, &declared.ty, Direction::Request);
            }
        }
        for (way, ty) in bodies(operation) {
            self.follow(types, ty, way);
        }
    }

    /// The types that travel any way.
    pub(crate) fn types(&self) -> impl Iterator<Item = TypeId> {
        self.0.iter().map(|(id, _)| *id)
    }

    /// Whether a value of the type goes this way.
    pub(crate) fn contains(&self, id: TypeId, way: Direction) -> bool {
        self.0.contains(&(id, way))
    }

    /// Whether values of the type go both ways.
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

/// What a request and its responses carry besides parameters, in document order.
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
        .chain(response.map(|media| (Direction::Response, &media.ty)))
}

/// The types of what a value of `shape` holds when it goes this way.
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

/// The named types at the bottom of a reference, whatever wraps them: several where it is a tuple.
pub(crate) fn named(ty: &TypeRef) -> Vec<TypeId> {
    match ty {
        TypeRef::Named(id) => vec![*id],
        wrapper => wrapper.parts().iter().flat_map(named).collect(),
    }
}
