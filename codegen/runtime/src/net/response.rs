//! Responses with decoded bodies.

use std::fmt;
use std::str::FromStr;

use bytes::Bytes;
use http::header::LOCATION;
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

/// The rate limit that a server reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// The number of requests in the window (`RateLimit-Limit`).
    pub limit: Option<u64>,
    /// The number of requests that remain (`RateLimit-Remaining`).
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

    /// The rate limit reported by the server, if any.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        rate_limit(&self.headers)
    }

    /// The id that the server assigned to the request, if any.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// The number of attempts.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The `Location` header: the target of a redirect, or the URL of a new resource. It may be relative to the URL of the
    /// request.
    pub fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// Parses the value of a header as `T`, such as a number or a `String`. `None` if the header is missing or does not
    /// parse as `T`.
    pub fn header<H: FromStr>(&self, name: &str) -> Option<H> {
        self.headers.get(name)?.to_str().ok()?.parse().ok()
    }

    /// The body before decoding, without an envelope. Empty if the body is a stream.
    pub fn raw_body(&self) -> &Bytes {
        &self.raw_body
    }

    /// The body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// A mutable reference to the body.
    pub fn body_mut(&mut self) -> &mut T {
        &mut self.body
    }

    /// Returns the body without the status and the headers.
    pub fn into_body(self) -> T {
        self.body
    }
}

impl Response<Bytes> {
    /// Decodes the body as JSON of one of the API's types, if the response has another media type than the default one.
    ///
    /// # Errors
    ///
    /// If the body is not JSON or does not have the form of `U`.
    pub fn decode<U: Decode>(&self) -> Result<U, DecodeError> {
        wire::from_slice(&self.body)
    }
}

/// Omits headers and body, which may be secret. To print a value of the API without its secrets, use `{:?}` of
/// [`body`](Response::body).
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
