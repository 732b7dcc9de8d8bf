//! Tokens that the caller already has.

use std::error::Error as StdError;

use http::header::AUTHORIZATION;

use super::{Authorization, Credentials, Secret};
use crate::document::{SecurityKind, SecurityScheme};
use crate::transport::BoxFuture;

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
        request: &'a mut reqwest::Request,
        _authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            request
                .headers_mut()
                .insert(AUTHORIZATION, self.0.bearer()?);
            Ok(())
        })
    }
}
