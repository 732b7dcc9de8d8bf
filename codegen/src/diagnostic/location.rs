//! Places in a document.

use super::pointer::Pointer;

/// Where in the document a finding is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// The value that the pointer names.
    Value(Pointer),
    /// The key that the pointer names, where the key itself is at fault.
    Key(Pointer),
    /// A byte offset of the text, for what is wrong before there is any structure.
    Offset(usize),
}

impl Location {
    /// The key that `pointer` names.
    #[must_use]
    pub fn key(pointer: &Pointer) -> Self {
        Self::Key(pointer.clone())
    }

    /// The location with another pointer.
    pub(super) fn placed(&self, place: impl Fn(&Pointer) -> Pointer) -> Self {
        match self {
            Self::Value(pointer) => Self::Value(place(pointer)),
            Self::Key(pointer) => Self::Key(place(pointer)),
            Self::Offset(offset) => Self::Offset(*offset),
        }
    }

    /// The pointer of a value or key.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        match self {
            Self::Value(pointer) | Self::Key(pointer) => Some(pointer),
            Self::Offset(_) => None,
        }
    }
}

impl From<Pointer> for Location {
    fn from(pointer: Pointer) -> Self {
        Self::Value(pointer)
    }
}

impl From<&Pointer> for Location {
    fn from(pointer: &Pointer) -> Self {
        Self::Value(pointer.clone())
    }
}
