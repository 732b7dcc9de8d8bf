//! Access tokens and caches for them.

use std::error::Error as StdError;
use std::fmt;
use std::time::SystemTime;

use super::secret::Secret;
use crate::net::transport::BoxFuture;

/// A token issued by a token endpoint (RFC 6749, 5.1).
#[derive(Clone, Debug)]
pub struct AccessToken {
    secret: Secret,
    expires_at: Option<SystemTime>,
}

impl AccessToken {
    /// Creates a token that expires at `expires_at`; `None` if the time is unknown.
    #[must_use]
    pub fn new(token: impl Into<Secret>, expires_at: Option<SystemTime>) -> Self {
        Self {
            secret: token.into(),
            expires_at,
        }
    }

    /// The text of the token.
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Whether the token is valid in a header (RFC 6749, A.12).
    pub(crate) fn is_usable(&self) -> bool {
        let text = self.secret.expose();
        !text.is_empty() && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
    }

    /// The time at which the token expires, if known.
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }
}

/// Identifies a token by its client, token endpoint and scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct TokenKey {
    /// The id of the client.
    pub client_id: String,
    /// The URL of the token endpoint.
    pub token_url: String,
    /// The requested scope, with spaces between its parts.
    pub scope: Option<String>,
}

/// Separates the parts by spaces, which only the last of them may contain.
impl fmt::Display for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.client_id, self.token_url)?;
        self.scope.iter().try_for_each(|it| write!(f, " {it}"))
    }
}

/// Stores tokens outside of the process, for example so that the next process can use them.
///
/// [`ClientCredentials`](crate::ClientCredentials) keep their tokens in memory, and use a cache only when a token must
/// be fetched or refreshed. An error of the cache fails a call that has no valid token.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a token cache",
    label = "cannot store tokens",
    note = "implement `TokenCache` for it"
)]
pub trait TokenCache: Send + Sync + 'static {
    /// Loads the token for `key`. An expired token, or one that is invalid in a header, is ignored.
    ///
    /// # Errors
    ///
    /// If the cache cannot be read.
    fn load<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Option<AccessToken>>;

    /// Stores `token` for `key`, or removes the token if it is `None`.
    ///
    /// # Errors
    ///
    /// If the cache cannot be written.
    fn store<'a>(
        &'a self,
        key: &'a TokenKey,
        token: Option<&'a AccessToken>,
    ) -> CacheFuture<'a, ()>;

    /// Locks `key` until the guard is dropped, so that others wait for the token that is about to be fetched. The
    /// default implementation does not lock.
    ///
    /// # Errors
    ///
    /// If `key` cannot be locked.
    fn lock<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Box<dyn Send + Sync>> {
        let _ = key;
        Box::pin(async { Ok(Box::new(()) as Box<dyn Send + Sync>) })
    }
}

/// The future that the methods of [`TokenCache`] return.
pub type CacheFuture<'a, T> = BoxFuture<'a, Result<T, Box<dyn StdError + Send + Sync>>>;
