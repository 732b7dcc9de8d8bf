//! Time and chance, as far as clients need them; tests put their own in place.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant, SystemTime};

/// What ends when some time has passed.
pub(crate) type Wait = Pin<Box<dyn Future<Output = ()> + Send + Sync>>;

/// What a client knows about time.
pub(crate) trait Clock: Send + Sync + 'static {
    /// The time for deadlines and waits: it only goes forward.
    fn now(&self) -> Instant;

    /// The time for what others date.
    fn system_time(&self) -> SystemTime;

    /// Waits before another attempt.
    fn sleep(&self, duration: Duration) -> Wait;

    /// Ends when what has so much time has had it.
    fn timer(&self, duration: Duration) -> Wait;

    /// A number from 0 to 1, by which the waits of many clients are spread. It is not for secrets.
    fn jitter(&self) -> f64;
}

/// The time of this machine. Waits and timers need a runtime of tokio, as the default transport does.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn system_time(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, duration: Duration) -> Wait {
        Box::pin(tokio::time::sleep(duration))
    }

    fn timer(&self, duration: Duration) -> Wait {
        self.sleep(duration)
    }

    fn jitter(&self) -> f64 {
        fastrand::f64()
    }
}
