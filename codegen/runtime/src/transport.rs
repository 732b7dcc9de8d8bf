//! How requests travel: [`Transport`] is the seam between this crate and a network.

use std::error::Error as StdError;
use std::fmt::{self, Write as _};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::{Bytes, BytesMut};

/// A future that is boxed, so that traits with asynchronous methods can be objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends one request and receives its response.
///
/// The default is a [`reqwest::Client`]. An implementation that answers from memory is enough to
/// test code that uses this crate, as this one method is all that touches a network.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, once, and receives the whole response.
    ///
    /// # Errors
    ///
    /// When there is no response, or one that breaks a limit. A response of any status is no error.
    /// Redirects are not followed: they are responses.
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>>;
}

/// What one exchange may take.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Limits {
    /// The time from the first byte sent to the last byte received.
    pub timeout: Option<Duration>,
    /// The size of the response's body in bytes.
    pub response_bytes: usize,
}

impl Limits {
    pub(crate) fn new(timeout: Option<Duration>, response_bytes: usize) -> Self {
        Self {
            timeout,
            response_bytes,
        }
    }
}

/// Why there is no response.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The kinds of [`TransportError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// There was no connection, so the server has not seen the request.
    Connect,
    /// It took too long. The server may have acted on the request.
    Timeout,
    /// The response is larger than the limit.
    ResponseTooLarge,
    /// Anything else. The server may have acted on the request.
    Other,
}

impl TransportError {
    /// An error without a cause.
    #[must_use]
    pub fn new(kind: TransportErrorKind) -> Self {
        Self { kind, source: None }
    }

    /// The same error with a cause.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
            ..self
        }
    }

    /// What kind of error it is.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "cannot connect",
            TransportErrorKind::Timeout => "timed out",
            TransportErrorKind::ResponseTooLarge => "the response is too large",
            TransportErrorKind::Other => "the exchange failed",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_ref()
            .map(|source| &**source as &(dyn StdError + 'static))
    }
}

impl From<reqwest::Error> for TransportError {
    fn from(error: reqwest::Error) -> Self {
        let kind = match () {
            // A connection that takes too long is both, and safe to try again.
            () if error.is_connect() => TransportErrorKind::Connect,
            () if error.is_timeout() => TransportErrorKind::Timeout,
            () => TransportErrorKind::Other,
        };
        // The URL may contain what is not for logs.
        Self::new(kind).with_source(error.without_url())
    }
}

impl Transport for reqwest::Client {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(async move {
            let mut request = converted(request)?;
            *request.timeout_mut() = limits.timeout;
            let response = self.execute(request).await?;
            receive(response, limits.response_bytes).await
        })
    }
}

/// The request as `reqwest` has it. Its own conversion would grow the text of the URL bit by bit.
fn converted(request: http::Request<Bytes>) -> Result<reqwest::Request, TransportError> {
    let (parts, body) = request.into_parts();
    let mut url = String::with_capacity(256);
    // Writing to a string does not fail.
    let _ = write!(url, "{}", parts.uri);
    let url = reqwest::Url::parse(&url)
        .map_err(|error| TransportError::new(TransportErrorKind::Other).with_source(error))?;
    let mut request = reqwest::Request::new(parts.method, url);
    *request.headers_mut() = parts.headers;
    *request.body_mut() = Some(body.into());
    Ok(request)
}

async fn receive(
    mut response: reqwest::Response,
    limit: usize,
) -> Result<http::Response<Bytes>, TransportError> {
    let body = body(&mut response, limit).await?;
    let mut received = http::Response::new(body);
    *received.status_mut() = response.status();
    *received.headers_mut() = std::mem::take(response.headers_mut());
    Ok(received)
}

async fn body(response: &mut reqwest::Response, limit: usize) -> Result<Bytes, TransportError> {
    let too_large = || TransportError::new(TransportErrorKind::ResponseTooLarge);
    let first = response.chunk().await?.unwrap_or_default();
    let mut left = limit.checked_sub(first.len()).ok_or_else(too_large)?;
    let mut next = response.chunk().await?;
    if next.is_none() {
        // Most bodies are one chunk, which needs no copy.
        return Ok(first);
    }
    let mut body = BytesMut::from(first);
    while let Some(chunk) = next {
        left = left.checked_sub(chunk.len()).ok_or_else(too_large)?;
        body.extend_from_slice(&chunk);
        next = response.chunk().await?;
    }
    Ok(body.freeze())
}
