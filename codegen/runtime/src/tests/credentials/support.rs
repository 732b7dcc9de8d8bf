//! A server and a clock in memory.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::{HeaderValue, Method};
use tokio::sync::watch;

use crate::call::Operation;
use crate::call::{self, Call};
use crate::client::clock::{Clock, Wait};
use crate::tests::support::received;
use crate::tests::support::with_clock;
use crate::{BoxFuture, Client, ClientBuilder, Transport, TransportError};

pub(super) type Request = http::Request<Bytes>;
pub(super) type Response = http::Response<Bytes>;

type Answer = dyn Fn(&Request) -> Result<Response, TransportError> + Send + Sync;

/// Answers with what a function makes of the request.
#[derive(Clone)]
pub(super) struct Server {
    answer: Arc<Answer>,
    pub(super) requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    pub(super) fn new(answer: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Self {
        Self::failing(move |request| Ok(answer(request)))
    }

    pub(super) fn failing(
        answer: impl Fn(&Request) -> Result<Response, TransportError> + Send + Sync + 'static,
    ) -> Self {
        Self {
            answer: Arc::new(answer),
            requests: Arc::default(),
        }
    }

    pub(super) fn builder(&self) -> ClientBuilder {
        Client::builder().transport(self.clone())
    }

    /// The requests to `path`.
    pub(super) fn requests_to(&self, path: &str) -> Vec<Request> {
        let requests = self.requests.lock().unwrap();
        let is_it = |it: &&Request| it.uri().path() == path;
        requests.iter().filter(is_it).cloned().collect()
    }

    pub(super) fn count(&self, path: &str) -> usize {
        self.requests_to(path).len()
    }
}

impl Transport for Server {
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        Box::pin(async move {
            let request = received(request);
            // Others come in between, as they do on a network.
            tokio::task::yield_now().await;
            let answer = (self.answer)(&request);
            self.requests.lock().unwrap().push(request);
            answer.map(Into::into)
        })
    }
}

pub(super) fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Response {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let body = Bytes::copy_from_slice(body.as_bytes());
    response.body(body).unwrap()
}

/// Sells `token-1`, `token-2` and so on, each for an hour, accepts the last one that it sold, and
/// takes any back.
pub(super) fn token_server() -> Server {
    let sold = AtomicUsize::new(0);
    Server::new(move |request| {
        if request.uri().path().ends_with(TOKEN_PATH) {
            return token(sold.fetch_add(1, Ordering::SeqCst) + 1);
        }
        if request.uri().path() == REVOCATION_PATH {
            return response(200, &[], "");
        }
        let wanted = format!("Bearer token-{}", sold.load(Ordering::SeqCst));
        let accepted = request.headers()["authorization"] == wanted.as_str();
        response(if accepted { 200 } else { 401 }, &[], "")
    })
}

pub(super) fn token(number: usize) -> Response {
    let body =
        format!(r#"{{"access_token":"token-{number}","expires_in":3600,"token_type":"Bearer"}}"#);
    response(200, &[], &body)
}

pub(super) const TOKEN_PATH: &str = "/api/oauth/token";
pub(super) const REVOCATION_PATH: &str = "/api/oauth/revoke";
pub(super) const THING_PATH: &str = "/things";

/// An operation that takes every scheme of the document.
pub(super) static THING: Operation = Operation {
    id: "getThing",
    method: Method::POST,
    path: THING_PATH,
    parameters: &[],
    content_type: Some(HeaderValue::from_static("text/plain")),
    accept: None,
    security: &[&["ServiceAccounts"], &["DigestAuth"]],
    envelope: None,
};

#[derive(Clone)]
pub(super) struct GetThing {
    call: Box<Call>,
}
call::operation!(GetThing -> ());

pub(super) fn call(client: &Client) -> GetThing {
    call_of(client, &THING)
}

pub(super) fn call_of(client: &Client, operation: &'static Operation) -> GetThing {
    let mut call = Call::new(client, operation);
    call.raw_body("body");
    GetThing { call }
}

/// A clock that stands still but for waits, which it notes. Timers end when a test lets time pass.
#[derive(Clone)]
pub(super) struct StoppedClock {
    start: Instant,
    passed: Arc<Mutex<Duration>>,
    advanced: watch::Sender<Duration>,
    pub(super) waits: Arc<Mutex<Vec<Duration>>>,
    pub(super) timers: Arc<Mutex<Vec<Duration>>>,
}

impl StoppedClock {
    pub(super) fn new() -> Self {
        Self {
            start: Instant::now(),
            passed: Arc::default(),
            advanced: watch::Sender::default(),
            waits: Arc::default(),
            timers: Arc::default(),
        }
    }

    pub(super) fn advance(&self, seconds: u64) {
        let duration = Duration::from_secs(seconds);
        *self.passed.lock().unwrap() += duration;
        self.advanced.send_modify(|advanced| *advanced += duration);
    }

    fn passed(&self) -> Duration {
        *self.passed.lock().unwrap()
    }

    pub(super) fn waited(&self) -> Vec<f64> {
        let waits = self.waits.lock().unwrap();
        waits.iter().map(Duration::as_secs_f64).collect()
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> Instant {
        self.start + self.passed()
    }

    fn system_time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000) + self.passed()
    }

    fn sleep(&self, duration: Duration) -> Wait {
        *self.passed.lock().unwrap() += duration;
        self.waits.lock().unwrap().push(duration);
        Box::pin(std::future::ready(()))
    }

    fn timer(&self, duration: Duration) -> Wait {
        self.timers.lock().unwrap().push(duration);
        let mut advanced = self.advanced.subscribe();
        let end = *advanced.borrow() + duration;
        Box::pin(async move {
            // The sender is gone when the test is over.
            let _ = advanced.wait_for(|advanced| *advanced >= end).await;
        })
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}

/// A client of `server` at its own host with a clock that stands still.
pub(super) fn client_at_rest(
    server: &Server,
    credentials: impl crate::Credentials,
) -> (Client, StoppedClock) {
    let clock = StoppedClock::new();
    let builder = with_clock(server.builder(), clock.clone());
    let client = builder.credentials(credentials).build().unwrap();
    (client, clock)
}

/// The whole chain of an error in one line.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text = format!("{text} <- {source}");
        next = source.source();
    }
    text
}
