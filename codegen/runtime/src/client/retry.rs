//! Retries and backoff.

use std::time::{Duration, Instant};

use http::StatusCode;

use super::clock::Clock;
use crate::error::call_error::Error;

/// The number of attempts of a call, and their time limit.
///
/// A call is retried only when that is safe:
///
/// - the rate limit was exceeded (429), or the service is unavailable (503) and sends `Retry-After`: the server has not
///   processed the request;
/// - the connection failed, or an HTTP/2 server rejected the request before processing it;
/// - for idempotent methods (RFC 9110, 9.2.2), such as `GET`, `PUT` and `DELETE`, also after 408, 502, 503 and 504, a broken
///   connection or a timeout.
///
/// Operations with an idempotency key are retried as those of idempotent methods are, because the server recognizes the key.
/// Any other `POST` that the server may have processed is never retried, and no request is retried once its response has begun: a
/// server that sends headers has processed the request, even if it then refuses the HTTP/2 stream. A request with a
/// streaming body is not retried once the stream has been read from.
///
/// The delay before the next attempt is the one that the server requests, plus a random part of a backoff that doubles
/// with each attempt. If it would exceed the deadline, the call fails immediately. Delays require a tokio runtime, as the
/// default transport does.
///
/// The table shows calls that meet a fault in each of at most four attempts: the predicates of [`Error`] that return
/// true (`status` means that the error has the response), and the number of requests that reach the server. `GET` represents
/// all idempotent methods.
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
    pub(super) deadline: Option<Duration>,
    backoff: Duration,
    max_backoff: Duration,
    repeatable: bool,
}

impl Default for Retry {
    /// Four attempts within three minutes; the backoff is initially 500 ms, capped at 30 s.
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
    /// Creates the default policy.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a policy without retries.
    #[must_use]
    pub fn off() -> Self {
        Self::new().max_attempts(1)
    }

    /// Sets the maximum number of attempts, including the first.
    #[must_use]
    pub fn max_attempts(self, max_attempts: u32) -> Self {
        Self {
            max_attempts,
            ..self
        }
    }

    /// Sets the time limit of a call with all its attempts and the backoff between them; `None` for no limit.
    #[must_use]
    pub fn deadline(self, deadline: impl Into<Option<Duration>>) -> Self {
        let deadline = deadline.into();
        Self { deadline, ..self }
    }

    /// Sets the initial and maximum backoff.
    #[must_use]
    pub fn backoff(self, first: Duration, max: Duration) -> Self {
        Self {
            backoff: first,
            max_backoff: max,
            ..self
        }
    }

    /// Declares that processing a request twice is safe, whatever its method.
    #[must_use]
    pub fn repeatable(self, repeatable: bool) -> Self {
        Self { repeatable, ..self }
    }

    /// The deadline of a call that begins now.
    pub(crate) fn ends(&self, clock: &dyn Clock) -> Option<Instant> {
        clock.now().checked_add(self.deadline?)
    }

    /// The delay before the next attempt, if there is one.
    pub(crate) fn wait(
        &self,
        attempts: u32,
        error: &Error,
        is_repeatable: bool,
        clock: &dyn Clock,
    ) -> Option<Duration> {
        let repeatable = self.repeatable || is_repeatable;
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
