//! Transports: the interface between this crate and the network.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use h2::Reason;

/// A boxed future, which keeps traits with asynchronous methods dyn-compatible.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends one request and receives its response.
///
/// The default is a [`reqwest::Client`]. All requests go through this method, so tests can replace the network: convert
/// an `http::Response` of bytes or text with [`into`](Into::into).
///
/// The client drops the future when the timeout expires, and reads the body of the response, whole or as a stream.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transport",
    label = "cannot send requests",
    note = "pass a `reqwest::Client`, or a type for which you implement `Transport`"
)]
pub trait Transport: Send + Sync + 'static {
    /// Sends `request` once and receives the status and the headers of the response.
    ///
    /// # Errors
    ///
    /// If there is no response. A response of any status is not an error. Redirects must be returned, not followed.
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>>;
}

/// An error in sending a request or receiving its response.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The kinds of [`TransportError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The connection failed, or the server rejected the request before processing it (RFC 9113, 8.7).
    Connect,
    /// The timeout expired. The server may have processed the request.
    Timeout,
    /// The response is larger than the limit.
    ResponseTooLarge,
    /// Any other error. The server may have processed the request.
    Other,
}

impl TransportError {
    /// Creates an error without a source.
    #[must_use]
    pub fn new(kind: TransportErrorKind) -> Self {
        Self { kind, source: None }
    }

    /// Sets the source of the error.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
            ..self
        }
    }

    /// The kind of error.
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

impl TransportError {
    /// Creates an error of reading a body. Since its headers have arrived, the server has processed the request,
    /// whatever reason it gives.
    pub(crate) fn of_body(error: reqwest::Error) -> Self {
        let kind = if error.is_timeout() {
            TransportErrorKind::Timeout
        } else {
            TransportErrorKind::Other
        };
        Self::new(kind).with_source(error.without_url())
    }
}

impl From<reqwest::Error> for TransportError {
    fn from(error: reqwest::Error) -> Self {
        let kind = match () {
            // A connection that times out is both. It is safe to retry.
            () if error.is_connect() || is_refusal(&error) => TransportErrorKind::Connect,
            () if error.is_timeout() => TransportErrorKind::Timeout,
            () => TransportErrorKind::Other,
        };
        // The URL may contain secrets.
        Self::new(kind).with_source(error.without_url())
    }
}

/// Whether an HTTP/2 server states that it has not processed the request: it refused the stream or shut the connection
/// down.
fn is_refusal(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<h2::Error>() {
            let is_refused = error.is_reset() && error.reason() == Some(Reason::REFUSED_STREAM);
            let is_shut_down = error.is_go_away() && error.reason() == Some(Reason::NO_ERROR);
            return error.is_remote() && (is_refused || is_shut_down);
        }
        cause = error.source();
    }
    false
}

impl Transport for reqwest::Client {
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        let response = self.execute(request);
        Box::pin(async move { Ok(response.await?) })
    }
}
