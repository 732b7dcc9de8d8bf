//! The client: who sends requests, and for whom.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;

use http::{HeaderMap, Method};
use reqwest::Url;

use crate::builder::ClientBuilder;
use crate::clock::Clock;
use crate::constants::DOCUMENT;
use crate::credentials::{Authorization, Credentials, Hold};
use crate::error::Error;
use crate::receive::{Limits, within};
use crate::request::Request;
use crate::retry::Retry;
use crate::transport::Transport;

/// A client of the API.
///
/// It is cheap to clone, and clones share their connections. Make one and keep it.
#[derive(Clone)]
pub struct Client(Arc<Parts>);

/// What a client is made of.
pub(crate) struct Parts {
    /// `http` or `https`, without user, query and fragment.
    pub(crate) base_url: Url,
    /// Whether the base URL is not that of the document.
    pub(crate) has_own_base_url: bool,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) credentials: Option<Arc<dyn Credentials>>,
    /// The headers of every request.
    pub(crate) headers: HeaderMap,
    pub(crate) limits: Limits,
    pub(crate) retry: Retry,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Client {
    /// Begins a client.
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

    #[allow(dead_code, reason = "a document may have no operation")]
    pub(crate) fn url(&self) -> &Url {
        &self.0.base_url
    }

    /// A request that the document of the API does not describe, such as
    /// `client.request(Method::GET, "/api/v2/things")`: `path` begins with a slash and is appended
    /// to the base URL as it is. It is sent like any other, with the credentials of this client.
    pub fn request(&self, method: Method, path: impl Into<String>) -> Request {
        Request::new(self.clone(), method, path.into())
    }

    /// Gives back what the credentials have obtained from the server, such as an access token. The
    /// client still works: its next request obtains the next one. It takes no longer than an attempt of a call may.
    ///
    /// # Errors
    ///
    /// When the server could not be told.
    pub async fn revoke_credentials(&self) -> Result<(), Error> {
        let Some(credentials) = self.0.credentials.as_deref() else {
            return Ok(());
        };
        let schemes = DOCUMENT.security_schemes.iter();
        let schemes: Vec<_> = schemes.filter(|it| credentials.serves(it)).collect();
        let clock = &*self.0.clock;
        let deadline = self.0.retry.ends(clock);
        let hold = Hold::default();
        let authorization = Authorization {
            schemes: &schemes,
            base_url: self.base_url(),
            transport: &*self.0.transport,
            limits: self.0.limits,
            headers: &self.0.headers,
            clock,
            deadline,
            hold: &hold,
        };
        let limits = [self.0.limits.timeout, authorization.left()];
        let limit = limits.into_iter().flatten().min();
        let revoked = pin!(credentials.revoke(authorization));
        let revoked = within(clock, limit, revoked).await;
        revoked.map_err(|source| Error::credentials("client", source))
    }

    #[allow(dead_code, reason = "a document may have no operation")]
    pub(crate) fn has_own_base_url(&self) -> bool {
        self.0.has_own_base_url
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    pub(crate) fn limits(&self) -> Limits {
        self.0.limits
    }

    pub(crate) fn retry(&self) -> &Retry {
        &self.0.retry
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.0.transport
    }

    pub(crate) fn credentials(&self) -> Option<&dyn Credentials> {
        self.0.credentials.as_deref()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .field("has_credentials", &self.0.credentials.is_some())
            .field("limits", &self.0.limits)
            .field("retry", &self.0.retry)
            .finish_non_exhaustive()
    }
}
