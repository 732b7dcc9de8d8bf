//! How requests travel: [`Transport`] is the seam between this crate and a network.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use h2::Reason;

/// A future that is boxed, so that traits with asynchronous methods can be objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends one request and receives its response.
///
/// The default is a [`reqwest::Client`]. An implementation that answers from memory is enough to
/// test code that uses this crate, as this one method is all that touches a network: a response is
/// made from an `http::Response` of bytes or text by [`into`](Into::into).
///
/// The client sees to the rest. It drops the future when the exchange takes too long, and reads the
/// body of the response, whole or as a stream.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transport",
    label = "cannot send requests",
    note = "pass a `reqwest::Client`, or a type for which you implement `Transport`"
)]
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, once, and receives the status and the headers of the response.
    ///
    /// # Errors
    ///
    /// When there is no response. A response of any status is no error. Redirects are not followed:
    /// they are responses.
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>>;
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
    /// There was no connection, or the server refused the request unseen (RFC 9113, 8.7): it has not acted on it.
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

impl TransportError {
    /// An error of a body whose headers have arrived: the server processed the request, whatever the reason that it
    /// gives for the rest.
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
            // A connection that takes too long is both, and safe to try again.
            () if error.is_connect() || is_refusal(&error) => TransportErrorKind::Connect,
            () if error.is_timeout() => TransportErrorKind::Timeout,
            () => TransportErrorKind::Other,
        };
        // The URL may contain what is not for logs.
        Self::new(kind).with_source(error.without_url())
    }
}

/// Whether a server of HTTP/2 says that it has not processed the request: it refused the stream, or shut the connection
/// down before.
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
