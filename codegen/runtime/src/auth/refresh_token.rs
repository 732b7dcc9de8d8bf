//! Refresh tokens of OAuth 2.0 (RFC 6749, 6).

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::zeroize::Zeroizing;

use super::credentials::{Authorization, Challenge, Credentials};
use super::secret::Secret;
use super::token_request::Grant;
use super::tokens::Tokens;
use crate::document::{SecurityKind, SecurityScheme};
use crate::net::percent::encode;
use crate::net::transport::BoxFuture;

/// A refresh token, which is exchanged for access tokens (RFC 6749, 6). A program receives one when a user grants access, for
/// example by the authorization code grant.
///
/// Access tokens are fetched, shared and refreshed like those of client credentials.
///
/// A server may rotate the refresh token: it returns a new one, and the old one becomes invalid. Store the new token by
/// [`on_rotation`](Self::on_rotation) if the program runs again later, and use clones of one value for all clients. A call
/// that is dropped or times out during the refresh can lose the new token.
///
/// The document defines the URL of the token endpoint, except for `OpenID` Connect. If it is on the host of the API, it follows
/// the base URL of the client.
#[derive(Clone)]
pub struct RefreshToken {
    client_secret: Option<Secret>,
    initial: Secret,
    /// The tokens that replaced it, by token endpoint. No other endpoint receives them.
    rotated: Arc<Mutex<BTreeMap<String, Secret>>>,
    on_rotation: Option<Arc<Store>>,
    tokens: Tokens,
}

/// Stores a refresh token.
type Store = dyn Fn(&Secret) + Send + Sync;

impl RefreshToken {
    /// Creates credentials from the id of a public client (RFC 6749, 2.1) and its refresh token. The id is sent in the body
    /// (RFC 6749, 3.2.1).
    #[must_use]
    pub fn new(client_id: impl Into<String>, refresh_token: impl Into<Secret>) -> Self {
        Self {
            client_secret: None,
            initial: refresh_token.into(),
            rotated: Arc::default(),
            on_rotation: None,
            tokens: Tokens::new(client_id.into(), endpoint),
        }
    }

    /// Sets the secret of a confidential client, which is sent with its id in the `Authorization` header (RFC 6749, 2.3.1).
    #[must_use]
    pub fn with_client_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(secret.into());
        self
    }

    /// Sets the scope to request, with spaces between its parts (RFC 6749, 3.3). It must not exceed the granted scope, which
    /// is the default.
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

    /// Calls `store` with each new refresh token, before the call that caused the refresh is sent. Other calls wait for `store`,
    /// so it must not wait for a call with these credentials.
    #[must_use]
    pub fn on_rotation(mut self, store: impl Fn(&Secret) + Send + Sync + 'static) -> Self {
        self.on_rotation = Some(Arc::new(store));
        self
    }
}

impl RefreshToken {
    fn rotated(&self) -> MutexGuard<'_, BTreeMap<String, Secret>> {
        self.rotated.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The current token of a token endpoint.
    fn current(&self, token_url: &str) -> Secret {
        let rotated = self.rotated();
        rotated.get(token_url).unwrap_or(&self.initial).clone()
    }
}

impl Grant for RefreshToken {
    fn parameters(&self, token_url: &str) -> Zeroizing<String> {
        let token = Zeroizing::new(encode(self.current(token_url).expose()));
        Zeroizing::new(["grant_type=refresh_token&refresh_token=", &token].concat())
    }

    fn client_secret(&self) -> Option<&Secret> {
        self.client_secret.as_ref()
    }

    fn secrets(&self, token_url: &str) -> Vec<Secret> {
        let client = self.client_secret.iter().cloned();
        client.chain([self.current(token_url)]).collect()
    }

    // The server may have rotated the token before its response was lost.
    fn is_repeatable(&self) -> bool {
        false
    }

    fn rotate(&self, token_url: &str, refresh_token: Secret) {
        if self.current(token_url).expose() == refresh_token.expose() {
            return;
        }
        self.rotated()
            .insert(token_url.to_owned(), refresh_token.clone());
        if let Some(store) = &self.on_rotation {
            store(&refresh_token);
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
