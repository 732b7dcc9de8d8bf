//! The trait of all credentials.

use std::error::Error as StdError;
use std::pin::pin;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use super::hold::Hold;
use crate::client::clock::Clock;
use crate::document::SecurityScheme;
use crate::net::collect;
use crate::net::deadline::within;
use crate::net::limits::Limits;
use crate::net::transport::{BoxFuture, Transport, TransportError};

/// Authenticates requests.
///
/// Before it sends anything, a client asks its credentials which security schemes of the operation they serve. They then
/// authenticate the request of every attempt.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not credentials",
    label = "cannot authenticate requests",
    note = "pass credentials of this crate, or a type for which you implement `Credentials`"
)]
pub trait Credentials: Send + Sync + 'static {
    /// Whether these credentials serve `scheme`.
    fn serves(&self, scheme: &SecurityScheme) -> bool;

    /// Authenticates `request` with the schemes of `authorization`.
    ///
    /// The time that this takes counts towards the timeout of the attempt and the deadline of the call; after either, the
    /// future is dropped.
    ///
    /// # Errors
    ///
    /// Any error aborts the call and is the source of its error. It must not show a secret.
    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>>;

    /// Called when the server rejects the credentials (401). Returns whether to try again: `authorize` is then called with
    /// the same request. This happens once for each attempt of a call and does not count as a retry.
    ///
    /// Several calls can be rejected at once for the same reason; `challenge` has the header that this one sent.
    fn challenged<'a>(
        &'a self,
        challenge: Challenge<'a>,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        let _ = (challenge, authorization);
        Box::pin(std::future::ready(false))
    }

    /// Revokes what was obtained from the server, such as an access token. The default implementation does nothing.
    ///
    /// # Errors
    ///
    /// If the revocation fails. The error must not show a secret.
    fn revoke<'a>(
        &'a self,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        let _ = authorization;
        Box::pin(std::future::ready(Ok(())))
    }
}

/// A response that rejects the credentials.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Challenge<'a> {
    /// The `Authorization` that was sent, if there was one.
    pub sent: Option<&'a HeaderValue>,
    /// The headers of the response, such as `WWW-Authenticate`.
    pub headers: &'a HeaderMap,
}

/// The context in which credentials authenticate a request.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Authorization<'a> {
    /// The schemes to satisfy, all of which the credentials serve.
    pub schemes: &'a [&'a SecurityScheme],
    /// The base URL of the client, without a slash at the end.
    pub base_url: &'a str,
    /// The default headers of the client. Requests of credentials should send `User-Agent`; the other headers may not be
    /// meant for the host of a token endpoint.
    pub headers: &'a HeaderMap,
    pub(crate) attempt: &'a AttemptContext<'a>,
}

/// The attempt that credentials authenticate.
pub(crate) struct AttemptContext<'a> {
    pub(crate) transport: &'a dyn Transport,
    /// The limits of one request, unless the deadline of the call is earlier.
    pub(crate) limits: Limits,
    pub(crate) clock: &'a dyn Clock,
    /// The deadline of the call.
    pub(crate) deadline: Option<Instant>,
    pub(crate) hold: Hold,
}

impl AttemptContext<'_> {
    /// The time that is left for the call.
    pub(crate) fn left(&self) -> Option<Duration> {
        let now = self.clock.now();
        Some(self.deadline?.saturating_duration_since(now))
    }
}

impl Authorization<'_> {
    /// Sends a request of the credentials themselves, such as one for a token, once and returns the whole response. It
    /// uses the transport of the client, within the time that is left for the call.
    ///
    /// # Errors
    ///
    /// If there is no response. A response of any status is not an error.
    pub async fn send(
        &self,
        request: reqwest::Request,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let times = [self.attempt.limits.timeout, self.attempt.left()];
        let timeout = times.into_iter().flatten().min();
        self.send_within(timeout, request).await
    }

    pub(crate) async fn send_within(
        &self,
        timeout: Option<Duration>,
        request: reqwest::Request,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let exchange = pin!(async {
            let mut response = self.attempt.transport.send(request).await?;
            let body = collect::body(&mut response, self.attempt.limits.response_bytes).await?;
            Ok::<_, TransportError>((response, body))
        });
        let (mut response, body) = within(self.attempt.clock, timeout, exchange).await?;
        let mut received = http::Response::new(body);
        *received.status_mut() = response.status();
        *received.headers_mut() = std::mem::take(response.headers_mut());
        Ok(received)
    }
}
