//! JSON of values.

use crate::wire::{self, Encode, violation};

/// The JSON of a value. A message about a secret does not quote it.
///
/// # Errors
///
/// Why it cannot be sent, and the place of the invalid value in it.
pub(super) fn json(value: &dyn Encode, is_secret: bool) -> Result<Vec<u8>, String> {
    wire::to_vec(value).map_err(|error| violation::explain(value, is_secret, &error))
}
