//! The error of calls and clients.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt::{self, Write as _};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::cache::Cache;
use super::decode_summary::decode_summary;
use super::field_error::{self, FieldError};
use super::one_line::{OneLine, one_line};
use crate::constants::DOCUMENT;
use crate::net::reply::Reply;
use crate::net::response::{RateLimit, rate_limit, request_id};
use crate::net::retry_after;
use crate::net::transport::{TransportError, TransportErrorKind};
use crate::wire::json;
use crate::wire::parse::parse_within;
use crate::wire::{self, DecodeError};

/// The error of a call or a client.
///
/// If there was a response, the error has its status, headers and body; if the body was truncated, it has the status and
/// the headers. `Display` is one line with the status, the code, the message and the first field errors of the body, and the id of
/// the request. Neither `Display` nor `Debug` shows the headers or the rest of the body, which may be secret.
pub struct Error(pub(super) Box<Inner>);

pub(super) struct Inner {
    /// The id of the operation, or the name of the thing that failed.
    pub(super) subject: Cow<'static, str>,
    pub(super) kind: Kind,
    pub(super) response: Option<Box<Reply>>,
    attempts: u32,
    /// The body as JSON and as other types.
    pub(super) cache: Cache,
}

/// The kind of an error.
pub(super) enum Kind {
    /// Nothing was sent: the call or the client is invalid.
    Invalid(String),
    /// Nothing was sent: a variable with credentials is not set.
    Environment(String),
    /// Nothing was sent: authentication failed.
    Credentials(Box<dyn StdError + Send + Sync>),
    /// Nothing was sent: an interceptor failed.
    Interceptor(Box<dyn StdError + Send + Sync>),
    /// There is no response, or its body is truncated.
    Transport(TransportError),
    /// The status of the response is not a success.
    Status,
    /// The body of the response does not match the document.
    Decode(DecodeError),
}

impl Error {
    fn new(subject: Cow<'static, str>, kind: Kind, response: Option<Box<Reply>>) -> Self {
        Self(Box::new(Inner {
            subject,
            kind,
            attempts: response.as_ref().map_or(0, |reply| reply.attempts),
            response,
            cache: Cache::default(),
        }))
    }

    pub(crate) fn invalid(
        subject: impl Into<Cow<'static, str>>,
        reason: impl Into<String>,
    ) -> Self {
        Self::new(subject.into(), Kind::Invalid(reason.into()), None)
    }

    /// A variable with credentials is not set.
    pub(crate) fn environment(
        subject: impl Into<Cow<'static, str>>,
        reason: impl Into<String>,
    ) -> Self {
        Self::new(subject.into(), Kind::Environment(reason.into()), None)
    }

    pub(crate) fn credentials(
        subject: impl Into<Cow<'static, str>>,
        source: Box<dyn StdError + Send + Sync>,
    ) -> Self {
        Self::new(subject.into(), Kind::Credentials(source), None)
    }

    pub(crate) fn interceptor(
        subject: impl Into<Cow<'static, str>>,
        source: Box<dyn StdError + Send + Sync>,
    ) -> Self {
        Self::new(subject.into(), Kind::Interceptor(source), None)
    }

    pub(crate) fn transport(subject: impl Into<Cow<'static, str>>, source: TransportError) -> Self {
        Self::new(subject.into(), Kind::Transport(source), None)
    }

    /// The body of the response is truncated.
    pub(crate) fn incomplete(reply: Box<Reply>, source: TransportError) -> Self {
        Self::new(
            reply.operation.clone(),
            Kind::Transport(source),
            Some(reply),
        )
    }

    pub(crate) fn status_of(reply: Box<Reply>) -> Self {
        Self::new(reply.operation.clone(), Kind::Status, Some(reply))
    }

    pub(crate) fn decode(reply: Box<Reply>, source: DecodeError) -> Self {
        Self::new(reply.operation.clone(), Kind::Decode(source), Some(reply))
    }

