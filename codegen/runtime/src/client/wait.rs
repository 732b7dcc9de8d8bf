//! Waiting for what the server does in its own time.

use std::future::Future;
use std::time::Duration;

use super::handle::Client;
use crate::error::call_error::Error;
use crate::net::transport::{TransportError, TransportErrorKind};

/// How long the pause after the first look is.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// How long a pause ever is.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

impl Client {
    /// Looks at something again and again until it is as it should be, such as the status of what a
    /// call has started to create, and gives the last look. `look` is any call; `is_done` should
    /// hold for failures as well, as only the caller knows them. Pauses grow from one second to 30.
    ///
    /// # Errors
    ///
    /// The first one of `look`, and one that [is a timeout](Error::is_timeout) when `is_done` does
    /// not hold within `timeout`.
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
