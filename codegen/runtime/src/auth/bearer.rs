//! Bearer tokens that the caller supplies.

use std::error::Error as StdError;

use http::HeaderValue;
use http::header::{AUTHORIZATION, InvalidHeaderValue};
use secrecy::zeroize::Zeroizing;

use super::credentials::{Authorization, Credentials};
use super::header::sensitive;
use super::secret::Secret;
use crate::document::{SecurityKind, SecurityScheme};
use crate::net::transport::BoxFuture;

/// A bearer token that the caller supplies (RFC 6750). It is never refreshed.
#[derive(Clone, Debug)]
pub struct BearerToken(Secret);

impl BearerToken {
    /// Creates credentials from a token.
    #[must_use]
    pub fn new(token: impl Into<Secret>) -> Self {
        Self(token.into())
    }
}

/// The value of the `Authorization` header for a token (RFC 6750, 2.1).
pub(super) fn header(token: &Secret) -> Result<HeaderValue, InvalidHeaderValue> {
    let text = Zeroizing::new(["Bearer ", token.expose()].concat());
    sensitive(&text)
}

impl Credentials for BearerToken {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        matches!(
            scheme.kind,
            SecurityKind::HttpBearer
                | SecurityKind::OAuth2ClientCredentials { .. }
                | SecurityKind::OAuth2Other { .. }
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
                .insert(AUTHORIZATION, header(&self.0)?);
            Ok(())
        })
    }
}
