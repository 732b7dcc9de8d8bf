//! The types that the commands mention.

use std::collections::BTreeSet;

use crate::ir::{MediaType, Operation, TypeId, TypeRef};
use crate::plan::model::Model;

/// All types that an operation reaches, in both directions. Unlike signatures, flags have the values of discriminators.
pub(super) fn of(model: &Model<'_>) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&TypeRef> = model.api.operations.iter().flat_map(roots).collect();
    while let Some(ty) = open.pop() {
        match ty {
            TypeRef::Named(id) => {
                if found.insert(*id) {
                    open.extend(model.api.types.get(*id).shape.mentions());
                }
            }
            ty => open.extend(ty.parts()),
        }
    }
    found
}

fn roots(operation: &Operation) -> impl Iterator<Item = &TypeRef> {
    let parameters = operation.parameters.iter().map(|it| &it.ty);
    let request = operation.request_body.iter().flat_map(|it| &it.content);
    let responses = operation.responses.iter().flat_map(|it| &it.content);
    parameters.chain(request.chain(responses).flat_map(MediaType::types))
}
