//! Calls that are sent once for each page.

use super::core::Call;
use crate::client::clock::Clock;

/// The id of the operation.
pub(crate) fn id(call: &Call) -> &'static str {
    call.operation.id
}

pub(crate) fn clock(call: &Call) -> &dyn Clock {
    &*call.client.parts().clock
}
