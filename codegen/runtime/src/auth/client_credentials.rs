//! The client credentials grant of OAuth 2.0 (RFC 6749, 4.4).

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use http::header::AUTHORIZATION;

use super::credentials::{Authorization, Challenge, Credentials};
use super::secret::Secret;
use super::token::{TokenCache, TokenKey};
use super::token_request::TokenRequest;
use super::token_slot::{Fetch, TokenSlot};
use super::{bearer, token_url};
use crate::constants::DOCUMENT;
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
    client_id: String,
    client_secret: Secret,
    scope: Option<String>,
    token_url: Option<String>,
    revocation_url: Option<String>,
    cache: Option<Arc<dyn TokenCache>>,
    /// One slot per token endpoint: the credentials may be shared by clients of several hosts.
    slots: Arc<Mutex<BTreeMap<TokenKey, Arc<TokenSlot>>>>,
}

impl ClientCredentials {
    /// Creates credentials from an id and a secret.
    #[must_use]
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            scope: None,
            token_url: None,
            revocation_url: None,
            cache: None,
            slots: Arc::default(),
        }
    }

    /// Sets the scope to request, with spaces between its parts (RFC 6749, 3.3). By default, no scope is requested.
    #[must_use]
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// Sets the URL of the token endpoint. Overrides the document, and does not follow the base URL.
    #[must_use]
    pub fn with_token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
        self
    }

    /// Sets the URL of the revocation endpoint (RFC 7009). The default is `revoke`, next to the token endpoint.
    #[must_use]
    pub fn with_revocation_url(mut self, url: impl Into<String>) -> Self {
        self.revocation_url = Some(url.into());
        self
    }

    /// Also stores tokens in `cache`, which other processes can share. By default, tokens are only in memory.
    #[must_use]
    pub fn with_cache(mut self, cache: impl TokenCache) -> Self {
        self.cache = Some(Arc::new(cache));
        // The new cache does not contain the tokens in memory.
        self.slots = Arc::default();
        self
    }

    fn key(&self, authorization: &Authorization<'_>) -> Option<TokenKey> {
        let document_url = || {
            let url = authorization.schemes.iter().find_map(|it| endpoint(it))?;
            let server = DOCUMENT.servers.first().copied().unwrap_or_default();
            Some(token_url::moved(url, server, authorization.base_url))
        };
        Some(TokenKey {
            client_id: self.client_id.clone(),
            token_url: self.token_url.clone().or_else(document_url)?,
            scope: self.scope.clone(),
        })
    }

    fn slot(&self, key: &TokenKey) -> Arc<TokenSlot> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(key.clone()).or_default())
    }

    fn fetch<'a>(&'a self, key: &'a TokenKey, authorization: Authorization<'a>) -> Fetch<'a> {
        Fetch {
            request: TokenRequest {
                key,
                client_secret: &self.client_secret,
                authorization,
                is_early: false,
            },
            cache: self.cache.as_deref(),
        }
    }
}

fn endpoint(scheme: &SecurityScheme) -> Option<&'static str> {
    match scheme.kind {
        SecurityKind::OAuth2ClientCredentials { token_url } => Some(token_url),
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
        Box::pin(async move {
            let key = self
                .key(&authorization)
                .ok_or("no token endpoint is known")?;
            let fetch = self.fetch(&key, authorization);
            let token = self.slot(&key).token(fetch).await?;
            let value = bearer::header(token.secret())?;
            request.headers_mut().insert(AUTHORIZATION, value);
            Ok(())
        })
    }

    fn challenged<'a>(
        &'a self,
        challenge: Challenge<'a>,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let sent = challenge.sent.and_then(|it| it.to_str().ok());
            let token = sent.and_then(|it| it.strip_prefix("Bearer "));
            match (token, self.key(&authorization)) {
                (Some(token), Some(key)) => {
                    self.slot(&key).reject(token);
                    true
                }
                _ => false,
            }
        })
    }

    fn revoke<'a>(
        &'a self,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            let Some(key) = self.key(&authorization) else {
                return Ok(());
            };
            let beside = || token_url::revocation(&key.token_url);
            let url = self.revocation_url.clone().unwrap_or_else(beside);
            let fetch = self.fetch(&key, authorization);
            Ok(self.slot(&key).revoke(&fetch, &url).await?)
        })
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("client_id", &self.client_id)
            .field("client_secret", &self.client_secret)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}
