//! Errors: one type that keeps everything there is to know about a failed call.

use std::any::Any;
use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt::{self, Write as _};
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::constants::DOCUMENT;
use crate::credentials::transport_kind;
use crate::one_line::{OneLine, one_line};
use crate::response::{RateLimit, Reply, rate_limit, request_id};
use crate::retry_after;
use crate::transport::{TransportError, TransportErrorKind};
use crate::wire::{self, DecodeError};

/// Why a call failed.
///
/// When there was a response, its status, headers and body are here, whatever its form; where the body
/// did not come whole, the status and headers are. `Display`
/// is one line with the status and what the body has for a code and a message. Neither it nor
/// `Debug` shows the headers or the rest of the body, as both may contain what is not for logs.
pub struct Error(Box<Inner>);

struct Inner {
    /// The id of the operation, or what else failed.
    subject: Cow<'static, str>,
    kind: Kind,
    response: Option<Box<Reply>>,
    attempts: u32,
    /// The body as JSON, if it is JSON.
    json: OnceLock<Option<Value>>,
    /// The body as the type that the document has for errors.
    decoded: OnceLock<Option<Box<dyn Any + Send + Sync>>>,
}

enum Kind {
    /// Nothing was sent, as the call or the client is not right.
    Invalid(String),
    /// Nothing was sent, as the credentials could not be added.
    Credentials(Box<dyn StdError + Send + Sync>),
    /// There is no response, or not all of it.
    Transport(TransportError),
    /// The response says that the call failed.
    Status,
    /// The response is not what the document says.
    Decode(DecodeError),
}

impl Error {
    fn new(subject: Cow<'static, str>, kind: Kind, response: Option<Box<Reply>>) -> Self {
        Self(Box::new(Inner {
            subject,
            kind,
            attempts: response.as_ref().map_or(0, |reply| reply.attempts),
            response,
            json: OnceLock::new(),
            decoded: OnceLock::new(),
        }))
    }

    pub(crate) fn invalid(
        subject: impl Into<Cow<'static, str>>,
        reason: impl Into<String>,
    ) -> Self {
        Self::new(subject.into(), Kind::Invalid(reason.into()), None)
    }

    pub(crate) fn credentials(
        subject: impl Into<Cow<'static, str>>,
        source: Box<dyn StdError + Send + Sync>,
    ) -> Self {
        Self::new(subject.into(), Kind::Credentials(source), None)
    }

    pub(crate) fn transport(subject: impl Into<Cow<'static, str>>, source: TransportError) -> Self {
        Self::new(subject.into(), Kind::Transport(source), None)
    }

    /// There is a response, and its body has not come whole.
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