    /// Sets the number of attempts.
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// The number of attempts that the call made; the error is that of the last one. Zero if nothing was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The HTTP status code, if there was a response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|reply| reply.status)
    }

    /// The headers of the response, if there was one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|reply| &reply.headers)
    }

    /// The body of the response, unless it was truncated.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        let is_whole = self.transport_kind().is_none();
        let reply = self.0.response.as_ref().filter(|_| is_whole);
        reply.map(|reply| &reply.body)
    }

    /// The id that the server has given the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// The rate limit reported by the server, if any.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        rate_limit(self.headers()?)
    }

    /// The error code in the body, for programs, if there is one.
    #[must_use]
    pub fn error_code(&self) -> Option<&str> {
        DOCUMENT.error.code(self.json()?)
    }

    /// The error message in the body, for people, if there is one.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        DOCUMENT.error.message(self.json()?)
    }

    /// The field errors in the body, such as those of a form, as far as the document describes them.
    #[must_use]
    pub fn field_errors(&self) -> Vec<FieldError<'_>> {
        self.json().map(field_error::of).unwrap_or_default()
    }

    /// The time that the server asks to wait before the next request: from the `Retry-After` header or, if the rate limit
    /// was exceeded, from the body.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        let reply = self.0.response.as_ref()?;
        retry_after::from_headers(&reply.headers, reply.received)
            .or_else(|| retry_after::from_body(self.json()?))
    }

    /// Decodes the body as one of the API's types, for documented error bodies that have no accessor of their own.
    /// Returns `None` if there is no body or it does not match.
    #[must_use]
    pub fn decode_body<T: wire::Decode>(&self) -> Option<T> {
        json::from_slice_within(self.body()?, self.memory()?).ok()
    }

    /// The memory that decoding the body may take, in bytes.
    fn memory(&self) -> Option<usize> {
        self.0.response.as_ref().map(|reply| reply.memory())
    }

    fn json(&self) -> Option<&Value> {
        let parse = || parse_within(self.body()?, self.memory()?).ok();
        self.0.cache.get_or_init(parse)
    }

    fn transport_kind(&self) -> Option<TransportErrorKind> {
        match &self.0.kind {
            Kind::Transport(error) => Some(error.kind()),
            _ => None,
        }
    }

    fn has_status(&self, status: StatusCode) -> bool {
        self.status() == Some(status)
    }

    /// Whether the request was not sent: the call or the client is invalid, or authentication or an interceptor failed.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        let kind = &self.0.kind;
        let is_early = matches!(
            kind,
            Kind::Invalid(_) | Kind::Environment(_) | Kind::Credentials(_) | Kind::Interceptor(_)
        );
        is_early && self.0.attempts <= 1
    }

    /// Whether the connection failed, or the server rejected the request before processing it.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.transport_kind() == Some(TransportErrorKind::Connect)
    }

    /// Whether the call timed out. The server may have processed the request, unless it
    /// [was not sent](Self::is_not_sent).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        let kind = match &self.0.kind {
            Kind::Credentials(source) | Kind::Interceptor(source) => transport_kind(&**source),
            _ => self.transport_kind(),
        };
        kind == Some(TransportErrorKind::Timeout)
    }

    /// Whether the body of the response is larger than
    /// [`max_response_bytes`](crate::ClientBuilder::max_response_bytes). The server may have processed the request.
    #[must_use]
    pub fn is_response_too_large(&self) -> bool {
        self.transport_kind() == Some(TransportErrorKind::ResponseTooLarge)
    }

    /// Whether the call succeeded but its response could not be decoded.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        matches!(self.0.kind, Kind::Decode(_))
    }

    /// Whether the call succeeded but its decoded body would exceed
    /// [`max_decoded_bytes`](crate::ClientBuilder::max_decoded_bytes). [`body`](Self::body) returns the response.
    #[must_use]
    pub fn is_decoded_too_large(&self) -> bool {
        matches!(&self.0.kind, Kind::Decode(error) if error.is_too_large())
    }

    /// Whether the server rejected the request as malformed (400).
    #[must_use]
    pub fn is_bad_request(&self) -> bool {
        self.has_status(StatusCode::BAD_REQUEST)
    }

    /// Whether authentication failed (401).
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(StatusCode::UNAUTHORIZED)
    }

    /// Whether the caller lacks permission (403).
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has_status(StatusCode::FORBIDDEN)
    }

    /// Whether the resource was not found (404).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has_status(StatusCode::NOT_FOUND)
    }

    /// Whether the request conflicts with the current state (409).
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.has_status(StatusCode::CONFLICT)
    }

    /// Whether the rate limit was exceeded: status 429, or another client error with an error code for it.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        let is_client_error = self.status().is_some_and(|status| status.is_client_error());
        let has_code = || {
            let part = DOCUMENT.error.rate_limited?;
            Some(self.error_code()?.contains(part))
        };
        self.has_status(StatusCode::TOO_MANY_REQUESTS)
            || is_client_error && has_code().unwrap_or_default()
    }

    /// Whether the server failed (5xx).
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.status().is_some_and(|status| status.is_server_error())
    }

    /// Whether the same request may succeed later. Sending it again is not necessarily safe: unless
    /// [`is_connect`](Self::is_connect) or [`is_rate_limited`](Self::is_rate_limited) is true, the server may have
    /// processed it.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let busy = [
            StatusCode::REQUEST_TIMEOUT,
            StatusCode::BAD_GATEWAY,
            StatusCode::SERVICE_UNAVAILABLE,
            StatusCode::GATEWAY_TIMEOUT,
        ];
        match (&self.0.kind, self.status()) {
            (Kind::Transport(error), _) => error.kind() != TransportErrorKind::ResponseTooLarge,
            (Kind::Status, Some(status)) => busy.contains(&status) || self.is_rate_limited(),
            _ => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        f.write_str(&self.0.subject)?;
        if let Some(status) = self.status() {
            write!(f, ": {status}")?;
        }
        match &self.0.kind {
            Kind::Invalid(reason) | Kind::Environment(reason) => write!(f, ": {reason}"),
            Kind::Credentials(_) => f.write_str(": the credentials could not be added"),
            Kind::Interceptor(_) => f.write_str(": an interceptor failed"),
            Kind::Transport(error) => write!(f, ": {error}"),
            Kind::Decode(error) => write!(f, ": {}", decode_summary(error)),
            Kind::Status => {
                for text in [self.error_code(), self.message()].into_iter().flatten() {
                    write!(f, ": {}", one_line(text))?;
                }
                f.write_str(&field_error::summary(&self.field_errors(), self.message()))
            }
        }?;
        match (self.request_id(), self.0.attempts) {
            (None, 0 | 1) => Ok(()),
            (None, attempts) => write!(f, " (after {attempts} attempts)"),
            (Some(id), 0 | 1) => write!(f, " (request {})", one_line(id)),
            (Some(id), attempts) => {
                write!(f, " (request {}, after {attempts} attempts)", one_line(id))
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("message", &self.to_string())
            .field("attempts", &self.0.attempts)
            .field("request_id", &self.request_id())
            .field("body_bytes", &self.body().map(Bytes::len))
            .field("source", &self.source())
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.kind {
            Kind::Invalid(_) | Kind::Environment(_) | Kind::Status => None,
            Kind::Credentials(source) | Kind::Interceptor(source) => Some(&**source),
            // `Display` includes the error of the transport, so the chain continues after it.
            Kind::Transport(error) => error.source(),
            Kind::Decode(error) => Some(error),
        }
    }
}

/// The kind of the transport error that made the credentials fail, if one did.
fn transport_kind(source: &(dyn StdError + 'static)) -> Option<TransportErrorKind> {
    let mut cause = Some(source);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<TransportError>() {
            return Some(error.kind());
        }
        cause = error.source();
    }
    None
}
