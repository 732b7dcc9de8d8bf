//! Values of unions that this version of the crate does not know.

use std::fmt;

use serde::de::{DeserializeOwned, Error as _};
use serde_json::Value;

use super::error::without_text;

/// A value of a union that this version of the crate does not know: its tag is new, absent or no
/// string, or it looks like no variant or like several. It goes back out as it came in.
#[derive(Clone, PartialEq)]
pub struct UnknownVariant(Value);

impl UnknownVariant {
    /// Wraps a value that is to be sent as it is.
    #[must_use]
    pub fn new(raw: Value) -> Self {
        Self(raw)
    }

    /// The JSON, with its tag.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.0
    }

    /// Reads the JSON as a value of a type.
    ///
    /// # Errors
    ///
    /// When it does not have the form of `T`; for a type of this crate, the error names the place. The error does not
    /// quote text, which may be secret.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        let reason = |error: serde_json::Error| without_text(error.to_string());
        T::deserialize(&self.0).map_err(|error| serde_json::Error::custom(reason(error)))
    }
}

/// What is unknown may be secret, so `Debug` does not show it.
impl fmt::Debug for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownVariant").finish_non_exhaustive()
    }
}
