//! Secret strings.

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::wire::decode::Slot;
use crate::wire::encode::View;
use crate::wire::redacted::REDACTED;
use crate::wire::secret::SecretText;
use crate::wire::{self, Decode, Encode};

/// A secret string: a part of credentials, or a value with the format `password`.
///
/// It is omitted from `{:?}`, `{}` and everything else that this crate prints, and wiped from memory when it is dropped.
/// Requests and serde write the string itself.
#[derive(Clone)]
pub struct Secret(SecretText);

impl Secret {
    /// Wraps a string.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self(SecretText::new(value.into()))
    }

    /// The string.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.as_str()
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl Hash for Secret {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.expose().hash(state);
    }
}

impl Encode for Secret {
    fn view(&self) -> View<'_> {
        View::Secret(&self.0)
    }
}

impl Decode for Secret {
    fn blank() -> Self {
        Self::new(String::new())
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Secret(&mut self.0)
    }
}

wire::forward!(Secret);
