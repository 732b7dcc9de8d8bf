//! The client.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;

use http::{HeaderMap, Method};
use reqwest::Url;

use super::builder::ClientBuilder;
use super::clock::Clock;
use super::interceptor::Interceptors;
use super::raw_request::Request;
use super::retry::Retry;
use crate::auth::credentials::{AttemptContext, Authorization, Credentials};
use crate::auth::hold::Hold;
use crate::constants::DOCUMENT;
use crate::error::call_error::Error;
use crate::net::deadline::within;
use crate::net::limits::Limits;
use crate::net::transport::Transport;

/// A client of the API.
///
/// It is cheap to clone, and clones share their connections. Create one and reuse it.
#[derive(Clone)]
pub struct Client(Arc<Parts>);

/// The origin of the `User-Agent`.
#[derive(Clone)]
pub(crate) enum UserAgent {
    /// A header that the caller has set.
    Header,
    /// This crate, and the product that the caller has appended.
    Suffix(Option<String>),
}

/// The parts of a client.
pub(crate) struct Parts {
    /// `http` or `https`, without user, query and fragment.
    pub(crate) base_url: Url,
    /// Whether the caller has set the base URL.
    pub(crate) has_own_base_url: bool,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) credentials: Option<Arc<dyn Credentials>>,
    /// The headers of every request.
    pub(crate) headers: HeaderMap,
    pub(crate) user_agent: UserAgent,
    pub(crate) limits: Limits,
    pub(crate) retry: Retry,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) interceptors: Interceptors,
}

impl Client {
    /// Creates a builder.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(crate) fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// The base URL of requests, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.0.base_url.as_str().trim_end_matches('/')
    }

    /// Creates a request that the API document does not describe, such as
    /// `client.request(Method::GET, "/api/v2/things?limit=5")`. `target` begins with a slash and is appended to the base
    /// URL unchanged, or it is an absolute URL at the origin of the base URL, such as one that the server has sent. URLs
    /// at other origins are rejected, because the request has credentials. Retries and errors work as for any other call.
    pub fn request(&self, method: Method, target: impl AsRef<str>) -> Request {
        Request::new(self.clone(), method, target.as_ref())
    }

    /// Derives a client with other options, such as
    /// `client.with(|options| options.retry(Retry::off()))`. What `change` does not set stays, and both clients share
    /// connections and access tokens. The credentials are sent to a new base URL as well; without them, use
    /// [`without_credentials`](ClientBuilder::without_credentials).
    ///
    /// # Errors
    ///
    /// As [`ClientBuilder::build`].
    pub fn with(&self, change: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Self, Error> {
        change(ClientBuilder::of(&self.0)).build()
    }

    /// Revokes what the credentials have obtained from the server, such as an access token. The client still works: its
    /// next request obtains a new token. The timeout of an attempt applies.
    ///
    /// # Errors
    ///
    /// If the revocation fails.
    pub async fn revoke_credentials(&self) -> Result<(), Error> {
        let Some(credentials) = self.0.credentials.as_deref() else {
            return Ok(());
        };
        let schemes = DOCUMENT.security_schemes.iter();
        let schemes: Vec<_> = schemes.filter(|it| credentials.serves(it)).collect();
        let attempt = AttemptContext {
            transport: &*self.0.transport,
            limits: self.0.limits,
            clock: &*self.0.clock,
            deadline: self.0.retry.ends(&*self.0.clock),
            hold: Hold::default(),
        };
        let authorization = Authorization {
            schemes: &schemes,
            base_url: self.base_url(),
            headers: &self.0.headers,
            attempt: &attempt,
        };
        let limits = [self.0.limits.timeout, attempt.left()];
        let limit = limits.into_iter().flatten().min();
        let revoked = pin!(credentials.revoke(authorization));
        let revoked = within(attempt.clock, limit, revoked).await;
        revoked.map_err(|source| Error::credentials("client", source))
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .field("has_own_base_url", &self.0.has_own_base_url)
            .field("has_credentials", &self.0.credentials.is_some())
            .field("limits", &self.0.limits)
            .field("retry", &self.0.retry)
            .finish_non_exhaustive()
    }
}
