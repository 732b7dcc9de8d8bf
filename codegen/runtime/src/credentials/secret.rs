//! Strings that are not to be seen.

use std::fmt;
use std::hash::{Hash, Hasher};

use http::HeaderValue;
use http::header::InvalidHeaderValue;

use crate::wire::{self, Decode, Encode, REDACTED, SecretText, Slot, View};

/// A string that is not to be seen: credentials, and each value that the document of the API calls
/// a password.
///
/// It is left out of `{:?}`, `{}` and everything else that this crate prints, and wiped from memory
/// when it is dropped. It is sent as the string that it holds, and so does serde write it.
#[derive(Clone)]
pub struct Secret(SecretText);

impl Secret {
    /// Hides a string.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self(SecretText::new(value.into()))
    }

    /// The string.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.as_str()
    }

    /// The value of an `Authorization` header that carries a token (RFC 6750, 2.1).
    pub(super) fn bearer(&self) -> Result<HeaderValue, InvalidHeaderValue> {
        let mut value = HeaderValue::try_from(["Bearer ", self.expose()].concat())?;
        value.set_sensitive(true);
        Ok(value)
    }
}

/// A header that `{:?}` does not show. The error does not show the value either.
pub(super) fn sensitive(text: &str) -> Result<HeaderValue, InvalidHeaderValue> {
    let mut value = HeaderValue::from_str(text)?;
    value.set_sensitive(true);
    Ok(value)
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
