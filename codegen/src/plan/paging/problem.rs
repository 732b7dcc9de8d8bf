//! Why a description of pages does not fit an operation.

use crate::diagnostic::Pointer;
use crate::ir::BodyPath;

/// Why a description of pages does not fit an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The operation does not return JSON of one type.
    NoBody,
    /// It does not tell how the next page is requested.
    NoNext,
    /// It does not tell which property is the list, and there is not exactly one.
    NoItems,
    /// The operation has no parameter of this name, or several.
    Parameter(String),
    /// The value has no property at this path.
    Property(BodyPath),
    /// The property is not a list.
    NotAList(BodyPath),
    /// It does not tell the number of the first page.
    NoFirst(String),
}

impl Problem {
    /// The end of a message about an operation.
    pub(super) fn message(&self) -> String {
        match self {
            Self::NoBody => "does not return JSON of one type".to_owned(),
            Self::NoNext => "has pages, but nothing tells how the next one is requested".to_owned(),
            Self::NoItems => "has pages, but not exactly one list of items".to_owned(),
            Self::Parameter(name) => format!("does not have exactly one parameter `{name}`"),
            Self::Property(path) => format!("returns nothing at `{}`", pointer(path)),
            Self::NotAList(path) => format!("returns no list at `{}`", pointer(path)),
            Self::NoFirst(name) => {
                format!("has pages, but nothing tells whether `{name}` begins with 0 or 1")
            }
        }
    }
}

/// A path as a JSON Pointer.
pub(super) fn pointer(path: &BodyPath) -> String {
    let place = path.iter().fold(Pointer::root(), |at, key| at.key(key));
    place.as_str().to_owned()
}
