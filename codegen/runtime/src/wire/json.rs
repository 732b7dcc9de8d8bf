//! Values to and from JSON text.

use serde::de::DeserializeOwned;

use super::decode::{Decode, Slot};
use super::encode::{Encode, View};
use super::error::{DecodeError, Trace};
use super::read::read;

/// Writes a value as JSON.
///
/// # Errors
///
/// When the value contains a number that is not finite.
pub fn to_vec(value: &dyn Encode) -> Result<Vec<u8>, serde_json::Error> {
    view_to_vec(value.view())
}

fn view_to_vec(view: View<'_>) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&view)
}

/// Reads a value from JSON.
///
/// # Errors
///
/// When the bytes are not JSON or do not have the form of `T`; the error names the place.
pub fn from_slice<T: Decode>(json: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    fill(value.slot(), json)?;
    Ok(value)
}

/// The JSON text without a byte order mark, which parsers may ignore (RFC 8259, 8.1).
pub(crate) fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json)
}

/// Reads a value of any type from JSON, without its byte order mark.
pub(crate) fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_slice(without_mark(json))
}

/// Fills `slot` from JSON.
pub(crate) fn fill(slot: Slot<'_>, json: &[u8]) -> Result<(), DecodeError> {
    let json = without_mark(json);
    let mut trace = Trace::default();
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    read(slot, &mut deserializer, &mut trace)
        .and_then(|()| deserializer.end())
        .map_err(|error| trace.into_error(&error))
}
