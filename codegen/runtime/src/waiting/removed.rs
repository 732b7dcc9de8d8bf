//! Calls that delete a resource, with the polls that follow.

use super::argument::Argument;
use super::begin::begin;
use super::finish::finish;
use super::polled::Polled;
use super::table::Goal;
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::core::Call;

/// Sends a call and polls until the resource does not exist.
pub(crate) async fn remove<P: Polled>(
    call: Box<Call>,
    server: Option<&'static str>,
    arguments: &'static [Argument],
    wait: Wait,
) -> Result<(), WaitError<P::Body>> {
    let (poll, pause) = begin(&call, P::waiter(), server, arguments, &wait).await?;
    let finished = finish::<P>(poll, Goal::Deleted, wait, Some(pause)).await?;
    // A resource that does not exist has no response to decode.
    drop(finished);
    Ok(())
}

/// Gives a request builder, a struct with a field `call`, the method `send_and_wait`, which waits for deletion:
/// `removed!(Builder => Poll: Body, None, &[..])`, as `started!`. The poll is a builder with `polled!`.
macro_rules! removed {
    ($name:ident => $poll:ty: $body:ty, $server:expr, $arguments:expr) => {
        impl $name {
            /// Sends the request and waits until the resource does not exist (404). Dropping the future ends the wait,
            /// not the work. The timeout and the retries of the call apply to each poll, its headers do not.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send). Also if the time limit passes, or a poll fails for another reason that is not
            /// temporary.
            pub fn send_and_wait(
                self,
                wait: $crate::Wait,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), $crate::WaitError<$body>>,
            > {
                $crate::waiting::remove::<$poll>(self.call, $server, $arguments, wait)
            }
        }
    };
}
pub(crate) use removed;
