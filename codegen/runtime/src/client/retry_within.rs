//! Retries within the time of something larger.

use std::time::Duration;

use super::retry::Retry;

/// The same policy with at most this time for a call.
pub(crate) fn within(retry: &Retry, time: Duration) -> Retry {
    let deadline = retry.deadline.map_or(time, |deadline| deadline.min(time));
    retry.clone().deadline(deadline)
}
