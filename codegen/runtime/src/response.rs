//! Responses: the decoded body beside what HTTP says about it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::credentials::Secret;
use crate::error::Error;
use crate::media_type;
use crate::outcome::Outcome;
use crate::receive::Limits;
use crate::stream::ByteStream;
use crate::wire::{self, Decode, DecodeError, Slot};

/// The body of a response with its status and headers.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    raw_body: Bytes,
    body: T,
}

/// How many requests a server lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// The number of requests in the window (`RateLimit-Limit`).
    pub limit: Option<u64>,
    /// How many of them are left (`RateLimit-Remaining`).
    pub remaining: Option<u64>,
}

impl<T> Response<T> {
    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// How many requests the server lets through, if it says so.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        rate_limit(&self.headers)
    }

    /// The id under which the server knows the request.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// How many attempts the call made.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The value of a header as `T`, such as a number or a `String`; nothing where the header is absent, is no text,
    /// or is no `T`.
    pub fn header<H: FromStr>(&self, name: &str) -> Option<H> {
        self.headers.get(name)?.to_str().ok()?.parse().ok()
    }

    /// The body as it came, but for an envelope. One that is read as a stream is not here.
    pub fn raw_body(&self) -> &Bytes {
        &self.raw_body
    }

    /// The body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body, to change or to read from.
    pub fn body_mut(&mut self) -> &mut T {
        &mut self.body
    }

    /// The body alone.
    pub fn into_body(self) -> T {
        self.body
    }
}

impl Response<Bytes> {
    /// Reads the body as JSON of one of the API's types: for a response in another media type than the usual one.
    ///
    /// # Errors
    ///
    /// If the body is not JSON or does not have the form of `U`.
    pub fn decode<U: Decode>(&self) -> Result<U, DecodeError> {
        wire::from_slice(&self.body)
    }
}

/// Headers and body may be secret, so they are not shown. A body that is a value of the API shows itself without its
/// secrets: `{:?}` of [`body`](Response::body).
impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("attempts", &self.attempts)
            .field("request_id", &self.request_id())
            .field("body_bytes", &self.raw_body.len())
            .finish_non_exhaustive()
    }
}

pub(crate) fn rate_limit(headers: &HeaderMap) -> Option<RateLimit> {
    let number = |names: [&str; 2]| {
        let value = names.into_iter().find_map(|name| headers.get(name))?;
        value.to_str().ok()?.trim().parse().ok()
    };
    let limit = number(["ratelimit-limit", "x-ratelimit-limit"]);
    let remaining = number(["ratelimit-remaining", "x-ratelimit-remaining"]);
    (limit.is_some() || remaining.is_some()).then_some(RateLimit { limit, remaining })
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let names = ["x-request-id", "request-id", "x-correlation-id"];
    names
        .into_iter()
        .find_map(|name| headers.get(name))?
        .to_str()
        .ok()
}

/// A response before its body is decoded.
pub(crate) struct Reply {
    /// The id of the operation that it answers.
    pub(crate) operation: Cow<'static, str>,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The body, where the caller reads it.
    pub(crate) stream: Option<Box<ByteStream>>,
    /// When it came, if it has a `Retry-After`, which may be a date.
    pub(crate) received: Option<SystemTime>,
    pub(crate) attempts: u32,
    pub(crate) limits: Limits,
}

/// How the body of a response is made out.
pub(crate) type Read<T> = fn(&Reply) -> Result<T, DecodeError>;

#[allow(dead_code, reason = "a document may not have every kind of body")]
impl Reply {
    /// The same reply, to the last of so many attempts.
    pub(crate) fn after(mut self: Box<Self>, attempts: u32) -> Box<Self> {
        self.attempts = attempts;
        if let Some(stream) = &mut self.stream {
            stream.after(attempts);
        }
        self
    }

    /// Leaves the body to the caller, if that was asked for.
    pub(crate) fn stream(mut self) -> Result<Response<ByteStream>, Error> {
        match self.stream.take() {
            Some(body) => Ok(self.with(*body)),
            None => Err(Error::invalid(self.operation, "it has no stream")),
        }
    }

    /// The body, as `read` makes it out.
    pub(crate) fn into_body<T>(self: Box<Self>, read: Read<T>) -> Result<T, Error> {
        match read(&self) {
            Ok(body) => Ok(body),
            Err(error) => Err(Error::decode(self, error)),
        }
    }

