use super::{Docs, TypeRef};
use crate::diagnostic::Pointer;

/// A request that the server sends: a webhook or a callback.
#[derive(Clone, Debug, PartialEq)]
pub struct Webhook {
    /// Its name in the document.
    pub name: String,
    /// The location of its operation.
    pub origin: Pointer,
    /// The names of its headers.
    pub headers: Vec<String>,
    /// The type of its body.
    pub ty: TypeRef,
    /// The documentation in the document.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
}
