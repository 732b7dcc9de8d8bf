//! HTTP Basic authentication (RFC 7617).

use std::error::Error as StdError;
use std::fmt;

use http::header::AUTHORIZATION;
use secrecy::zeroize::Zeroizing;

use super::credentials::{Authorization, Credentials};
use super::header::sensitive;
use super::secret::Secret;
use crate::document::{SecurityKind, SecurityScheme};
use crate::net::transport::BoxFuture;

/// A user name and a password for HTTP Basic.
#[derive(Clone)]
pub struct BasicCredentials {
    username: String,
    password: Secret,
}

impl BasicCredentials {
    /// Creates credentials from a user name, which must not contain a colon, and a password.
    #[must_use]
    pub fn new(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            username: username.into(),
            password: password.into(),
        }
    }
}

impl Credentials for BasicCredentials {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        scheme.kind == SecurityKind::HttpBasic
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        _authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            if self.username.contains(':') {
                return Err("the user name of HTTP Basic must not contain a colon".into());
            }
            let (username, password) = (&self.username, self.password.expose());
            let text = Zeroizing::new(http_auth::basic::encode_credentials(username, password));
            request
                .headers_mut()
                .insert(AUTHORIZATION, sensitive(&text)?);
            Ok(())
        })
    }
}

impl fmt::Debug for BasicCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BasicCredentials")
            .field("username", &self.username)
            .field("password", &self.password)
            .finish()
    }
}
