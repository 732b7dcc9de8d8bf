//! Who is calling: [`Credentials`] add to a request what proves it.

use std::error::Error as StdError;
use std::fmt;
use std::time::Instant;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use crate::clock::Clock;
use crate::document::{SecurityKind, SecurityScheme};
use crate::transport::{BoxFuture, Limits, Transport};

/// What proves who is calling.
///
/// A client asks its credentials which of the security schemes of an operation they serve, before
/// anything is sent, and then lets them add to the request of every attempt.
pub trait Credentials: Send + Sync + 'static {
    /// Whether these credentials can do what `scheme` asks for.
    fn serves(&self, scheme: &SecurityScheme) -> bool;

    /// Adds to `request` what the schemes of `authorization` ask for.
    ///
    /// # Errors
    ///
    /// Any error stops the request, and is the source of the error that the caller gets. It must
    /// not show a secret.
    fn authorize<'a>(
        &'a self,
        request: &'a mut http::Request<Bytes>,
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
}

/// An exchange in which the server did not accept the credentials.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Challenge<'a> {
    /// The headers that were sent, with what `authorize` added to them.
    pub sent: &'a HeaderMap,
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
    /// What the client sends requests with.
    pub transport: &'a dyn Transport,
    /// What one exchange may take now.
    pub limits: Limits,
    pub(crate) clock: &'a dyn Clock,
    /// When the call has to be over.
    pub(crate) deadline: Option<Instant>,
}

/// A string that is not to be seen: it is left out of `{:?}` and wiped from memory when it is
/// dropped.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Hides a string.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self(SecretString::from(value.into()))
    }

    /// The string.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// A token that the caller already has (RFC 6750). It is sent as it is and never refreshed.
#[derive(Clone, Debug)]
pub struct BearerToken(Secret);

impl BearerToken {
    /// Credentials from a token.
    #[must_use]
    pub fn new(token: impl Into<Secret>) -> Self {
        Self(token.into())
    }
}

impl Credentials for BearerToken {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        matches!(
            scheme.kind,
            SecurityKind::HttpBearer
                | SecurityKind::OAuth2ClientCredentials { .. }
                | SecurityKind::OAuth2Other
                | SecurityKind::OpenIdConnect
        )
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut http::Request<Bytes>,
        _authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            // The error of `http` does not show the value.
            let text = Zeroizing::new(format!("Bearer {}", self.0.expose()));
            let mut value = HeaderValue::from_str(&text)?;
            value.set_sensitive(true);
            request.headers_mut().insert(AUTHORIZATION, value);
            Ok(())
        })
    }
}
