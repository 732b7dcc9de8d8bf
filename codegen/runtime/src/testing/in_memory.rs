//! The in-memory transport.

use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::Method;

use super::recorded::{Seen, key};
use super::{Answer, Operation, Raw, Stub};
use crate::client::clock::{Clock, SystemClock, Wait};
use crate::net::transport::{BoxFuture, Transport, TransportError, TransportErrorKind};

/// A [`Transport`] that returns answers from memory and records every request.
///
/// Clones share answers and requests: pass one clone to [`ClientBuilder::transport`](crate::ClientBuilder::transport)
/// and keep another in the test. The client never sleeps, for example between attempts; see [`waited`](Self::waited).
#[derive(Clone, Default)]
pub struct InMemory(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    routes: BTreeMap<String, Route>,
    seen: Vec<Seen>,
    waited: Duration,
}

#[derive(Default)]
struct Route {
    answers: VecDeque<Answer>,
    respond: Option<Arc<Respond>>,
}

type Respond = dyn Fn(Seen) -> Answer + Send + Sync;

impl InMemory {
    /// Creates a transport without any answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the stub of the operation whose request builder is `O`, such as `api::CreateThing`.
    #[must_use]
    pub fn on<O: Operation>(&self) -> Stub<O> {
        Stub::new(self.clone(), O::id().to_owned())
    }

    /// Returns the stub of a request that is not an operation of the document, such as one to a token endpoint. `path`
    /// is the path of the URL, without the query.
    #[must_use]
    pub fn on_request(&self, method: &Method, path: &str) -> Stub<Raw> {
        Stub::new(self.clone(), key(method, path))
    }

    /// The total time that clients would have slept, between attempts and in [`wait_until`](crate::Client::wait_until).
    /// Their clock advances instead.
    #[must_use]
    pub fn waited(&self) -> Duration {
        self.lock().waited
    }

    /// All requests so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        let state = self.lock();
        state.seen.iter().map(|seen| seen.request.clone()).collect()
    }

    pub(super) fn add(&self, key: &str, answer: Answer) {
        self.lock().route(key).answers.push_back(answer);
    }

    pub(super) fn respond(&self, key: &str, respond: Box<Respond>) {
        self.lock().route(key).respond = Some(respond.into());
    }

    pub(super) fn seen(&self, key: &str) -> Vec<Seen> {
        let state = self.lock();
        let seen = state.seen.iter().filter(|seen| seen.key == key);
        seen.cloned().collect()
    }

    fn answer(&self, seen: &Seen) -> Answer {
        let mut state = self.lock();
        state.seen.push(seen.clone());
        let route = state.routes.get_mut(&seen.key);
        let respond = match route {
            Some(route) => match route.answers.pop_front() {
                Some(answer) => return answer,
                None => route.respond.clone(),
            },
            None => None,
        };
        match respond {
            // The function may use this transport, so it must not run while it is locked.
            Some(respond) => {
                drop(state);
                respond(seen.clone())
            }
            None => Answer::failure(TransportErrorKind::Other, state.unexpected(seen)),
        }
    }

    /// Ignores poisoning, so that another panic does not hide the message of the first.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn route(&mut self, key: &str) -> &mut Route {
        self.routes.entry(key.to_owned()).or_default()
    }

    /// The message for a request without an answer.
    fn unexpected(&self, seen: &Seen) -> String {
        let mut text = format!("the test has no answer for `{}`", seen.key);
        let left = self.routes.iter().filter_map(|(key, route)| {
            let count = route.answers.len();
            match &route.respond {
                Some(_) => Some(format!("`{key}` (any number)")),
                None => (count > 0).then(|| format!("`{key}` ({count})")),
            }
        });
        let left: Vec<_> = left.collect();
        let left = if left.is_empty() {
            "none".to_owned()
        } else {
            left.join(", ")
        };
        // Writing to a string does not fail.
        let _ = write!(text, "; remaining answers: {left}");
        text
    }
}

impl Transport for InMemory {
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        Box::pin(async move {
            let seen = Seen::receive(request).await?;
            self.answer(&seen).into_response(&seen)
        })
    }
}

/// The system's clock, advanced by the time that clients would have slept. Tests never sleep.
impl Clock for InMemory {
    fn now(&self) -> Instant {
        let waited = self.waited();
        SystemClock
            .now()
            .checked_add(waited)
            .unwrap_or(SystemClock.now())
    }

    fn system_time(&self) -> SystemTime {
        let now = SystemClock.system_time();
        now.checked_add(self.waited()).unwrap_or(now)
    }

    fn sleep(&self, duration: Duration) -> Wait {
        let mut state = self.lock();
        state.waited = state.waited.saturating_add(duration);
        Box::pin(std::future::ready(()))
    }

    fn timer(&self, duration: Duration) -> Wait {
        SystemClock.timer(duration)
    }

    fn jitter(&self) -> f64 {
        SystemClock.jitter()
    }
}

/// The clock of a client with this transport, if it is an [`InMemory`].
pub(crate) fn clock(transport: &dyn Any) -> Option<Arc<dyn Clock>> {
    let memory = transport.downcast_ref::<InMemory>()?;
    Some(Arc::new(memory.clone()))
}

/// Prints only the number of requests, since requests and answers may be secret.
impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        f.debug_struct("InMemory")
            .field("scripted", &state.routes.keys())
            .field("requests", &state.seen.len())
            .finish_non_exhaustive()
    }
}
