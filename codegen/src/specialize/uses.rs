//! Visits every use of a type.

use crate::ir::{Api, MediaType, Operation, TypeId, TypeRef};

/// Replaces uses of named types by the result of `replacement`.
pub(super) fn replace(api: &mut Api, replacement: &dyn Fn(TypeId) -> Option<TypeRef>) {
    let webhooks = api.webhooks.iter_mut().map(|it| &mut it.ty);
    let uses = api.operations.iter_mut().flat_map(of_operation);
    uses.chain(webhooks)
        .for_each(|ty| replace_in(ty, replacement));
    for id in api.types.iter().map(|ty| ty.id).collect::<Vec<_>>() {
        let shape = &mut api.types.get_mut(id).shape;
        for ty in shape.mentions_mut() {
            replace_in(ty, replacement);
        }
    }
}

/// The types of parameters and bodies of an operation.
pub(super) fn of_operation(operation: &mut Operation) -> impl Iterator<Item = &mut TypeRef> {
    let parameters = operation.parameters.iter_mut().map(|it| &mut it.ty);
    let request = operation
        .request_body
        .iter_mut()
        .flat_map(|body| &mut body.content);
    let responses = operation.responses.iter_mut().flat_map(|response| {
        let headers = response.headers.iter_mut().map(|it| &mut it.ty);
        let content = response.content.iter_mut();
        headers.chain(content.flat_map(MediaType::types_mut))
    });
    parameters
        .chain(request.map(|it| &mut it.ty))
        .chain(responses)
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
