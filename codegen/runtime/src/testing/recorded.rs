//! Requests that an in-memory transport has received.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Method, Uri};
use http_body::Body as _;
use serde_json::{Map, Value};

use super::Operation;
use crate::net::transport::TransportError;
use crate::wire::DecodeError;

/// A request as it reached the transport.
#[derive(Clone)]
pub(crate) struct Seen {
    /// The id of the operation, or the method and the path of any other request.
    pub(super) key: String,
    pub(super) request: http::Request<Bytes>,
    pub(super) parameters: Value,
}

impl Seen {
    /// Reads the whole request, including its body.
    pub(super) async fn receive(request: reqwest::Request) -> Result<Self, TransportError> {
        let request = http::Request::try_from(request)?;
        let (mut parts, mut body) = request.into_parts();
        let mut received = BytesMut::new();
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            received.extend(frame?.into_data());
        }
        // The description of a call (`described`): the id of the operation and the parameters.
        let mut described = parts.extensions.remove::<Value>().unwrap_or_default();
        let key = match described.get("operation").and_then(Value::as_str) {
            Some(id) => id.to_owned(),
            None => key(&parts.method, parts.uri.path()),
        };
        let parameters = described.get_mut("parameters").map(Value::take);
        Ok(Self {
            key,
            request: http::Request::from_parts(parts, received.freeze()),
            parameters: parameters.unwrap_or_else(|| Value::Object(Map::new())),
        })
    }
}

/// Identifies a request that is not a call of an operation.
pub(super) fn key(method: &Method, path: &str) -> String {
    format!("{method} {path}")
}

/// A request of the operation `O`, as it reached the transport.
#[derive(Clone)]
pub struct Recorded<O> {
    seen: Seen,
    operation: PhantomData<fn() -> O>,
}

impl<O> Recorded<O> {
    pub(super) fn new(seen: Seen) -> Self {
        Self {
            seen,
            operation: PhantomData,
        }
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        self.seen.request.method()
    }

    /// The URL, percent-encoded as it is sent.
    #[must_use]
    pub fn uri(&self) -> &Uri {
        self.seen.request.uri()
    }

    /// The headers, including credentials.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.seen.request.headers()
    }

    /// The parameters that were sent: an object of their names in the document and their values before encoding.
    /// Indexing returns `null` for a parameter that was not sent: `request.parameters()["pretty"]`.
    #[must_use]
    pub fn parameters(&self) -> &Value {
        &self.seen.parameters
    }

    /// The body as it was sent.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        self.seen.request.body()
    }
}

impl<O: Operation> Recorded<O> {
    /// Decodes the body to the value that was passed to the call.
    ///
    /// # Errors
    ///
    /// If the value cannot be read from JSON, for example because it was created without validation.
    pub fn body(&self) -> Result<O::Request, DecodeError> {
        O::decode(self.bytes())
    }
}

/// Omits the URL, headers and body, which may be secret.
impl<O> fmt::Debug for Recorded<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorded")
            .field("request", &self.seen.key)
            .field("body_bytes", &self.bytes().len())
            .finish_non_exhaustive()
    }
}
