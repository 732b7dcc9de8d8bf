//! The method of the request builders that poll.

use super::source::Source;
use super::table::Waiter;
use crate::call::core::Call;

/// A request builder whose requests poll.
pub(crate) trait Polled {
    /// The value of a response.
    type Body: 'static;

    fn waiter() -> &'static Waiter;

    /// Polls by this call.
    fn source(call: Box<Call>) -> Source<Self::Body>;
}

/// Gives a request builder, a struct with a field `call`, the method `wait_until_done`: `polled!(Builder, Body, call =>
/// source, Waiter { .. })`. The expression polls by a call.
macro_rules! polled {
    ($name:ident, $body:ty, $call:ident => $source:expr, $waiter:expr) => {
        impl $crate::waiting::Polled for $name {
            type Body = $body;

            fn waiter() -> &'static $crate::waiting::table::Waiter {
                static WAITER: $crate::waiting::table::Waiter = $waiter;
                &WAITER
            }

            fn source(
                $call: ::std::boxed::Box<$crate::call::Call>,
            ) -> $crate::waiting::Source<$body> {
                $source
            }
        }

        impl $name {
            /// Sends the request until the state in the response is one of success, and returns that response. It also
            /// resumes a wait after a restart of the program.
            ///
            /// # Errors
            ///
            /// If the state is one of failure, the time limit passes, or a request fails for a reason that is not
            /// temporary.
            pub fn wait_until_done(
                self,
                wait: $crate::Wait,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<$crate::Response<$body>, $crate::WaitError<$body>>,
            > {
                $crate::waiting::done::<Self>(self.call, wait)
            }
        }
    };
}
pub(crate) use polled;
