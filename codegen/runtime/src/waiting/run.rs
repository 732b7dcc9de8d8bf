//! Runs the polls of a wait, and decodes the last response of one that does not succeed.

use std::time::Duration;

use super::driver::{Polling, Stopped};
use super::last_poll::{LastPoll, Seen};
use super::look::States;
use super::poll::{Poll, Replies};
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::client::handle::Client;
use crate::error::call_error::Error;
use crate::net::response::Response;

/// Polls until the wait ends.
pub(super) async fn run(
    poll: &dyn Poll,
    states: States<'_>,
    wait: &Wait,
    client: &Client,
    first_pause: Option<Duration>,
) -> Result<Replies, Stopped> {
    let polling = Polling {
        states,
        wait,
        clock: &*client.parts().clock,
        poll,
        first_pause,
    };
    polling.run().await
}

/// The error of a wait, with the last response.
pub(super) fn error<T>(
    stopped: Stopped,
    operation: &'static str,
    decode: &dyn Fn(Replies) -> Result<Response<T>, Error>,
) -> WaitError<T> {
    let last = |replies: Option<Replies>, mut seen: Seen| {
        let response = replies.map(decode).transpose().unwrap_or_else(|error| {
            seen.error.get_or_insert(error);
            None
        });
        Box::new(LastPoll {
            operation,
            response,
            seen,
        })
    };
    match stopped {
        Stopped::Call(error) => WaitError::Call(error),
        Stopped::Failed(replies, seen) => WaitError::Failed(last(replies, seen)),
        Stopped::TimedOut(replies, seen) => WaitError::TimedOut(last(replies, seen)),
    }
}
