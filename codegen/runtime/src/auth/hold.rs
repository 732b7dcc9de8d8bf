//! State of credentials during an attempt.

use std::any::Any;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// State that credentials keep until an attempt ends.
#[derive(Default)]
pub(crate) struct Hold(Mutex<Held>);

#[derive(Default)]
pub(super) struct Held {
    pub(super) state: Option<Box<dyn Any + Send>>,
    pub(super) on_acceptance: Option<Box<dyn FnOnce() + Send>>,
    /// The delays that servers have requested, which do not count towards the timeout of the attempt.
    pub(super) pauses: Duration,
}

impl Hold {
    /// Called when the server has accepted the credentials.
    pub(crate) fn accept(&self) {
        let Held {
            state,
            on_acceptance,
            ..
        } = std::mem::take(&mut *self.held());
        if let Some(work) = on_acceptance {
            work();
        }
        drop(state);
    }

    /// The pauses since the last call of this function.
    pub(crate) fn take_pauses(&self) -> Option<Duration> {
        let pauses = std::mem::take(&mut self.held().pauses);
        (!pauses.is_zero()).then_some(pauses)
    }

    pub(super) fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