    /// The same error, of the last of so many attempts.
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// How many attempts the call made, this failure being that of the last one. None, when it was
    /// not even tried.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The HTTP status, when there was a response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|reply| reply.status)
    }

    /// The headers of the response, when there was one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|reply| &reply.headers)
    }

    /// The body of the response, when there was one and it came whole, as it came.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        let is_whole = self.transport_kind().is_none();
        let reply = self.0.response.as_ref().filter(|_| is_whole);
        reply.map(|reply| &reply.body)
    }

    /// The id under which the server knows the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// How many requests the server lets through, if it says so.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        rate_limit(self.headers()?)
    }

    /// The code that tells programs what went wrong, if the body has one.
    #[must_use]
    pub fn error_code(&self) -> Option<&str> {
        self.at(DOCUMENT.error.code)?.as_str()
    }

    /// The text that tells people what went wrong, if the body has one.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.at(DOCUMENT.error.message)?.as_str()
    }

    /// How long the server asks to wait before the next request: from the `Retry-After` header, or,
    /// when requests came too fast, from the body.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        let reply = self.0.response.as_ref()?;
        retry_after::from_headers(&reply.headers, reply.received)
            .or_else(|| retry_after::from_body(self.json()?))
    }

    /// The body as the type that the document has for errors, decoded at the first call.
    #[allow(dead_code, reason = "a document may have no common type for errors")]
    pub(crate) fn decoded<T: wire::Decode + Send + Sync + 'static>(&self) -> Option<&T> {
        let decode = || {
            let value: T = self.decode_body()?;
            Some(Box::new(value) as Box<dyn Any + Send + Sync>)
        };
        self.0.decoded.get_or_init(decode).as_ref()?.downcast_ref()
    }

    /// Reads the body as JSON of one of the API's types: for bodies that a document describes and that are not the
    /// usual ones. Nothing where there is no body, or another one.
    #[must_use]
    pub fn decode_body<T: wire::Decode>(&self) -> Option<T> {
        wire::from_slice_within(self.body()?, self.memory()?).ok()
    }

    /// The response by which the operation `id` failed.
    #[allow(dead_code, reason = "a document may have one body for all failures")]
    pub(crate) fn reply_to(&self, id: &str) -> Option<&Reply> {
        let is_it = matches!(self.0.kind, Kind::Status) && self.0.subject == id;
        self.0.response.as_deref().filter(|_| is_it)
    }

    /// The operation and the status of a call that failed by its status.
    #[allow(dead_code, reason = "a document may have one body for all failures")]
    pub(crate) fn refusal(&self) -> Option<(&str, u16)> {
        let status = self.status()?.as_u16();
        matches!(self.0.kind, Kind::Status).then_some((&*self.0.subject, status))
    }

    /// How much memory decoding the body may take, in bytes.
    fn memory(&self) -> Option<usize> {
        self.0.response.as_ref().map(|reply| reply.memory())
    }

    fn json(&self) -> Option<&Value> {
        let parse = || wire::parse_within(self.body()?, self.memory()?).ok();
        self.0.json.get_or_init(parse).as_ref()
    }

    fn at(&self, pointer: Option<&str>) -> Option<&Value> {
        self.json()?.pointer(pointer?)
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

    /// Whether the request was not sent: the call or the client is not right, or the credentials
    /// could not be added.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        matches!(self.0.kind, Kind::Invalid(_) | Kind::Credentials(_)) && self.0.attempts <= 1
    }

    /// Whether there was no connection, or the server refused the request unseen: it has not acted on it.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.transport_kind() == Some(TransportErrorKind::Connect)
    }

    /// Whether it took too long. The server may have acted on the request, unless it
    /// [was not sent](Self::is_not_sent).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        let kind = match &self.0.kind {
            Kind::Credentials(source) => transport_kind(&**source),
            _ => self.transport_kind(),
        };
        kind == Some(TransportErrorKind::Timeout)
    }

    /// Whether the body of the response is larger than
    /// [`max_response_bytes`](crate::ClientBuilder::max_response_bytes). The server may have acted
    /// on the request.
    #[must_use]
    pub fn is_response_too_large(&self) -> bool {
        self.transport_kind() == Some(TransportErrorKind::ResponseTooLarge)
    }

    /// Whether the call succeeded and the response could not be read.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        matches!(self.0.kind, Kind::Decode(_))
    }

    /// Whether the call succeeded and the decoded body would take more memory than
    /// [`max_decoded_bytes`](crate::ClientBuilder::max_decoded_bytes) allows. [`body`](Self::body) has the response.
    #[must_use]
    pub fn is_decoded_too_large(&self) -> bool {
        matches!(&self.0.kind, Kind::Decode(error) if error.is_too_large())
    }

    /// Whether the server refused the request as malformed (400).
    #[must_use]
    pub fn is_bad_request(&self) -> bool {
        self.has_status(StatusCode::BAD_REQUEST)
    }

    /// Whether the server does not know who is calling (401).
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(StatusCode::UNAUTHORIZED)
    }

    /// Whether the caller may not do this (403).
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has_status(StatusCode::FORBIDDEN)
    }

    /// Whether there is no such resource (404).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has_status(StatusCode::NOT_FOUND)
    }

    /// Whether the request conflicts with what is there (409).
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.has_status(StatusCode::CONFLICT)
    }

    /// Whether requests came too fast: status 429, or a code of the API that says so under another
    /// client error.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        let refused = self.status().is_some_and(|status| status.is_client_error());
        let says_so = || {
            let part = DOCUMENT.error.rate_limited?;
            Some(self.error_code()?.contains(part))
        };
        self.has_status(StatusCode::TOO_MANY_REQUESTS) || refused && says_so().unwrap_or_default()
    }

    /// Whether the server failed (5xx).
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.status().is_some_and(|status| status.is_server_error())
    }

    /// What went wrong, in a word for logs and counters.
    #[cfg_attr(not(feature = "tracing"), allow(dead_code, reason = "for traces"))]
    pub(crate) fn class(&self) -> &'static str {
        match &self.0.kind {
            Kind::Invalid(_) => "invalid",
            Kind::Credentials(_) => "credentials",
            Kind::Status => "status",
            Kind::Decode(_) => "decode",
            Kind::Transport(error) => match error.kind() {
                TransportErrorKind::Connect => "connect",
                TransportErrorKind::Timeout => "timeout",
                TransportErrorKind::ResponseTooLarge => "response_too_large",
                TransportErrorKind::Other => "transport",
            },
        }
    }

    /// Whether the same request may succeed later. It does not say that sending it twice is
    /// harmless: unless [`is_connect`](Self::is_connect) or
    /// [`is_rate_limited`](Self::is_rate_limited), the server may have acted on it.
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
            Kind::Invalid(reason) => write!(f, ": {reason}"),
            Kind::Credentials(_) => f.write_str(": the credentials could not be added"),
            Kind::Transport(error) => write!(f, ": {error}"),
            Kind::Decode(error) => write!(f, ": {}", error.summary()),
            Kind::Status => [self.error_code(), self.message()]
                .into_iter()
                .flatten()
                .try_for_each(|text| write!(f, ": {}", one_line(text))),
        }?;
        match self.0.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " (after {attempts} attempts)"),
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
            Kind::Invalid(_) | Kind::Status => None,
            Kind::Credentials(source) => Some(&**source),
            // `Display` says what the error of the transport says, so the chain goes on behind it.
            Kind::Transport(error) => error.source(),
            Kind::Decode(error) => Some(error),
        }
    }
}
