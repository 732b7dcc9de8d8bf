//! Reports polls to `tracing`, without bodies.

use super::progress::WaitProgress;
#[cfg(feature = "tracing")]
use crate::error::class::class;

/// Reports a poll.
#[cfg(feature = "tracing")]
pub(super) fn poll(operation: &str, progress: &WaitProgress<'_>) {
    let (state, polls) = (progress.state(), progress.polls());
    let elapsed = progress.elapsed();
    let error = progress.error().map(class);
    tracing::debug!(operation, state, polls, ?elapsed, error, "poll");
}

#[cfg(not(feature = "tracing"))]
pub(super) fn poll(_: &str, _: &WaitProgress<'_>) {}
