//! Access tokens, and where they are kept.

use std::error::Error as StdError;
use std::fmt;
use std::time::SystemTime;

use super::secret::Secret;
use crate::net::transport::BoxFuture;

/// A token that a token endpoint has issued (RFC 6749, 5.1).
#[derive(Clone, Debug)]
pub struct AccessToken {
    secret: Secret,
    expires_at: Option<SystemTime>,
}

impl AccessToken {
    /// A token that is accepted until `expires_at`, or until the server says otherwise.
    #[must_use]
    pub fn new(token: impl Into<Secret>, expires_at: Option<SystemTime>) -> Self {
        Self {
            secret: token.into(),
            expires_at,
        }
    }

    /// The token itself.
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Whether a header can hold it (RFC 6749, A.12).
    pub(crate) fn is_usable(&self) -> bool {
        let text = self.secret.expose();
        !text.is_empty() && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
    }

    /// When the server stops accepting it, if it said so.
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }
}

/// What a token is for: the same account at the same token endpoint with the same scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct TokenKey {
    /// The id of the client.
    pub client_id: String,
    /// The URL of the token endpoint.
    pub token_url: String,
    /// The scope that is asked for, with spaces between its parts.
    pub scope: Option<String>,
}

/// Space-separated, as none of the parts before the scope has a space.
impl fmt::Display for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.client_id, self.token_url)?;
        self.scope.iter().try_for_each(|it| write!(f, " {it}"))
    }
}

/// Keeps tokens where others find them, such as the next process.
///
/// [`ClientCredentials`](crate::ClientCredentials) keep their tokens in memory, and ask a cache
/// only when they have none that is fresh. An error of a cache fails the call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a token cache",
    label = "cannot keep tokens",
    note = "implement `TokenCache` for it"
)]
pub trait TokenCache: Send + Sync + 'static {
    /// The token that is kept for `key`. It may have expired; one that no header can hold is ignored.
    ///
    /// # Errors
    ///
    /// When the cache cannot be read.
    fn load<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Option<AccessToken>>;

    /// Keeps `token` for `key`, or no token.
    ///
    /// # Errors
    ///
    /// When the cache cannot be written.
    fn store<'a>(
        &'a self,
        key: &'a TokenKey,
        token: Option<&'a AccessToken>,
    ) -> CacheFuture<'a, ()>;

    /// Waits until nobody else holds `key`, and holds it until the guard is dropped: who holds it
    /// is about to buy a token that the others can use. By default nobody is held off.
    ///
    /// # Errors
    ///
    /// When `key` cannot be held.
    fn lock<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Box<dyn Send + Sync>> {
        let _ = key;
        Box::pin(async { Ok(Box::new(()) as Box<dyn Send + Sync>) })
    }
}

/// What the methods of a [`TokenCache`] give.
pub type CacheFuture<'a, T> = BoxFuture<'a, Result<T, Box<dyn StdError + Send + Sync>>>;
