//! Calls within the time of something larger.

use std::time::Duration;

use super::core::Call;
use crate::client::retry_within::within;

/// Limits the time of all attempts together, if it is not less already.
pub(crate) fn limit(call: &mut Call, time: Duration) {
    let retry = call.options.retry.as_ref();
    let retry = retry.unwrap_or(&call.client.parts().retry);
    call.options.retry = Some(within(retry, time));
}
