//! Responses: the decoded body beside what HTTP says about it.

use std::fmt;
use std::str::FromStr;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::wire::{self, Decode, DecodeError};

/// The body of a response with its status and headers.
#[derive(Clone)]
pub struct Response<T> {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) attempts: u32,
    pub(super) raw_body: Bytes,
    pub(super) body: T,
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
