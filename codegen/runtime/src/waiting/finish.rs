//! Waits for a resource.

use std::time::Duration;

use super::look::States;
use super::polled::Polled;
use super::run::{error, run};
use super::table::Goal;
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::client_of::client_of;
use crate::call::core::Call;
use crate::error::call_error::Error;
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
type Finished<T> = Result<Response<T>, Error>;

/// Polls until the end that is expected.
pub(super) async fn finish<P: Polled>(
    call: Box<Call>,
    goal: Goal,
    wait: Wait,
    first_pause: Option<Duration>,
) -> Result<Finished<P::Body>, WaitError<P::Body>> {
    let client = client_of(&call);
    let waiter = P::waiter();
    let source = P::source(call);
    let states = States {
        waiter,
        goal,
        until: wait.until.as_deref(),
        is_optional: waiter.state.is_empty(),
    };
    let ended = run(&*source.poll, states, &wait, &client, first_pause).await;
    match ended {
        Ok(replies) => Ok((source.decode)(replies)),
        Err(stopped) => Err(error(stopped, waiter.operation.id, &*source.decode)),
    }
}
