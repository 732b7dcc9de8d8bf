//! The client credentials grant of OAuth 2.0 (RFC 6749, 4.4).

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use secrecy::zeroize::Zeroizing;

use super::credentials::{Authorization, Challenge, Credentials};
use super::secret::Secret;
use super::token::TokenCache;
use super::token_request::Grant;
use super::tokens::Tokens;
use crate::document::{SecurityKind, SecurityScheme};
use crate::net::transport::BoxFuture;

/// The id and secret of a client, often called a service account, which are exchanged for access tokens (the client
/// credentials grant of OAuth 2.0).
///
/// A token is fetched for the first request that needs it, and shared by all clones of these credentials and of the
/// client. It is refreshed before it expires, and once after a server rejects it (401). Concurrent calls share one
/// refresh. A request to a token endpoint that is temporarily unavailable is retried after the delay in `Retry-After`,
/// or else with backoff, within the deadline of the call.
///
/// The document defines the URL of the token endpoint. If it is on the host of the API, it follows the base URL of the
/// client.
#[derive(Clone)]
pub struct ClientCredentials {
    secret: Secret,
    tokens: Tokens,
}

impl ClientCredentials {
    /// Creates credentials from an id and a secret.
    #[must_use]
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self {
            secret: client_secret.into(),
            tokens: Tokens::new(client_id.into(), endpoint),
        }
    }

    /// Sets the scope to request, with spaces between its parts (RFC 6749, 3.3). By default, no scope is requested.
    #[must_use]
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.tokens.scope = Some(scope.into());
        self
    }

    /// Sets the URL of the token endpoint. Overrides the document, and does not follow the base URL.
    #[must_use]
    pub fn with_token_url(mut self, url: impl Into<String>) -> Self {
        self.tokens.token_url = Some(url.into());
        self
    }

    /// Sets the URL of the revocation endpoint (RFC 7009). The default is `revoke`, next to the token endpoint.
    #[must_use]
    pub fn with_revocation_url(mut self, url: impl Into<String>) -> Self {
        self.tokens.revocation_url = Some(url.into());
        self
    }

    /// Also stores tokens in `cache`, which other processes can share. By default, tokens are only in memory.
    #[must_use]
    pub fn with_cache(mut self, cache: impl TokenCache) -> Self {
        self.tokens.cache = Some(Arc::new(cache));
        // The new cache does not contain the tokens in memory.
        self.tokens.slots = Arc::default();
        self
    }
}

impl Grant for ClientCredentials {
    fn parameters(&self, _token_url: &str) -> Zeroizing<String> {
        Zeroizing::new("grant_type=client_credentials".to_owned())
    }

    fn client_secret(&self) -> Option<&Secret> {
        Some(&self.secret)
    }

    fn secrets(&self, _token_url: &str) -> Vec<Secret> {
        vec![self.secret.clone()]
    }
}

fn endpoint(scheme: &SecurityScheme) -> Option<&'static str> {
    match scheme.kind {
        SecurityKind::OAuth2ClientCredentials { token_url, .. } => Some(token_url),
        _ => None,
    }
}

impl Credentials for ClientCredentials {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        endpoint(scheme).is_some()
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(self.tokens.authorize(self, request, authorization))
    }

    fn challenged<'a>(
        &'a self,
        challenge: Challenge<'a>,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        Box::pin(async move { self.tokens.reject(&challenge, &authorization) })
    }

    fn revoke<'a>(
        &'a self,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(self.tokens.revoke(self, authorization))
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("client_id", &self.tokens.client_id)
            .field("client_secret", &self.secret)
            .field("scope", &self.tokens.scope)
            .finish_non_exhaustive()
    }
}
