//! Responses before their bodies are decoded.

use std::borrow::Cow;
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::limits::Limits;
use super::response::Response;
use crate::error::call_error::Error;
use crate::wire::DecodeError;
use crate::wire::json;
use crate::wire::parse::parse_within;

/// A response before its body is decoded.
pub(crate) struct Reply {
    /// The id of the operation.
    pub(crate) operation: Cow<'static, str>,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The time at which the response was received, if it has a `Retry-After`, which may be a date.
    pub(crate) received: Option<SystemTime>,
    pub(crate) attempts: u32,
    pub(crate) limits: Limits,
}

/// Decodes the body of a response.
pub(crate) type Read<T> = fn(&Reply) -> Result<T, DecodeError>;

impl Reply {
    /// Sets the number of attempts.
    pub(crate) fn after(mut self: Box<Self>, attempts: u32) -> Box<Self> {
        self.attempts = attempts;
        self
    }

    /// Decodes the body and returns it with the status and the headers.
    pub(crate) fn into_response<T>(self: Box<Self>, read: Read<T>) -> Result<Response<T>, Error> {
        match read(&self) {
            Ok(body) => Ok(self.with_body(body)),
            Err(error) => Err(Error::decode(self, error)),
        }
    }

    /// The response with a decoded body.
    pub(crate) fn with_body<T>(self, body: T) -> Response<T> {
        Response {
            status: self.status,
            headers: self.headers,
            attempts: self.attempts,
            raw_body: self.body,
            body,
        }
    }

    /// Returns the body without decoding it.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "every reader has the same signature"
    )]
    pub(crate) fn read_bytes(&self) -> Result<Bytes, DecodeError> {
        Ok(self.body.clone())
    }

    /// Decodes JSON into a type of the caller. An empty body is `null`.
    pub(crate) fn read_any<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        let body = match json::without_mark(&self.body) {
            [] => b"null",
            body => body,
        };
        parse_within(body, self.memory())
    }

    /// The memory that decoding the body may take, in bytes.
    pub(crate) fn memory(&self) -> usize {
        self.limits.memory(&self.body)
    }
}
