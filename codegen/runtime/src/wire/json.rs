//! Encoding and decoding of JSON text.

use serde::de::DeserializeOwned;

use super::budget::{Budget, default_limit};
use super::decode::{Decode, Slot};
use super::encode::{Encode, View};
use super::error::{DecodeError, Trace};
use super::metered::Metered;
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

/// Decodes a value of any type from JSON with a memory limit in bytes.
pub(crate) fn parse_within<T: DeserializeOwned>(
    json: &[u8],
    memory: usize,
) -> Result<T, DecodeError> {
    let mut deserializer = serde_json::Deserializer::from_slice(without_mark(json));
    let budget = Budget::new(memory);
    let parsed = budget.spend(|budget| T::deserialize(Metered::new(&mut deserializer, budget)));
    let parsed = parsed.and_then(|value| deserializer.end().map(|()| value));
    parsed.map_err(|error| match budget.exceeded() {
        Some(limit) => DecodeError::too_large(String::new(), limit),
        None => DecodeError::new(String::new(), place(&error)),
    })
}

/// The line and column of an error in JSON. The message of serde is omitted, because it may quote a secret.
fn place(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    format!("not the expected form at line {line} column {column}")
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
