//! Answers of an in-memory transport.

use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::recorded::Seen;
use crate::net::transport::{TransportError, TransportErrorKind};
use crate::wire::{self, Encode};

/// The answer of [`InMemory`](super::InMemory) to one request: a response or a transport error.
#[derive(Clone, Debug)]
pub struct Answer(Result<Response, Failure>);

#[derive(Clone)]
struct Response {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

/// Omits headers and body, which may be secret.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// A transport error.
#[derive(Clone, Debug)]
struct Failure {
    kind: TransportErrorKind,
    reason: String,
}

impl Answer {
    /// Creates a response with a status and a body, which may be empty.
    #[must_use]
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self(Ok(Response {
            status,
            headers: HeaderMap::new(),
            body: body.into(),
        }))
    }

    /// Creates a response with a status and a JSON body, such as a value of one of the API's types. The default
    /// `Content-Type` is the media type that the request prefers; [`header`](Self::header) overrides it.
    #[must_use]
    pub fn json(status: u16, body: &dyn Encode) -> Self {
        match wire::to_vec(body) {
            Ok(body) => Self::new(status, body),
            Err(error) => Self::failure(TransportErrorKind::Other, error.to_string()),
        }
    }

    /// Creates a transport error.
    #[must_use]
    pub fn error(kind: TransportErrorKind) -> Self {
        Self::failure(kind, "set by the test".to_owned())
    }

    pub(super) fn failure(kind: TransportErrorKind, reason: String) -> Self {
        Self(Err(Failure { kind, reason }))
    }

    /// Sets a header of the response.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if let Ok(response) = &mut self.0 {
            response.headers.insert(name, value);
        }
        self
    }

    pub(super) fn into_response(self, request: &Seen) -> Result<reqwest::Response, TransportError> {
        let Response {
            status,
            mut headers,
            body,
        } = self
            .0
            .map_err(|Failure { kind, reason }| TransportError::new(kind).with_source(reason))?;
        let asked = first_asked(request.request.headers());
        if let Some(asked) = asked.filter(|_| !body.is_empty()) {
            headers.entry(CONTENT_TYPE).or_insert(asked);
        }
        let mut response = http::Response::new(body);
        *response.status_mut() = StatusCode::from_u16(status)
            .map_err(|error| TransportError::new(TransportErrorKind::Other).with_source(error))?;
        *response.headers_mut() = headers;
        Ok(response.into())
    }
}

/// The preferred media type of a request: the first in `Accept`.
fn first_asked(headers: &HeaderMap) -> Option<HeaderValue> {
    let asked = headers.get(ACCEPT)?;
    let Some((first, _)) = asked.to_str().ok()?.split_once(", ") else {
        return Some(asked.clone());
    };
    HeaderValue::from_str(first).ok()
}
