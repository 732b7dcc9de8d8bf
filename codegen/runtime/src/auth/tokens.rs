//! The access tokens of a client of OAuth 2.0, one for each token endpoint.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::sync::{Arc, Mutex, PoisonError};

use http::header::AUTHORIZATION;

use super::credentials::{Authorization, Challenge};
use super::token::{TokenCache, TokenKey};
use super::token_request::{Grant, TokenRequest};
use super::token_slot::{Fetch, TokenSlot};
use super::{bearer, token_url};
use crate::constants::DOCUMENT;
use crate::document::SecurityScheme;

/// The tokens of a client, and their endpoints.
#[derive(Clone)]
pub(super) struct Tokens {
    pub(super) client_id: String,
    pub(super) scope: Option<String>,
    /// Overrides the token endpoint of the document.
    pub(super) token_url: Option<String>,
    pub(super) revocation_url: Option<String>,
    /// The token endpoint of a security scheme.
    endpoint: Endpoint,
    pub(super) cache: Option<Arc<dyn TokenCache>>,
    pub(super) slots: Slots,
}

/// One slot per token endpoint: the credentials may be shared by clients of several hosts.
type Slots = Arc<Mutex<BTreeMap<TokenKey, Arc<TokenSlot>>>>;

pub(super) type Endpoint = fn(&SecurityScheme) -> Option<&'static str>;

type Failure = Box<dyn StdError + Send + Sync>;

impl Tokens {
    pub(super) fn new(client_id: String, endpoint: Endpoint) -> Self {
        Self {
            client_id,
            scope: None,
            token_url: None,
            revocation_url: None,
            endpoint,
            cache: None,
            slots: Arc::default(),
        }
    }

    fn key(&self, authorization: &Authorization<'_>) -> Option<TokenKey> {
        let document_url = || {
            let mut schemes = authorization.schemes.iter();
            let url = schemes.find_map(|it| (self.endpoint)(it))?;
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

    fn fetch<'a>(
        &'a self,
        key: &'a TokenKey,
        grant: &'a dyn Grant,
        authorization: Authorization<'a>,
    ) -> Fetch<'a> {
        Fetch {
            request: TokenRequest {
                key,
                grant,
                authorization,
                is_early: false,
            },
            cache: self.cache.as_deref(),
        }
    }

    /// Adds the token to a request.
    pub(super) async fn authorize(
        &self,
        grant: &dyn Grant,
        request: &mut reqwest::Request,
        authorization: Authorization<'_>,
    ) -> Result<(), Failure> {
        let key = self.key(&authorization);
        let key = key.ok_or("no token endpoint is known; set one with `with_token_url`")?;
        let fetch = self.fetch(&key, grant, authorization);
        let token = self.slot(&key).token(fetch).await?;
        let value = bearer::header(token.secret())?;
        request.headers_mut().insert(AUTHORIZATION, value);
        Ok(())
    }

    /// Drops the token that a server rejected. Returns whether a new one can be fetched.
    pub(super) fn reject(
        &self,
        challenge: &Challenge<'_>,
        authorization: &Authorization<'_>,
    ) -> bool {
        let sent = challenge.sent.and_then(|it| it.to_str().ok());
        let token = sent.and_then(|it| it.strip_prefix("Bearer "));
        match (token, self.key(authorization)) {
            (Some(token), Some(key)) => {
                self.slot(&key).reject(token);
                true
            }
            _ => false,
        }
    }

    /// Revokes the token.
    pub(super) async fn revoke(
        &self,
        grant: &dyn Grant,
        authorization: Authorization<'_>,
    ) -> Result<(), Failure> {
        let Some(key) = self.key(&authorization) else {
            return Ok(());
        };
        let beside = || token_url::revocation(&key.token_url);
        let url = self.revocation_url.clone().unwrap_or_else(beside);
        let fetch = self.fetch(&key, grant, authorization);
        Ok(self.slot(&key).revoke(&fetch, &url).await?)
    }
}
