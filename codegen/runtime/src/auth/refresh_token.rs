//! Refresh tokens of OAuth 2.0 (RFC 6749, 6).

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use secrecy::zeroize::Zeroizing;

use super::credentials::{Authorization, Challenge, Credentials};
use super::secret::Secret;
use super::token_request::Grant;
use super::tokens::Tokens;
use crate::document::{SecurityKind, SecurityScheme};
use crate::net::percent::encode;
use crate::net::transport::BoxFuture;

/// A refresh token, which is exchanged for access tokens (RFC 6749, 6). A program gets one when a person grants it access, for
/// example by the authorization code grant.
///
/// Access tokens are fetched, shared and renewed like those of client credentials. A server may replace the refresh token
/// at any exchange, after which the old one is often invalid: a program that runs again later keeps the new one, which
/// [`on_replacement`](Self::on_replacement) tells it. Such a server accepts each token once: use one value and its clones for
/// it. A call that is dropped or times out while it waits for the token endpoint may lose the new token.
///
/// The document usually defines the URL of the token endpoint. If it is on the host of the API, it follows the base URL of
/// the client.
#[derive(Clone)]
pub struct RefreshToken {
    client_secret: Option<Secret>,
    first: Secret,
    /// What servers have replaced it by, by token endpoint: no other one may see a token.
    replaced: Arc<Mutex<BTreeMap<String, Secret>>>,
    on_replacement: Option<Arc<Keep>>,
    tokens: Tokens,
}

/// Keeps a refresh token.
type Keep = dyn Fn(&Secret) + Send + Sync;

impl RefreshToken {
    /// Creates credentials from the id of the client to which the token was issued, and the token. The client has no secret,
    /// as an application on the machine of a person: its id is sent in the body (RFC 6749, 3.2.1).
    #[must_use]
    pub fn new(client_id: impl Into<String>, refresh_token: impl Into<Secret>) -> Self {
        Self {
            client_secret: None,
            first: refresh_token.into(),
            replaced: Arc::default(),
            on_replacement: None,
            tokens: Tokens::new(client_id.into(), endpoint),
        }
    }

    /// Sets the secret of the client, which is sent with its id in the `Authorization` header (RFC 6749, 2.3.1).
    #[must_use]
    pub fn with_client_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(secret.into());
        self
    }

    /// Sets the scope to request, a part of what was granted, with spaces between its parts (RFC 6749, 3.3). By default, it
    /// is all of it.
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

    /// Sets the URL of the revocation endpoint (RFC 7009). The default is `revoke`, next to the token endpoint. Only access
    /// tokens are revoked.
    #[must_use]
    pub fn with_revocation_url(mut self, url: impl Into<String>) -> Self {
        self.tokens.revocation_url = Some(url.into());
        self
    }

    /// Calls `keep` with each refresh token that replaces the current one, before the call that caused it is sent. Other calls
    /// that need a token wait for `keep`, so that it must not wait for them.
    #[must_use]
    pub fn on_replacement(mut self, keep: impl Fn(&Secret) + Send + Sync + 'static) -> Self {
        self.on_replacement = Some(Arc::new(keep));
        self
    }
}

impl Grant for RefreshToken {
    fn parameters(&self, token_url: &str) -> Zeroizing<String> {
        let replaced = self.replaced.lock().unwrap_or_else(PoisonError::into_inner);
        let current = replaced.get(token_url).unwrap_or(&self.first);
        let token = Zeroizing::new(encode(current.expose()));
        Zeroizing::new(["grant_type=refresh_token&refresh_token=", &token].concat())
    }

    fn client_secret(&self) -> Option<&Secret> {
        self.client_secret.as_ref()
    }

    fn replace(&self, token_url: &str, refresh_token: Secret) {
        let mut replaced = self.replaced.lock().unwrap_or_else(PoisonError::into_inner);
        let current = replaced.get(token_url).unwrap_or(&self.first);
        if current.expose() == refresh_token.expose() {
            return;
        }
        replaced.insert(token_url.to_owned(), refresh_token.clone());
        // The program may use these credentials.
        drop(replaced);
        if let Some(keep) = &self.on_replacement {
            keep(&refresh_token);
        }
    }
}

fn endpoint(scheme: &SecurityScheme) -> Option<&'static str> {
    match scheme.kind {
        SecurityKind::OAuth2ClientCredentials { refresh_url, .. } => refresh_url,
        SecurityKind::OAuth2Other { token_url } => token_url,
        _ => None,
    }
}

impl Credentials for RefreshToken {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        matches!(
            scheme.kind,
            SecurityKind::OAuth2ClientCredentials {
                refresh_url: Some(_),
                ..
            } | SecurityKind::OAuth2Other { .. }
                | SecurityKind::OpenIdConnect
        )
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

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RefreshToken")
            .field("client_id", &self.tokens.client_id)
            .field("scope", &self.tokens.scope)
            .finish_non_exhaustive()
    }
}
