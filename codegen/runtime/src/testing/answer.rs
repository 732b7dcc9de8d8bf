//! What a transport in memory gives for one request.

use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::recorded::Seen;
use crate::net::transport::{TransportError, TransportErrorKind};
use crate::wire::{self, Encode};

/// What [`InMemory`](super::InMemory) gives for one request: a response, or none.
#[derive(Clone, Debug)]
pub struct Answer(Result<Response, Failure>);

#[derive(Clone)]
struct Response {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

/// Headers and body may be secret, so they are not shown.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// Why there is no response.
#[derive(Clone, Debug)]
struct Failure {
    kind: TransportErrorKind,
    reason: String,
}

impl Answer {
    /// A response with a status and any body, an empty one included.
    #[must_use]
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self(Ok(Response {
            status,
            headers: HeaderMap::new(),
            body: body.into(),
        }))
    }

    /// A response with a status and a body of JSON, such as a value of one of the API's types. Its
    /// `Content-Type` is the one that the request asks for, unless [`header`](Self::header) says
    /// otherwise.
    #[must_use]
    pub fn json(status: u16, body: &dyn Encode) -> Self {
        match wire::to_vec(body) {
            Ok(body) => Self::new(status, body),
            Err(error) => Self::failure(TransportErrorKind::Other, error.to_string()),
        }
    }

    /// No response.
    #[must_use]
    pub fn error(kind: TransportErrorKind) -> Self {
        Self::failure(kind, "so the test has it".to_owned())
    }

    pub(super) fn failure(kind: TransportErrorKind, reason: String) -> Self {
        Self(Err(Failure { kind, reason }))
    }

    /// Adds a header to a response, or replaces the one of the same name.
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
