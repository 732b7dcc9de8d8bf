//! A transport that gives one answer after the other, and a clock that does not wait.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode};

use super::support::received;
use crate::client::clock::{Clock, Wait};
use crate::tests::support::with_clock;
use crate::{
    BoxFuture, Client, ClientBuilder, Retry, Transport, TransportError, TransportErrorKind,
};

/// What one request meets.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    Status(u16, Vec<(&'static str, &'static str)>, &'static str),
    Fails(TransportErrorKind),
    /// No answer at all.
    Hangs,
}

/// An answer with a status and no more.
pub(super) fn status(status: u16) -> Answer {
    Answer::Status(status, Vec::new(), "")
}

/// An answer with a header.
pub(super) fn with_header(status: u16, name: &'static str, value: &'static str) -> Answer {
    Answer::Status(status, vec![(name, value)], "")
}

/// An answer with a body.
pub(super) fn with_body(status: u16, body: &'static str) -> Answer {
    Answer::Status(status, Vec::new(), body)
}

impl Answer {
    fn give(&self) -> Result<Response<Bytes>, TransportError> {
        let (status, headers, body) = match self {
            Self::Hangs => return Err(TransportError::new(TransportErrorKind::Other)),
            Self::Fails(kind) => return Err(TransportError::new(*kind)),
            Self::Status(status, headers, body) => (status, headers, body),
        };
        let mut response = Response::new(Bytes::from_static(body.as_bytes()));
        *response.status_mut() = StatusCode::from_u16(*status).unwrap();
        for (name, value) in headers {
            let value = HeaderValue::from_static(value);
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
        Ok(response)
    }
}

/// Gives its answers in order and the last one for ever, and keeps what was asked. It is a clock as
/// well: `sleep` only moves it, and each exchange takes `takes`.
#[derive(Clone)]
pub(super) struct Script(Arc<Parts>);

struct Parts {
    answers: Vec<Answer>,
    takes: Duration,
    jitter: f64,
    start: Instant,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    requests: Vec<http::Request<Bytes>>,
    timeouts: Vec<Duration>,
    sleeps: Vec<Duration>,
    passed: Duration,
}

impl Script {
    pub(super) fn new(answers: impl Into<Vec<Answer>>) -> Self {
        Self::with(answers, Duration::ZERO, 1.0)
    }

    pub(super) fn with(answers: impl Into<Vec<Answer>>, takes: Duration, jitter: f64) -> Self {
        Self(Arc::new(Parts {
            answers: answers.into(),
            takes,
            jitter,
            start: Instant::now(),
            state: Mutex::default(),
        }))
    }

    pub(super) fn builder(&self) -> ClientBuilder {
        let builder = Client::builder()
            .base_url("https://example.test")
            .transport(self.clone());
        with_clock(builder, self.clone())
    }

    pub(super) fn client(&self, retry: Retry) -> Client {
        self.builder().retry(retry).build().unwrap()
    }

    pub(super) fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.0.state.lock().unwrap().requests.clone()
    }

    /// How long exchanges that hang were waited for.
    pub(super) fn timeouts(&self) -> Vec<Duration> {
        self.0.state.lock().unwrap().timeouts.clone()
    }

    pub(super) fn sleeps(&self) -> Vec<Duration> {
        self.0.state.lock().unwrap().sleeps.clone()
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        let mut state = self.0.state.lock().unwrap();
        let answer = state.requests.len().min(self.0.answers.len() - 1);
        state.requests.push(received(request));
        state.passed += self.0.takes;
        let answer = &self.0.answers[answer];
        if matches!(answer, Answer::Hangs) {
            return Box::pin(std::future::pending());
        }
        let answer = answer.give();
        Box::pin(async move { Ok(answer?.into()) })
    }
}

impl Clock for Script {
    fn now(&self) -> Instant {
        self.0.start + self.0.state.lock().unwrap().passed
    }

    fn system_time(&self) -> SystemTime {
        // Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110.
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
    }

    fn sleep(&self, duration: Duration) -> Wait {
        let mut state = self.0.state.lock().unwrap();
        state.sleeps.push(duration);
        state.passed += duration;
        Box::pin(async {})
    }

    fn timer(&self, duration: Duration) -> Wait {
        let mut state = self.0.state.lock().unwrap();
        state.timeouts.push(duration);
        state.passed += duration;
        Box::pin(async {})
    }

    fn jitter(&self) -> f64 {
        self.0.jitter
    }
}
