//! The progress of waits.

use std::time::Duration;

use crate::error::call_error::Error;

/// One poll of a wait, for [`Wait::on_progress`](crate::Wait::on_progress).
#[derive(Debug)]
pub struct WaitProgress<'a> {
    pub(super) state: Option<&'a str>,
    pub(super) elapsed: Duration,
    pub(super) polls: u32,
    pub(super) error: Option<&'a Error>,
}

impl WaitProgress<'_> {
    /// The state in the last response that had one. Of a list, that of an item that is not done.
    #[must_use]
    pub fn state(&self) -> Option<&str> {
        self.state
    }

    /// The time since the wait began.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The number of polls so far.
    #[must_use]
    pub fn polls(&self) -> u32 {
        self.polls
    }

    /// The error of this poll, if it failed and the wait continues.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error
    }
}
