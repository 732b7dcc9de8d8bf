//! [`Patch`]: a property that can be omitted, `null` or a value.

use super::decode::{Decode, OptionalSlot, Slot};
use super::encode::{Encode, View};

/// A property of a request that is optional and nullable, where omitting it and sending `null` have different effects.
///
/// Typically, an omitted key leaves the property unchanged, and `null` removes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Patch<T> {
    /// The key is omitted.
    #[default]
    Absent,
    /// The key is sent with `null`.
    Null,
    /// The key is sent with a value.
    Value(T),
}

impl<T> Patch<T> {
    /// Returns the value, if any.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Converts to an [`Option`] of the value.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Applies a function to the value, if any.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Encode> Encode for Patch<T> {
    fn view(&self) -> View<'_> {
        match self {
            Self::Absent => View::Absent,
            Self::Null => View::Null,
            Self::Value(value) => value.view(),
        }
    }
}

impl<T: Decode> Decode for Patch<T> {
    fn blank() -> Self {
        Self::Absent
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Optional(self)
    }
}

impl<T: Decode> OptionalSlot for Patch<T> {
    fn clear(&mut self) {
        *self = Self::Null;
    }

    fn fill(&mut self) -> Slot<'_> {
        *self = Self::Value(T::blank());
        match self {
            Self::Value(value) => value.slot(),
            Self::Absent | Self::Null => Slot::Ignored,
        }
    }
}
