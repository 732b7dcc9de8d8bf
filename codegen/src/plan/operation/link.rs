use super::super::docs::MethodLink;
use super::super::model::{Model, NamedOperation};

/// The link to the method of an operation.
pub(super) fn link<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> MethodLink<'a> {
    MethodLink {
        handle: &model.tag(operation).ident,
        method: &operation.names.method,
    }
}
