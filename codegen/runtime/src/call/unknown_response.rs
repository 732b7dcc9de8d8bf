//! Responses with undocumented statuses.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use http::header::CONTENT_TYPE;

use crate::net::reply::Reply;
use crate::wire::json;
use crate::wire::{self, Decode, DecodeError};

/// A successful response with an undocumented status.
#[derive(Clone)]
pub struct UnknownResponse {
    status: StatusCode,
    content_type: Option<String>,
    body: Bytes,
    /// The memory that decoding the body may take, in bytes, if a client limits it.
    memory: Option<usize>,
}

impl PartialEq for UnknownResponse {
    fn eq(&self, other: &Self) -> bool {
        (self.status, &self.content_type, &self.body)
            == (other.status, &other.content_type, &other.body)
    }
}

impl Eq for UnknownResponse {}

impl UnknownResponse {
    /// Creates a response with this status and body, for tests.
    pub fn new(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            content_type: None,
            body: body.into(),
            memory: None,
        }
    }

    /// The HTTP status code.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The `Content-Type` of the body, if the server sent one.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The body, unchanged.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Decodes the body as one of the API's types.
    ///
    /// # Errors
    ///
    /// If the body is not JSON or does not match `T`.
    pub fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        match self.memory {
            Some(memory) => json::from_slice_within(&self.body, memory),
            None => wire::from_slice(&self.body),
        }
    }
}

/// Shows the size of the body only, since its content may be secret.
impl fmt::Debug for UnknownResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownResponse")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl From<&Reply> for UnknownResponse {
    fn from(reply: &Reply) -> Self {
        let content_type = reply.headers.get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        Self {
            status: reply.status,
            content_type: content_type.map(str::to_owned),
            body: reply.body.clone(),
            memory: Some(reply.memory()),
        }
    }
}
