//! Time and randomness, which tests replace.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant, SystemTime};

/// A future that completes after some time.
pub(crate) type Wait = Pin<Box<dyn Future<Output = ()> + Send + Sync>>;

/// The time and the randomness that a client uses.
pub(crate) trait Clock: Send + Sync + 'static {
    /// The monotonic time, for deadlines and waits.
    fn now(&self) -> Instant;

    /// The wall-clock time, for dates of servers.
    fn system_time(&self) -> SystemTime;

    /// Waits before a retry.
    fn sleep(&self, duration: Duration) -> Wait;

    /// Completes when a time limit has passed.
    fn timer(&self, duration: Duration) -> Wait;

    /// A random number from 0 to 1 that spreads the waits of many clients. Not for secrets.
    fn jitter(&self) -> f64;
}

/// The time of this machine. Waits and timers need a tokio runtime, as does the default transport.
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
