//! The thread that serves connections and timers, and the wait for it.

use std::future::pending;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::runtime::{Builder, Handle};

use crate::error::call_error::Error;

/// The subject of errors of the thread.
const SUBJECT: &str = "blocking call";

/// Polls on the current thread until there is a result. The futures need not be `Send`, since only connections and timers
/// move to the other thread.
///
/// # Errors
///
/// If this is code of an asynchronous runtime, or the thread cannot be started.
pub(super) fn drive<T>(mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>) -> Result<T, Error> {
    if Handle::try_current().is_ok() {
        let reason = "a blocking call would stop the asynchronous runtime that runs this code; await the future instead";
        return Err(Error::invalid(SUBJECT, reason));
    }
    let handle = background()?;
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut cx = Context::from_waker(&waker);
    loop {
        let polled = {
            let _inside = handle.enter();
            poll(&mut cx)
        };
        match polled {
            Poll::Ready(value) => return Ok(value),
            // A wake since the poll has left a token, with which this returns at once.
            Poll::Pending => thread::park(),
        }
    }
}

/// Wakes a thread that is parked.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// The runtime of all blocking calls, on a thread that lives as long as the program. It starts with the first call.
fn background() -> Result<Handle, Error> {
    static STARTED: Mutex<Option<Handle>> = Mutex::new(None);
    let mut started = STARTED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*started {
        return Ok(handle.clone());
    }
    let failed = |error: std::io::Error| Error::invalid(SUBJECT, error.to_string());
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(failed)?;
    let handle = runtime.handle().clone();
    let thread = thread::Builder::new().name("http-client".to_owned());
    let serve = move || runtime.block_on(pending::<()>());
    thread.spawn(serve).map_err(failed)?;
    *started = Some(handle.clone());
    Ok(handle)
}
