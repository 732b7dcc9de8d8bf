//! JSON of values.

use crate::wire::{self, Encode, violation};

/// The JSON of a value. A message about a secret does not quote it.
///
/// # Errors
///
/// Why it cannot be sent, and the place of the value with which that is wrong.
pub(super) fn json(value: &dyn Encode, is_secret: bool) -> Result<Vec<u8>, String> {
    wire::to_vec(value).map_err(|error| match violation::first(value, is_secret) {
        Some((place, rule)) if place.is_empty() => rule,
        Some((place, rule)) => format!("at `{place}`: {rule}"),
        None => error.to_string(),
    })
}
