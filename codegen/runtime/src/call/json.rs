//! JSON of values.

use crate::wire::{self, Encode, violation};

/// The JSON of a value.
///
/// # Errors
///
/// Why it cannot be sent, and the place of the value with which that is wrong.
pub(super) fn json(value: &dyn Encode) -> Result<Vec<u8>, String> {
    wire::to_vec(value).map_err(|error| match violation::first(value) {
        Some((place, rule)) if place.is_empty() => rule,
        Some((place, rule)) => format!("at `{place}`: {rule}"),
        None => error.to_string(),
    })
}
