//! Waits for conditions that only the caller knows.

use std::future::Future;
use std::time::Duration;

use super::handle::Client;
use crate::error::call_error::Error;
use crate::net::transport::{TransportError, TransportErrorKind};

/// The pause after the first call.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

impl Client {
    /// Repeats a call until a condition holds, such as the state of a resource that another call has started to create, and
    /// returns the last result. `is_done` should return true for states of failure as well. The pauses between calls grow
    /// from one second to 30.
    ///
    /// # Errors
    ///
    /// The first error of `look`, or one that [is a timeout](Error::is_timeout) if the condition does not hold within
    /// `timeout`.
    pub async fn wait_until<T, F: Future<Output = Result<T, Error>>>(
        &self,
        mut look: impl FnMut() -> F,
        mut is_done: impl FnMut(&T) -> bool,
        timeout: Duration,
    ) -> Result<T, Error> {
        let end = self.parts().clock.now().checked_add(timeout);
        let mut pause = FIRST_PAUSE;
        loop {
            let seen = look().await?;
            if is_done(&seen) {
                return Ok(seen);
            }
            let left = end.map(|end| end.saturating_duration_since(self.parts().clock.now()));
            if left.is_some_and(|left| left <= pause) {
                let error = TransportError::new(TransportErrorKind::Timeout);
                return Err(Error::transport("wait_until", error));
            }
            self.parts().clock.sleep(pause).await;
            pause = pause.saturating_mul(2).min(LONGEST_PAUSE);
        }
    }
}
