//! Reports calls to `tracing`: one span for each call, with its identity and its result. It contains no header, no
//! body and no argument, since any of them may be secret. Only raw requests show their paths as the caller wrote them.

use std::future::Future;
use std::time::Duration;

use http::Method;

use crate::error::call_error::Error;
#[cfg(feature = "tracing")]
use crate::error::class::class;
use crate::net::reply::Reply;

/// The span of a call.
#[cfg(feature = "tracing")]
pub(crate) struct Span(tracing::Span);

#[cfg(feature = "tracing")]
impl Span {
    pub(crate) fn new(operation: &str, method: &Method, path: &str) -> Self {
        let span = tracing::info_span!(
            "call",
            operation,
            method = method.as_str(),
            path,
            attempts = tracing::field::Empty,
            status = tracing::field::Empty,
            error = tracing::field::Empty,
            error_code = tracing::field::Empty,
            request_id = tracing::field::Empty,
            rate_limit_remaining = tracing::field::Empty,
        );
        Self(span)
    }

    /// Runs `work` inside the span.
    pub(crate) async fn follow<T>(&self, work: impl Future<Output = T>) -> T {
        tracing::Instrument::instrument(work, self.0.clone()).await
    }

    /// Reports a retry.
    pub(crate) fn retry(&self, attempts: u32, wait: Duration, error: &Error) {
        let status = error.status().map(|status| status.as_u16());
        let (error, code) = (class(error), error.error_code());
        self.0.in_scope(|| {
            tracing::debug!(attempts, status, error, error_code = code, ?wait, "retry");
        });
    }

    /// Records the result of the call.
    pub(crate) fn end(&self, result: &Result<Box<Reply>, Error>) {
        let (attempts, status, headers) = match result {
            Ok(reply) => (reply.attempts, Some(reply.status), Some(&reply.headers)),
            Err(error) => (error.attempts(), error.status(), error.headers()),
        };
        let error = result.as_ref().err();
        let limit = headers.and_then(crate::net::response::rate_limit);
        self.0.record("attempts", attempts);
        self.0
            .record("status", status.map(|status| status.as_u16()));
        self.0.record("error", error.map(class));
        self.0
            .record("error_code", error.and_then(Error::error_code));
        self.0.record(
            "request_id",
            headers.and_then(crate::net::response::request_id),
        );
        self.0.record(
            "rate_limit_remaining",
            limit.and_then(|limit| limit.remaining),
        );
    }
}

/// Does nothing, without the feature `tracing`.
#[cfg(not(feature = "tracing"))]
pub(crate) struct Span;

#[cfg(not(feature = "tracing"))]
#[expect(
    clippy::unused_self,
    reason = "the same signatures as with the feature"
)]
impl Span {
    pub(crate) fn new(_: &str, _: &Method, _: &str) -> Self {
        Self
    }

    pub(crate) fn follow<F: Future>(&self, work: F) -> F {
        work
    }

    pub(crate) fn retry(&self, _: u32, _: Duration, _: &Error) {}

    pub(crate) fn end(&self, _: &Result<Box<Reply>, Error>) {}
}
