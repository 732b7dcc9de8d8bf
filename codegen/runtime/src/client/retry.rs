//! When a call is sent again, and after how long.

use std::time::{Duration, Instant};

use http::{Method, StatusCode};

use super::clock::Clock;
use crate::error::call_error::Error;

/// How often a call is sent, and how long that may take.
///
/// A call is sent again only where that does no harm:
///
/// - requests came too fast (429), or the service is not available (503) and says for how long: the
///   server has not acted on the request;
/// - there was no connection, or a server of HTTP/2 refused the request unseen: it has not acted on it;
/// - methods that are idempotent (RFC 9110, 9.2.2), such as `GET`, `PUT` and `DELETE`, also after
///   408, 502, 503 and 504, and when the connection broke or an attempt took too long.
///
/// So a `POST` that the server may have acted on is never sent twice, nor is one whose response has begun: a server that
/// sends headers has processed the request, even if it then refuses the stream. Nor is a request whose body is a
/// stream, once the stream has begun; and a response whose body is read as a stream has arrived when
/// its headers have.
///
/// Before the next attempt, a call waits for as long as the server asks, and then for a random part
/// of a time that doubles with each attempt. When the wait would go past the deadline, the call
/// fails at once. Waiting needs a runtime of tokio, as the default transport does.
///
/// This is what becomes of a call that meets a fault each time, with four attempts at most: what the
/// [`Error`] says yes to, where `status` stands for a response with its status, headers and body,
/// and how many requests reach the server. `GET` stands for every idempotent method.
///
/// | Fault | What the caller sees | `POST` | `GET` |
/// |---|---|---|---|
/// | 429 | `status`, `is_rate_limited`, `is_retryable` | 4 | 4 |
/// | another 4xx with a code for rate limits | `status`, `is_rate_limited`, `is_retryable` | 4 | 4 |
/// | 503 with `Retry-After` | `status`, `is_server_error`, `is_retryable` | 4 | 4 |
/// | 503 without | `status`, `is_server_error`, `is_retryable` | 1 | 4 |
/// | 502 | `status`, `is_server_error`, `is_retryable` | 1 | 4 |
/// | 504 | `status`, `is_server_error`, `is_retryable` | 1 | 4 |
/// | 408 | `status`, `is_retryable` | 1 | 4 |
/// | 500 | `status`, `is_server_error` | 1 | 1 |
/// | 401 | `status`, `is_unauthorized` | 1 | 1 |
/// | another 4xx, such as 404 | `status`, `is_not_found` | 1 | 1 |
/// | a redirect that the document does not describe | `status` | 1 | 1 |
/// | no connection | `is_connect`, `is_retryable` | 0 | 0 |
/// | the connection breaks after the request | `is_retryable` | 1 | 4 |
/// | no answer within the timeout | `is_timeout`, `is_retryable` | 1 | 4 |
/// | an answer above the limit of size | `is_response_too_large`, `status` | 1 | 1 |
/// | success with a body that is not as documented | `is_decode`, `status` | 1 | 1 |
/// | credentials that the operation does not take | `is_not_sent` | 0 | 0 |
/// | the token endpoint refuses the client | `is_not_sent` | 0 | 0 |
/// | credentials that do not come within the timeout | `is_not_sent`, `is_timeout` | 0 | 0 |
/// | 401 once, for a token that was revoked | success | 2 | 2 |
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retry {
    max_attempts: u32,
    deadline: Option<Duration>,
    backoff: Duration,
    max_backoff: Duration,
    repeatable: bool,
}

impl Default for Retry {
    /// Four attempts within three minutes; the random wait is at most half a second at first, and
    /// 30 seconds at last.
    fn default() -> Self {
        Self {
            max_attempts: 4,
            deadline: Some(Duration::from_secs(180)),
            backoff: Duration::from_millis(500),
            max_backoff: Duration::from_secs(30),
            repeatable: false,
        }
    }
}

impl Retry {
    /// The default.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One attempt.
    #[must_use]
    pub fn off() -> Self {
        Self::new().max_attempts(1)
    }

    /// How often a call is sent at most, the first time included.
    #[must_use]
    pub fn max_attempts(self, max_attempts: u32) -> Self {
        Self {
            max_attempts,
            ..self
        }
    }

    /// How long a call may take with all its attempts and the waits between them; `None` for as
    /// long as it takes.
    #[must_use]
    pub fn deadline(self, deadline: impl Into<Option<Duration>>) -> Self {
        let deadline = deadline.into();
        Self { deadline, ..self }
    }

    /// How long the random wait after the first attempt is at most, and how long it ever is.
    #[must_use]
    pub fn backoff(self, first: Duration, max: Duration) -> Self {
        Self {
            backoff: first,
            max_backoff: max,
            ..self
        }
    }

    /// Says that a call does no harm when the server acts on it twice, whatever its method.
    #[must_use]
    pub fn repeatable(self, repeatable: bool) -> Self {
        Self { repeatable, ..self }
    }

    /// When a call that begins now has to be over.
    pub(crate) fn ends(&self, clock: &dyn Clock) -> Option<Instant> {
        clock.now().checked_add(self.deadline?)
    }

    /// How long to wait before another attempt; `None` when there is none.
    pub(crate) fn wait(
        &self,
        attempts: u32,
        error: &Error,
        method: &Method,
        clock: &dyn Clock,
    ) -> Option<Duration> {
        let repeatable = self.repeatable || method.is_idempotent();
        if attempts >= self.max_attempts || !is_worth_another(error, repeatable) {
            return None;
        }
        let asked = error.retry_after().unwrap_or_default();
        let doubled = 1_u32.checked_shl(attempts - 1).unwrap_or(u32::MAX);
        let most = self.backoff.saturating_mul(doubled).min(self.max_backoff);
        let random = Duration::try_from_secs_f64(most.as_secs_f64() * clock.jitter());
        Some(asked.saturating_add(random.unwrap_or(most)))
    }
}

/// Whether another attempt may succeed and does no harm.
fn is_worth_another(error: &Error, repeatable: bool) -> bool {
    let unavailable = error.status() == Some(StatusCode::SERVICE_UNAVAILABLE);
    let untouched = error.is_connect()
        || error.is_rate_limited()
        || unavailable && error.retry_after().is_some();
    error.is_retryable() && (repeatable || untouched)
}
