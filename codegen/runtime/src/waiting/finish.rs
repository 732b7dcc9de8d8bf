//! Runs waits, and decodes their last responses.

use std::time::Duration;

use super::driver::{Polling, Stopped};
use super::last_poll::{LastPoll, Seen};
use super::look::States;
use super::polled::Polled;
use super::source::{Poll, Replies};
use super::table::{Goal, Waiter};
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::client_of::client_of;
use crate::call::core::Call;
use crate::client::handle::Client;
use crate::net::response::Response;

/// Polls until the state is one of success.
pub(crate) async fn done<P: Polled>(
    call: Box<Call>,
    wait: Wait,
) -> Result<Response<P::Body>, WaitError<P::Body>> {
    finish::<P>(call, Goal::Done, wait, None)
        .await?
        .map_err(WaitError::Call)
}

/// The response at the end of a wait, or why it cannot be decoded.
type Finished<T> = Result<Response<T>, crate::Error>;

/// Polls until the end that is expected.
pub(super) async fn finish<P: Polled>(
    call: Box<Call>,
    goal: Goal,
    wait: Wait,
    first_pause: Option<Duration>,
) -> Result<Finished<P::Body>, WaitError<P::Body>> {
    let client = client_of(&call);
    let source = P::source(call);
    let run = run(
        &*source.poll,
        P::waiter(),
        goal,
        &wait,
        &client,
        first_pause,
    );
    let last = |replies: Option<Replies>, mut seen: Seen| {
        let decoded = replies.map(|replies| (source.decode)(replies)).transpose();
        let response = decoded.unwrap_or_else(|error| {
            seen.error.get_or_insert(error);
            None
        });
        Box::new(LastPoll {
            operation: P::waiter().operation.id,
            response,
            seen,
        })
    };
    match run.await {
        Ok(replies) => Ok((source.decode)(replies)),
        Err(Stopped::Call(error)) => Err(WaitError::Call(error)),
        Err(Stopped::Failed(replies, seen)) => Err(WaitError::Failed(last(replies, seen))),
        Err(Stopped::TimedOut(replies, seen)) => Err(WaitError::TimedOut(last(replies, seen))),
    }
}

async fn run(
    poll: &dyn Poll,
    waiter: &'static Waiter,
    goal: Goal,
    wait: &Wait,
    client: &Client,
    first_pause: Option<Duration>,
) -> Result<Replies, Stopped> {
    let polling = Polling {
        states: States {
            waiter,
            goal,
            until: wait.until.as_deref(),
        },
        wait,
        clock: &*client.parts().clock,
        poll,
        first_pause,
    };
    polling.run().await
}
