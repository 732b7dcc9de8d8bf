//! Calls that are sent once for each page.

use std::time::Duration;

use super::core::Call;
use crate::client::clock::Clock;
use crate::client::retry_within::within;

/// The id of the operation.
pub(crate) fn id(call: &Call) -> &'static str {
    call.operation.id
}

pub(crate) fn clock(call: &Call) -> &dyn Clock {
    &*call.client.parts().clock
}

/// Limits the time of all attempts together, if it is not less already.
pub(crate) fn limit(call: &mut Call, time: Duration) {
    let retry = call.options.retry.as_ref();
    let retry = retry.unwrap_or(&call.client.parts().retry);
    call.options.retry = Some(within(retry, time));
}
