//! Calls that start work, with the polls that follow.

use super::argument::Argument;
use super::begin::begin;
use super::finish::finish;
use super::polled::Polled;
use super::table::Goal;
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::core::Call;
use crate::net::response::Response;

/// Sends a call and polls until the state is one of success.
pub(crate) async fn start<P: Polled>(
    call: Box<Call>,
    server: Option<&'static str>,
    arguments: &'static [Argument],
    wait: Wait,
) -> Result<Response<P::Body>, WaitError<P::Body>> {
    let (poll, pause) = begin(&call, P::waiter(), server, arguments, &wait).await?;
    finish::<P>(poll, Goal::Done, wait, Some(pause))
        .await?
        .map_err(WaitError::Call)
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
