//! Properties that all variants of a union have, in a value without a variant.

use serde_json::Value;

use super::decode::Decode;
use super::forward::deserialize;
use super::unknown_variant::UnknownVariant;

impl UnknownVariant {
    /// The value at a key, if it has the type.
    pub(crate) fn property<T: Decode>(&self, key: &str) -> Option<T> {
        let value = self.raw().get(key).filter(|value| !Value::is_null(value));
        deserialize(value?).ok()
    }
}
