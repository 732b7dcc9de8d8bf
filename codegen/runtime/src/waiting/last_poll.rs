//! The last poll of a wait that did not succeed.

use std::fmt;
use std::time::Duration;

use crate::error::call_error::Error;
use crate::net::response::Response;

/// The last poll of a wait that did not succeed.
pub struct LastPoll<T> {
    pub(super) operation: &'static str,
    pub(super) response: Option<Response<T>>,
    pub(super) seen: Seen,
}

/// The state at the end of a wait.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) state: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) elapsed: Duration,
    pub(super) polls: u32,
    pub(super) error: Option<Error>,
}

impl<T> LastPoll<T> {
    /// The state in the last response that had one. Of a list, that of an item that is not done.
    #[must_use]
    pub fn state(&self) -> Option<&str> {
        self.seen.state.as_deref()
    }

    /// The reason of the failure, as the server describes it.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.seen.reason.as_deref()
    }

    /// The last response. `None` if no poll had one, or it could not be decoded.
    #[must_use]
    pub fn response(&self) -> Option<&Response<T>> {
        self.response.as_ref()
    }

    /// Returns the last response.
    #[must_use]
    pub fn into_response(self) -> Option<Response<T>> {
        self.response
    }

    /// The time since the wait began.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.seen.elapsed
    }

    /// The number of polls.
    #[must_use]
    pub fn polls(&self) -> u32 {
        self.seen.polls
    }

    /// The error of the last poll, if it failed.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.seen.error.as_ref()
    }
}

/// Omits the body, which may be secret.
impl<T> fmt::Debug for LastPoll<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LastPoll")
            .field("operation", &self.operation)
            .field("response", &self.response)
            .field("seen", &self.seen)
            .finish()
    }
}
