//! JSON of values.

use super::core::Call;
use crate::wire::{self, Encode};

/// The JSON of a value. An error makes the call fail.
pub(super) fn json(call: &mut Call, value: &dyn Encode) -> Option<Vec<u8>> {
    let json = wire::to_vec(value);
    json.map_err(|error| call.problem = Some(error.to_string()))
        .ok()
}
