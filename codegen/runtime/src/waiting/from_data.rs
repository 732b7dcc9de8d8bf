//! Waits that are data, for the command line.

use std::time::Duration;

use serde_json::Value;

use super::argument::Argument;
use super::begin::begin;
use super::look::States;
use super::run::{error, run};
use super::table::{Goal, Waiter};
use super::wait::Wait;
use super::wait_error::WaitError;
use super::{Source, call};
use crate::call::client_of::client_of;
use crate::call::core::Call;
use crate::net::reply::Reply;
use crate::net::response::Response;

/// The last response; none if the resource does not exist.
type Last = Result<Option<Response<Value>>, WaitError<Value>>;

/// Sends a call and polls until the work is done.
pub(crate) async fn after(
    call: Box<Call>,
    waiter: &Waiter,
    server: Option<&'static str>,
    arguments: &[Argument],
    goal: Goal,
    wait: Wait,
) -> Last {
    let (poll, pause) = begin(&call, waiter, server, arguments, &wait).await?;
    polls(poll, waiter, goal, wait, Some(pause)).await
}

/// Polls by a call until the work is done.
pub(crate) async fn until(call: Box<Call>, waiter: &Waiter, goal: Goal, wait: Wait) -> Last {
    polls(call, waiter, goal, wait, None).await
}

async fn polls(
    poll: Box<Call>,
    waiter: &Waiter,
    goal: Goal,
    wait: Wait,
    pause: Option<Duration>,
) -> Last {
    let client = client_of(&poll);
    let source: Source<Value> = call(poll, Reply::read_any);
    let states = States {
        waiter,
        goal,
        until: None,
        is_optional: waiter.state.is_empty(),
    };
    match run(&*source.poll, states, &wait, &client, pause).await {
        Ok(replies) if replies.is_empty() => Ok(None),
        Ok(replies) => Ok(Some((source.decode)(replies)?)),
        Err(stopped) => Err(error(stopped, waiter.operation.id, &*source.decode)),
    }
}
