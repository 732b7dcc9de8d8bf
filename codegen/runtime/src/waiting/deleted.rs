//! Waits for deletion.

use super::finish::finish;
use super::polled::Polled;
use super::table::Goal;
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::core::Call;

/// Polls until the resource does not exist.
pub(crate) async fn gone<P: Polled>(call: Box<Call>, wait: Wait) -> Result<(), WaitError<P::Body>> {
    let finished = finish::<P>(call, Goal::Deleted, wait, None).await?;
    // A resource that does not exist has no response to decode.
    drop(finished);
    Ok(())
}

/// Gives a request builder that polls the method `wait_until_deleted`: `deleted!(Builder: Body)`.
macro_rules! deleted {
    ($name:ident: $body:ty) => {
        impl $name {
            /// Sends the request until the resource does not exist (404). It also resumes a wait after a restart of the
            /// program.
            ///
            /// # Errors
            ///
            /// If the time limit passes, or a request fails for another reason that is not temporary.
            pub fn wait_until_deleted(
                self,
                wait: $crate::Wait,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), $crate::WaitError<$body>>,
            > {
                $crate::waiting::gone::<Self>(self.call, wait)
            }
        }
    };
}
pub(crate) use deleted;
