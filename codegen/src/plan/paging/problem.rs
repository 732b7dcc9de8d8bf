use crate::ir::BodyPath;

/// Why a description of pages does not fit an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// It does not tell how the next page is requested.
    NoNext,
    /// It does not tell which property is the list, and there is not exactly one.
    NoItems,
    /// The operation has no parameter of this name, or several.
    Parameter(String),
    /// The body has no property at this path.
    Property(BodyPath),
    /// The property is not a list.
    NotAList(BodyPath),
    /// It does not tell the number of the first page.
    NoFirst(String),
}
