//! Polls until a wait ends.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use http::StatusCode;

use super::last_poll::Seen;
use super::look::{Look, Meaning, States};
use super::poll::{Poll, Replies};
use super::progress::WaitProgress;
use super::table::Goal;
use super::trace;
use super::wait::Wait;
use crate::client::clock::Clock;
use crate::error::call_error::Error;
use crate::net::retry_after;

/// The number of polls in a row whose failure ends a wait by default.
const MAX_FAILED_POLLS: u32 = 10;

/// The least time that a poll has, however little is left of the wait.
const LEAST_TIME: Duration = Duration::from_secs(10);

/// The shortest pause: a server may ask for none.
const LEAST_PAUSE: Duration = Duration::from_secs(1);

/// A wait whose result is not decoded yet.
pub(super) struct Polling<'a> {
    pub(super) states: States<'a>,
    pub(super) wait: &'a Wait,
    pub(super) clock: &'a dyn Clock,
    pub(super) poll: &'a dyn Poll,
    /// The pause before the first poll, if there is one.
    pub(super) first_pause: Option<Duration>,
}

/// The end of a wait that does not succeed.
pub(super) enum Stopped {
    Call(Error),
    Failed(Option<Replies>, Seen),
    TimedOut(Option<Replies>, Seen),
}

/// The polls so far.
struct Past {
    began: Instant,
    polls: u32,
    /// The number of polls in a row that failed.
    failed: u32,
    state: Option<String>,
    replies: Option<Replies>,
    error: Option<Error>,
}

/// The last responses of a wait that succeeds; none if the resource does not exist.
type End = Result<Replies, Stopped>;

impl Polling<'_> {
    pub(super) async fn run(self) -> End {
        let mut past = Past {
            began: self.clock.now(),
            polls: 0,
            failed: 0,
            state: None,
            replies: None,
            error: None,
        };
        let mut pause = self.first_pause;
        loop {
            if let Some(pause) = pause {
                let left = self.left(&past);
                if left.is_zero() {
                    let seen = past.seen(self.clock, None);
                    return Err(Stopped::TimedOut(past.replies, seen));
                }
                self.clock.sleep(pause.min(left)).await;
            }
            let time = self.left(&past).max(LEAST_TIME);
            let result = self.poll.poll(Some(time)).await;
            past.polls = past.polls.saturating_add(1);
            pause = match self.step(&mut past, result) {
                ControlFlow::Continue(pause) => Some(pause.max(LEAST_PAUSE)),
                ControlFlow::Break(end) => return end,
            };
        }
    }

    /// The end of the wait, or the pause before the next poll.
    fn step(&self, past: &mut Past, result: Result<Replies, Error>) -> ControlFlow<End, Duration> {
        match result {
            Ok(replies) => self.answered(past, replies),
            Err(error) if self.states.goal == Goal::Deleted && is_gone(&error) => {
                ControlFlow::Break(Ok(Vec::new()))
            }
            Err(error) => self.failed(past, error),
        }
    }

    fn answered(&self, past: &mut Past, replies: Replies) -> ControlFlow<End, Duration> {
        let Look {
            state,
            reason,
            meaning,
        } = self.states.look(&replies);
        past.failed = 0;
        past.error = None;
        past.state = state.or(past.state.take());
        self.report(past);
        match meaning {
            Meaning::Done => ControlFlow::Break(Ok(replies)),
            Meaning::Failed => {
                let seen = past.seen(self.clock, reason);
                ControlFlow::Break(Err(Stopped::Failed(Some(replies), seen)))
            }
            Meaning::Pending => {
                let asked = replies
                    .iter()
                    .filter_map(|reply| retry_after::from_headers(&reply.headers, reply.received));
                let pause = asked.max().unwrap_or_else(|| self.interval());
                past.replies = Some(replies);
                ControlFlow::Continue(pause)
            }
        }
    }

    fn failed(&self, past: &mut Past, error: Error) -> ControlFlow<End, Duration> {
        past.failed = past.failed.saturating_add(1);
        let most = self.wait.max_failed_polls.unwrap_or(MAX_FAILED_POLLS);
        if !is_temporary(&error) || past.failed >= most {
            return ControlFlow::Break(Err(Stopped::Call(error)));
        }
        let pause = error.retry_after().unwrap_or_else(|| self.interval());
        past.error = Some(error);
        self.report(past);
        ControlFlow::Continue(pause)
    }

    fn report(&self, past: &Past) {
        let progress = WaitProgress {
            state: past.state.as_deref(),
            elapsed: past.elapsed(self.clock),
            polls: past.polls,
            error: past.error.as_ref(),
        };
        trace::poll(self.states.waiter.operation.id, &progress);
        if let Some(call) = &self.wait.progress {
            call(&progress);
        }
    }

    fn interval(&self) -> Duration {
        let seconds = self.states.waiter.interval;
        self.wait.interval.unwrap_or(Duration::from_secs(seconds))
    }

    fn left(&self, past: &Past) -> Duration {
        let seconds = self.states.waiter.at_most;
        let most = self.wait.at_most.unwrap_or(Duration::from_secs(seconds));
        most.saturating_sub(past.elapsed(self.clock))
    }
}

impl Past {
    fn elapsed(&self, clock: &dyn Clock) -> Duration {
        clock.now().saturating_duration_since(self.began)
    }

    fn seen(&mut self, clock: &dyn Clock, reason: Option<String>) -> Seen {
        Seen {
            state: self.state.take(),
            reason,
            elapsed: self.elapsed(clock),
            polls: self.polls,
            error: self.error.take(),
        }
    }
}

/// Whether the error means that the resource does not exist.
fn is_gone(error: &Error) -> bool {
    error.is_not_found() || error.status() == Some(StatusCode::GONE)
}

/// Whether the next poll may succeed.
fn is_temporary(error: &Error) -> bool {
    error.is_server_error() || error.is_retryable() || error.is_timeout()
}
