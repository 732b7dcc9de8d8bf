//! Decoding of JSON text to types of any crate.

use serde::de::DeserializeOwned;

use super::around::AROUND;
use super::budget::Budget;
use super::error::DecodeError;
use super::json::without_mark;
use super::metered::Metered;

/// Decodes a value of any type from JSON with a memory limit in bytes.
pub(crate) fn parse_within<T: DeserializeOwned>(
    json: &[u8],
    memory: usize,
) -> Result<T, DecodeError> {
    let mut deserializer = serde_json::Deserializer::from_slice(without_mark(json));
    let budget = Budget::new(memory);
    let parsed = spend(&budget, |budget| {
        T::deserialize(Metered::new(&mut deserializer, budget))
    });
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

/// Calls `decode` with this budget.
fn spend<T>(budget: &Budget, decode: impl FnOnce(&Budget) -> T) -> T {
    AROUND.with(|around| {
        around.swap(budget);
        let decoded = decode(around);
        around.swap(budget);
        decoded
    })
}
