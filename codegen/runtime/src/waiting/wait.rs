//! Options of waits.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::progress::WaitProgress;

/// The options of a wait: its time limit, the interval of its polls, and a callback.
///
/// ```text
/// let wait = Wait::new().at_most(Duration::from_secs(3600)).on_progress(|it| println!("{:?}", it.state()));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Wait {
    pub(super) at_most: Option<Duration>,
    pub(super) interval: Option<Duration>,
    pub(super) max_failed_polls: Option<u32>,
    pub(super) until: Option<Vec<Cow<'static, str>>>,
    pub(super) progress: Option<Arc<Progress>>,
    /// Other origins that a poll may go to.
    pub(super) allowed: Vec<String>,
}

type Progress = dyn Fn(&WaitProgress<'_>) + Send + Sync;

impl Wait {
    /// Creates the default options: the time limit and the interval of the waiter.
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits the time of the wait, which begins after the response of the call that starts the work. The last poll begins
    /// no later than then.
    pub fn at_most(self, time: Duration) -> Self {
        Self {
            at_most: Some(time),
            ..self
        }
    }

    /// Sets the pause between two polls. If a response has a `Retry-After`, that determines the next pause.
    pub fn interval(self, interval: Duration) -> Self {
        Self {
            interval: Some(interval),
            ..self
        }
    }

    /// Sets the states that end the wait successfully, instead of those of the waiter. The other states of success are
    /// pending; states of failure are still failures, unless they are listed here.
    pub fn until<S: Into<Cow<'static, str>>>(self, states: impl IntoIterator<Item = S>) -> Self {
        Self {
            until: Some(states.into_iter().map(Into::into).collect()),
            ..self
        }
    }

    /// Sets the number of polls in a row whose failure ends the wait. Default: 10. Only failures that may be temporary
    /// count: 5xx, 408, 429, and errors of the transport. Any other failure ends the wait at once. Each poll is retried as
    /// any other call before it fails.
    pub fn max_failed_polls(self, polls: u32) -> Self {
        Self {
            max_failed_polls: Some(polls),
            ..self
        }
    }

    /// Calls a function after each poll.
    pub fn on_progress(self, progress: impl Fn(&WaitProgress<'_>) + Send + Sync + 'static) -> Self {
        Self {
            progress: Some(Arc::new(progress)),
            ..self
        }
    }
}

impl fmt::Debug for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("at_most", &self.at_most)
            .field("interval", &self.interval)
            .field("until", &self.until)
            .field("allowed", &self.allowed)
            .field("max_failed_polls", &self.max_failed_polls)
            .finish_non_exhaustive()
    }
}
