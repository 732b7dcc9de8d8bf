//! Places in a document.

use super::pointer::Pointer;

/// The place of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// The value that the pointer names.
    Value(Pointer),
    /// The key that the pointer names, where the key itself is at fault.
    Key(Pointer),
    /// A byte offset of the text, for what is wrong before there is any structure.
    Offset(usize),
    /// A place in the overlay with this position among the overlays of the run.
    Overlay(usize, Box<Self>),
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
            Self::Offset(_) | Self::Overlay(..) => self.clone(),
        }
    }

    /// The same place in an overlay.
    #[must_use]
    pub fn in_overlay(self, position: usize) -> Self {
        Self::Overlay(position, Box::new(self))
    }

    /// The place without the overlay that it is in.
    #[must_use]
    pub fn in_its_text(&self) -> &Self {
        match self {
            Self::Overlay(_, location) => location.in_its_text(),
            location => location,
        }
    }

    /// The pointer of a value or key, in its own text.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        match self {
            Self::Value(pointer) | Self::Key(pointer) => Some(pointer),
            Self::Offset(_) => None,
            Self::Overlay(_, location) => location.pointer(),
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
