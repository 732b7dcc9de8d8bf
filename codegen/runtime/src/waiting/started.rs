//! Calls that start work, with the polls that follow.

use std::time::Duration;

use super::argument::{self, Argument};
use super::finish::finish;
use super::polled::Polled;
use super::table::Goal;
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::core::Call;
use crate::call::polling;
use crate::error::call_error::Error;
use crate::net::response::Response;
use crate::net::retry_after;

/// Sends a call and polls until the state is one of success.
pub(crate) async fn start<P: Polled>(
    call: Box<Call>,
    server: Option<&'static str>,
    arguments: &'static [Argument],
    wait: Wait,
) -> Result<Response<P::Body>, WaitError<P::Body>> {
    let (poll, pause) = begin::<P>(&call, server, arguments, &wait).await?;
    finish::<P>(poll, Goal::Done, wait, Some(pause))
        .await?
        .map_err(WaitError::Call)
}

/// Sends a call, and creates the first poll with the pause before it.
pub(super) async fn begin<P: Polled>(
    call: &Call,
    server: Option<&'static str>,
    arguments: &'static [Argument],
    wait: &Wait,
) -> Result<(Box<Call>, Duration), Error> {
    let waiter = P::waiter();
    let reply = call.send().await?;
    let asked = retry_after::from_headers(&reply.headers, reply.received);
    let interval = wait
        .interval
        .unwrap_or(Duration::from_secs(waiter.interval));
    let mut poll = polling::follow(call, waiter.operation, server);
    argument::set(&mut poll, arguments, call, reply)?;
    Ok((poll, asked.unwrap_or(interval)))
}

/// Gives a request builder, a struct with a field `call`, the method `send_and_wait`: `started!(Builder => Poll: Body,
/// None, &[..])`, with the server of the poll if it has one of its own. The poll is a builder with `polled!`.
macro_rules! started {
    ($name:ident => $poll:ty: $body:ty, $server:expr, $arguments:expr) => {
        impl $name {
            /// Sends the request, waits until the server has done the work, and returns the last response of the polls.
            /// Dropping the future ends the wait, not the work. The timeout and the retries of the call apply to each
            /// poll, its headers do not.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send). Also if the state is one of failure, the time limit passes, or a poll fails for
            /// a reason that is not temporary.
            pub fn send_and_wait(
                self,
                wait: $crate::Wait,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<$crate::Response<$body>, $crate::WaitError<$body>>,
            > {
                $crate::waiting::start::<$poll>(self.call, $server, $arguments, wait)
            }
        }
    };
}
pub(crate) use started;
