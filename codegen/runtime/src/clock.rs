//! Time and chance, as far as clients need them; tests put their own in place.

use std::time::{Duration, Instant, SystemTime};

use crate::transport::BoxFuture;

/// What a client knows about time.
pub(crate) trait Clock: Send + Sync + 'static {
    /// The time for deadlines and waits: it only goes forward.
    fn now(&self) -> Instant;

    /// The time for what others date.
    fn system_time(&self) -> SystemTime;

    /// Waits.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;

    /// A number from 0 to 1, by which the waits of many clients are spread. It is not for secrets.
    fn jitter(&self) -> f64;
}

/// The time of this machine. `sleep` needs a runtime of tokio, as the default transport does.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn system_time(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn jitter(&self) -> f64 {
        fastrand::f64()
    }
}
