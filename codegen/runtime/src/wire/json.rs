//! Encoding and decoding of JSON text.

use super::budget::{Budget, default_limit};
use super::decode::{Decode, Slot};
use super::encode::{Encode, View};
use super::error::{DecodeError, Trace};
use super::read::read;

/// Encodes a value as JSON.
///
/// # Errors
///
/// If the value contains a number that is not finite.
pub fn to_vec(value: &dyn Encode) -> Result<Vec<u8>, serde_json::Error> {
    view_to_vec(value.view())
}

fn view_to_vec(view: View<'_>) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&view)
}

/// Decodes a value from JSON.
///
/// # Errors
///
/// If the bytes are not JSON or do not have the form of `T`, or if the value takes more than 64 MiB of memory and more
/// than 16 times the size of the bytes. The error contains the path.
pub fn from_slice<T: Decode>(json: &[u8]) -> Result<T, DecodeError> {
    from_slice_within(json, default_limit(json.len()))
}

/// Decodes a value from JSON with a memory limit in bytes.
pub(crate) fn from_slice_within<T: Decode>(json: &[u8], memory: usize) -> Result<T, DecodeError> {
    let mut value = T::blank();
    fill(value.slot(), json, memory)?;
    Ok(value)
}

/// Removes a byte order mark, which parsers may ignore (RFC 8259, 8.1).
pub(crate) fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json)
}

/// Fills `slot` from JSON with a memory limit in bytes.
pub(crate) fn fill(slot: Slot<'_>, json: &[u8], memory: usize) -> Result<(), DecodeError> {
    let json = without_mark(json);
    let mut trace = Trace::new(Budget::new(memory));
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    read(slot, &mut deserializer, &mut trace)
        .and_then(|()| deserializer.end())
        .map_err(|error| trace.into_error(&error))
}
