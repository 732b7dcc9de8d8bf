//! Who is calling: [`Credentials`] add to a request what proves it.

mod api_key;
mod basic;
mod bearer;
mod client_credentials;
mod digest;
pub(crate) mod environment;
#[cfg(feature = "file-cache")]
mod file_cache;
mod list;
mod secret;
mod token;
mod token_error;
mod token_request;
mod token_slot;
pub(crate) mod token_url;

use std::any::Any;
use std::error::Error as StdError;
use std::pin::pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

pub use api_key::ApiKey;
pub use basic::BasicCredentials;
pub use bearer::BearerToken;
pub use client_credentials::ClientCredentials;
pub use digest::DigestCredentials;
#[cfg(feature = "file-cache")]
pub use file_cache::FileTokenCache;
pub use secret::Secret;
pub use token::{AccessToken, CacheFuture, TokenCache, TokenKey};
pub use token_error::TokenError;
pub(crate) use token_error::transport_kind;

use crate::clock::Clock;
use crate::document::SecurityScheme;
use crate::receive::{self, Limits, within};
use crate::transport::{BoxFuture, Transport, TransportError};

/// What proves who is calling.
///
/// A client asks its credentials which of the security schemes of an operation they serve, before
/// anything is sent, and then lets them add to the request of every attempt.
pub trait Credentials: Send + Sync + 'static {
    /// Whether these credentials can do what `scheme` asks for.
    fn serves(&self, scheme: &SecurityScheme) -> bool;

    /// Adds to `request` what the schemes of `authorization` ask for.
    ///
    /// The time that this takes counts towards the timeout of the attempt and the deadline of the call; when either is
    /// over, the future is dropped.
    ///
    /// # Errors
    ///
    /// Any error stops the request, and is the source of the error that the caller gets. It must
    /// not show a secret.
    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>>;

    /// Hears that the server does not accept what was added (401), and says whether the request is
    /// worth another try: `authorize` is then asked again, with the same request as before. That
    /// happens once for each attempt of a call, and does not count as a retry.
    ///
    /// Many calls can be refused at once for the same reason; `challenge` has what this one sent.
    fn challenged<'a>(
        &'a self,
        challenge: Challenge<'a>,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        let _ = (challenge, authorization);
        Box::pin(std::future::ready(false))
    }

    /// Gives back what was obtained from the server, so that it is no longer accepted. By default
    /// there is nothing to give back.
    ///
    /// # Errors
    ///
    /// When the server could not be told. The error must not show a secret.
    fn revoke<'a>(
        &'a self,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        let _ = authorization;
        Box::pin(std::future::ready(Ok(())))
    }
}

/// An exchange in which the server did not accept the credentials.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Challenge<'a> {
    /// The `Authorization` that was sent, if there was one.
    pub sent: Option<&'a HeaderValue>,
    /// The headers of the response, such as `WWW-Authenticate`.
    pub headers: &'a HeaderMap,
}

/// What credentials can work with.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Authorization<'a> {
    /// The schemes to satisfy, all of which the credentials serve.
    pub schemes: &'a [&'a SecurityScheme],
    /// The base URL of the client, without a slash at the end.
    pub base_url: &'a str,
    /// The headers of every request of the client. `User-Agent` is for requests of credentials too;
    /// the others may not be for the host of a token endpoint.
    pub headers: &'a HeaderMap,
    pub(crate) transport: &'a dyn Transport,
    /// What one exchange may take, unless the call is over before.
    pub(crate) limits: Limits,
    pub(crate) clock: &'a dyn Clock,
    /// When the call has to be over.
    pub(crate) deadline: Option<Instant>,
    pub(crate) hold: &'a Hold,
}

impl Authorization<'_> {
    /// Sends a request of the credentials themselves, such as one for a token, once, and receives
    /// the whole response. It goes by the transport of the client, and takes no more than the call
    /// may take.
    ///
    /// # Errors
    ///
    /// When there is no response. A response of any status is no error.
    pub async fn send(
        &self,
        request: reqwest::Request,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let times = [self.limits.timeout, self.left()];
        let timeout = times.into_iter().flatten().min();
        self.send_within(timeout, request).await
    }

    pub(crate) async fn send_within(
        &self,
        timeout: Option<Duration>,
        request: reqwest::Request,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let exchange = pin!(async {
            let mut response = self.transport.send(request).await?;
            let body = receive::body(&mut response, self.limits.response_bytes).await?;
            Ok::<_, TransportError>((response, body))
        });
        let (mut response, body) = within(self.clock, timeout, exchange).await?;
        let mut received = http::Response::new(body);
        *received.status_mut() = response.status();
        *received.headers_mut() = std::mem::take(response.headers_mut());
        Ok(received)
    }

    /// The time that is left for the call.
    pub(crate) fn left(&self) -> Option<Duration> {
        let now = self.clock.now();
        Some(self.deadline?.saturating_duration_since(now))
    }
}

/// What credentials keep until an attempt is over, however it ends.
#[derive(Default)]
pub(crate) struct Hold(Mutex<Held>);

#[derive(Default)]
struct Held {
    state: Option<Box<dyn Any + Send>>,
    on_acceptance: Option<Box<dyn FnOnce() + Send>>,
    pauses: Duration,
}

impl Hold {
    fn keep(&self, state: impl Send + 'static) {
        self.held().state = Some(Box::new(state));
    }

    /// The state of type `T`, if there is one.
    fn take<T: 'static>(&self) -> Option<T> {
        let mut held = self.held();
        match held.state.take()?.downcast() {
            Ok(state) => Some(*state),
            Err(other) => {
                held.state = Some(other);
                None
            }
        }
    }

    /// Keeps what is to be done when the server accepts the request.
    fn on_acceptance(&self, work: impl FnOnce() + Send + 'static) {
        self.held().on_acceptance = Some(Box::new(work));
    }

    /// Does what the server's acceptance of the request calls for.
    pub(crate) fn accept(&self) {
        let work = self.held().on_acceptance.take();
        if let Some(work) = work {
            work();
        }
    }

    /// Grants the attempt more time, for a pause that a server has asked for.
    fn extend(&self, pause: Duration) {
        let mut held = self.held();
        held.pauses = held.pauses.saturating_add(pause);
    }

    /// The pauses since the last call of this function.
    pub(crate) fn take_pauses(&self) -> Option<Duration> {
        let pauses = std::mem::take(&mut self.held().pauses);
        (!pauses.is_zero()).then_some(pauses)
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
