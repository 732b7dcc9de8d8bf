//! Futures of calls in programs that are not asynchronous.

use std::future::Future;
use std::pin::pin;

use super::drive::drive;
use crate::error::call_error::Error;

/// Waits for the result of a call on the current thread, for programs that are not asynchronous.
///
/// Every future of this crate has the method: those of `send`, `send_with_meta`, `send_stream` and of waits as well as
/// `try_next` and `into_vec` of lists.
pub trait Block: Sized {
    /// The result of the future.
    type Output;

    /// Waits for the result. The first call of a program starts a thread that serves connections and timers.
    ///
    /// # Errors
    ///
    /// As the future, or if this is code of an asynchronous runtime, where waiting would stop other work: await the future
    /// there.
    fn block(self) -> Self::Output;
}

impl<F, T, E> Block for F
where
    F: Future<Output = Result<T, E>>,
    E: From<Error>,
{
    type Output = Result<T, E>;

    fn block(self) -> Result<T, E> {
        let mut future = pin!(self);
        drive(|cx| future.as_mut().poll(cx))?
    }
}
