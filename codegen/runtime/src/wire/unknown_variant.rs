//! Values of unions without a variant in this version of the crate.

use std::fmt;

use serde::de::{DeserializeOwned, Error as _};
use serde_json::Value;

use super::error::without_text;

/// A value of a union without a variant in this version of the crate: its tag is new, missing or not a string, or it
/// matches no variant or several. It is sent back unchanged.
#[derive(Clone, PartialEq)]
pub struct UnknownVariant(Value);

impl UnknownVariant {
    /// Wraps a value that is sent unchanged.
    #[must_use]
    pub fn new(raw: Value) -> Self {
        Self(raw)
    }

    /// The JSON, including the tag.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.0
    }

    /// Decodes the JSON to a value of a type.
    ///
    /// # Errors
    ///
    /// If it does not have the form of `T`. For a type of this crate, the error contains the path. The error does not
    /// quote text, which may be secret.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        let reason = |error: serde_json::Error| without_text(error.to_string());
        T::deserialize(&self.0).map_err(|error| serde_json::Error::custom(reason(error)))
    }
}

/// Omits the JSON, which may be secret.
impl fmt::Debug for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownVariant").finish_non_exhaustive()
    }
}
