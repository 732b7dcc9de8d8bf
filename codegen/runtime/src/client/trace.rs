//! Reports calls to `tracing`: one span for each call, with its identity and its result. It contains no header, no
//! body and no argument, since any of them may be secret. Only raw requests show their paths as the caller wrote them.
//!
//! Names are those of OpenTelemetry for HTTP client spans, where it has one. `url.full` is omitted, since it may contain
//! arguments.

#[cfg(feature = "tracing")]
use std::borrow::Cow;
use std::future::Future;
use std::time::Duration;

use http::Method;
use reqwest::Url;

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
        // The path of a raw request is not a template, and a name of a span must not contain arguments.
        let is_raw = operation.split_once(' ') == Some((method.as_str(), path));
        let template = (!is_raw).then_some(path);
        let name = match template {
            Some(path) => format!("{method} {path}"),
            None => method.to_string(),
        };
        let span = tracing::info_span!(
            "call",
            otel.name = name,
            otel.kind = "client",
            otel.status_code = tracing::field::Empty,
            operation,
            http.request.method = method.as_str(),
            url.template = template,
            server.address = tracing::field::Empty,
            server.port = tracing::field::Empty,
            http.request.resend_count = tracing::field::Empty,
            http.response.status_code = tracing::field::Empty,
            error.type = tracing::field::Empty,
            error_code = tracing::field::Empty,
            request_id = tracing::field::Empty,
            rate_limit_remaining = tracing::field::Empty,
        );
        Self(span)
    }

    /// Records the server of the request.
    pub(crate) fn server(&self, url: &Url) {
        self.0.record("server.address", url.host_str());
        self.0.record("server.port", url.port_or_known_default());
    }

    /// Runs `work` inside the span.
    pub(crate) async fn follow<T>(&self, work: impl Future<Output = T>) -> T {
        tracing::Instrument::instrument(work, self.0.clone()).await
    }

    /// Reports a retry.
    pub(crate) fn retry(&self, attempts: u32, wait: Duration, error: &Error) {
        let status = error.status().map(|status| status.as_u16());
        let (kind, code) = (error_type(error), error.error_code());
        self.0.in_scope(|| {
            tracing::debug!(
                attempts,
                http.response.status_code = status,
                error.type = &*kind,
                error_code = code,
                ?wait,
                "retry"
            );
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
        // Without a second attempt, nothing was sent again.
        let resent = attempts.checked_sub(1).filter(|count| *count > 0);
        self.0.record("http.request.resend_count", resent);
        let status = status.map(|status| status.as_u16());
        self.0.record("http.response.status_code", status);
        if let Some(error) = error {
            self.0.record("otel.status_code", "ERROR");
            self.0.record("error.type", &*error_type(error));
        }
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

/// The status of a response that is a failure, or else the class of the error.
#[cfg(feature = "tracing")]
fn error_type(error: &Error) -> Cow<'static, str> {
    match (class(error), error.status()) {
        ("status", Some(status)) => status.as_u16().to_string().into(),
        (class, _) => class.into(),
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

    pub(crate) fn server(&self, _: &Url) {}

    pub(crate) fn follow<F: Future>(&self, work: F) -> F {
        work
    }

    pub(crate) fn retry(&self, _: u32, _: Duration, _: &Error) {}

    pub(crate) fn end(&self, _: &Result<Box<Reply>, Error>) {}
}
