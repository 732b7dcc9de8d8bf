//! Every place that mentions a type.

use crate::ir::{AdditionalProperties, Api, Operation, Shape, TypeId, TypeRef};

/// Puts what `replacement` gives for a named type where that type is mentioned.
pub(super) fn replace(api: &mut Api, replacement: &dyn Fn(TypeId) -> Option<TypeRef>) {
    let uses = api.operations.iter_mut().flat_map(of_operation);
    uses.for_each(|ty| replace_in(ty, replacement));
    for id in api.types.iter().map(|ty| ty.id).collect::<Vec<_>>() {
        let shape = &mut api.types.get_mut(id).shape;
        for ty in of_shape(shape) {
            replace_in(ty, replacement);
        }
    }
}

fn of_operation(operation: &mut Operation) -> impl Iterator<Item = &mut TypeRef> {
    let parameters = operation.parameters.iter_mut().map(|it| &mut it.ty);
    let request = operation
        .request_body
        .iter_mut()
        .flat_map(|body| &mut body.content);
    let responses = operation.responses.iter_mut().flat_map(|response| {
        let headers = response.headers.iter_mut().map(|it| &mut it.ty);
        headers.chain(response.content.iter_mut().map(|it| &mut it.ty))
    });
    parameters
        .chain(request.map(|it| &mut it.ty))
        .chain(responses)
}

fn of_shape(shape: &mut Shape) -> Vec<&mut TypeRef> {
    match shape {
        Shape::Struct(object) => {
            let properties = object.properties.iter_mut().map(|it| &mut it.ty);
            let kept = match &mut object.additional {
                AdditionalProperties::Kept(ty) => Some(ty),
                AdditionalProperties::Ignored => None,
            };
            properties.chain(kept).collect()
        }
        Shape::Union(union) => union.variants.iter_mut().map(|it| &mut it.ty).collect(),
        Shape::Alias(ty) => vec![ty],
        Shape::Enum(_) | Shape::Scalar(_) => Vec::new(),
    }
}

fn replace_in(ty: &mut TypeRef, replacement: &dyn Fn(TypeId) -> Option<TypeRef>) {
    match ty {
        TypeRef::Named(id) => {
            if let Some(other) = replacement(*id) {
                *ty = other;
            }
        }
        wrapper => {
            let parts = wrapper.parts_mut().iter_mut();
            parts.for_each(|part| replace_in(part, replacement));
        }
    }
}