    /// The response with its body, as `read` makes it out.
    pub(crate) fn into_response<T>(self: Box<Self>, read: Read<T>) -> Result<Response<T>, Error> {
        match read(&self) {
            Ok(body) => Ok(self.with(body)),
            Err(error) => Err(Error::decode(self, error)),
        }
    }

    fn with<T>(self, body: T) -> Response<T> {
        Response {
            status: self.status,
            headers: self.headers,
            attempts: self.attempts,
            raw_body: self.body,
            body,
        }
    }

    /// Takes no notice of the body.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "every reader has the same signature"
    )]
    pub(crate) fn read_nothing(_: &Self) -> Result<(), DecodeError> {
        Ok(())
    }

    /// Takes a body as it is.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "every reader has the same signature"
    )]
    pub(crate) fn read_bytes(&self) -> Result<Bytes, DecodeError> {
        Ok(self.body.clone())
    }

    /// Takes a body of text that is a secret.
    pub(crate) fn read_secret(&self) -> Result<Secret, DecodeError> {
        self.read_text().map(Secret::from)
    }

    /// Takes a body of text.
    pub(crate) fn read_text(&self) -> Result<String, DecodeError> {
        let text = std::str::from_utf8(&self.body).map(str::to_owned);
        text.map_err(|error| DecodeError::new(String::new(), error.to_string()))
    }

    /// Decodes a body of JSON. No body is a missing optional value.
    pub(crate) fn read_json<T: Decode>(&self) -> Result<T, DecodeError> {
        let mut body = T::blank();
        self.read(body.slot())?;
        Ok(body)
    }

    /// Decodes a body of JSON. `None` if the status has no body or the server sent none, and for the note that servers
    /// send with a redirect for people to read.
    pub(crate) fn read_optional<T: Decode>(
        &self,
        has_none: impl Fn(u16) -> bool,
    ) -> Result<Option<T>, DecodeError> {
        if has_none(self.status.as_u16()) || self.is_empty() || self.is_note() {
            return Ok(None);
        }
        self.read_json::<Option<T>>()
    }

    /// Whether it is a redirect with something else than JSON (RFC 9110, section 15.4).
    fn is_note(&self) -> bool {
        let content_type = self.headers.get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        self.status.is_redirection() && content_type.is_some_and(|it| !media_type::is_json(it))
    }

    /// Decodes a body that the status tells of.
    pub(crate) fn read_outcome<T: Outcome>(&self) -> Result<T, DecodeError> {
        let unknown = || Err(DecodeError::new(String::new(), "an unknown status".into()));
        T::read(self).unwrap_or_else(unknown)
    }

    /// Decodes a body of JSON into a type of the caller. No body is `null`.
    pub(crate) fn read_any<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        let body = match wire::without_mark(&self.body) {
            [] => b"null",
            body => body,
        };
        wire::parse_within(body, self.memory())
    }

    /// How much memory decoding the body may take, in bytes.
    pub(crate) fn memory(&self) -> usize {
        self.limits.memory(&self.body)
    }

    fn read(&self, slot: Slot<'_>) -> Result<(), DecodeError> {
        // Nothing is a missing optional value, and `null` where the document says nothing of the value.
        if self.is_empty() && matches!(slot, Slot::Optional(_) | Slot::Json(_)) {
            return Ok(());
        }
        match self.problem() {
            Some(reason) => Err(DecodeError::new(String::new(), reason)),
            None => wire::fill(slot, &self.body, self.memory()),
        }
    }

    /// Whether there is no JSON text at all.
    fn is_empty(&self) -> bool {
        wire::without_mark(&self.body).trim_ascii().is_empty()
    }

    /// Why the body cannot be JSON.
    fn problem(&self) -> Option<String> {
        if self.is_empty() {
            let status = self.status.as_u16();
            return Some(format!(
                "the body is empty (status {status}), JSON was expected"
            ));
        }
        let content_type = self.headers.get(CONTENT_TYPE);
        let content_type = content_type.map(|value| value.to_str().unwrap_or_default())?;
        if !media_type::is_json(content_type) {
            return Some(format!("the content type is `{content_type}` and not JSON"));
        }
        let charset = media_type::foreign_charset(content_type, &self.body)?;
        Some(format!("the charset is `{charset}`, JSON is UTF-8"))
    }
}
