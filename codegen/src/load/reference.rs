use super::grammar::Object;
use crate::diagnostic::Pointer;

/// A `$ref`.
pub(crate) struct Reference {
    /// Where it is written.
    pub(crate) at: Pointer,
    /// What it says.
    pub(crate) target: String,
    /// What has to be there.
    pub(crate) object: &'static Object,
}

/// A `$ref` in the place of an object that OpenAPI does not let a document refer to, such as an operation.
pub(crate) struct Misplaced {
    /// Where it is written.
    pub(crate) at: Pointer,
    /// What it says.
    pub(crate) target: String,
}
