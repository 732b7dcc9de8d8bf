//! The builder of clients.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;
use http::uri::{Scheme, Uri};
use http::{HeaderMap, HeaderName, HeaderValue};
use reqwest::Url;

use super::clock::{Clock, SystemClock};
use super::handle::{Client, Parts, UserAgent};
use super::interceptor::{Interceptor, Interceptors};
use super::retry::Retry;
use crate::auth::credentials::Credentials;
use crate::constants::DOCUMENT;
use crate::error::call_error::Error;
use crate::net::limits::Limits;
use crate::net::transport::Transport;

/// The default timeout of an attempt.
const TIMEOUT: Duration = Duration::from_secs(60);
/// The timeout of a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The default limit of response bodies, in bytes.
const RESPONSE_BYTES: usize = 64 << 20;

/// Configures and creates a [`Client`].
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    pub(crate) base_url: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    /// The error is that of the environment.
    pub(crate) credentials: Option<Result<Arc<dyn Credentials>, String>>,
    user_agent_suffix: Option<String>,
    headers: HeaderMap,
    limits: Limits,
    retry: Retry,
    /// Measures time and waits.
    pub(crate) clock: Arc<dyn Clock>,
    interceptors: Interceptors,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            base_url: None,
            transport: None,
            credentials: None,
            user_agent_suffix: None,
            headers: HeaderMap::new(),
            limits: Limits {
                timeout: Some(TIMEOUT),
                response_bytes: RESPONSE_BYTES,
                decoded_bytes: None,
            },
            retry: Retry::new(),
            clock: Arc::new(SystemClock),
            interceptors: Vec::new(),
        }
    }
}

impl ClientBuilder {
    /// A builder with the options of a client.
    pub(super) fn of(client: &Parts) -> Self {
        let mut headers = client.headers.clone();
        let user_agent_suffix = match &client.user_agent {
            UserAgent::Header => None,
            UserAgent::Suffix(suffix) => {
                headers.remove(USER_AGENT);
                suffix.clone()
            }
        };
        let base_url = client.base_url.as_str().to_owned();
        Self {
            base_url: client.has_own_base_url.then_some(base_url),
            transport: Some(client.transport.clone()),
            credentials: client.credentials.clone().map(Ok),
            user_agent_suffix,
            headers,
            limits: client.limits,
            retry: client.retry.clone(),
            clock: client.clock.clone(),
            interceptors: client.interceptors.clone(),
        }
    }

    /// Sets the base URL of all requests, such as `https://api.example.com`. The default is the first server of the API
    /// document, or of the operation if it has servers of its own. A relative server of an operation, such as `/v3`, is
    /// resolved against the base URL set here; one with a host is overridden.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        Self {
            base_url: Some(url.into()),
            ..self
        }
    }

    /// Sends requests with a configured [`reqwest::Client`]. It should not follow redirects.
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(client)
    }

    /// Sends requests with another transport, such as one that answers from memory in tests.
    pub fn transport(self, transport: impl Transport) -> Self {
        #[cfg(feature = "test-util")]
        let clock = crate::testing::clock(&transport).unwrap_or(self.clock);
        #[cfg(not(feature = "test-util"))]
        let clock = self.clock;
        Self {
            transport: Some(Arc::new(transport)),
            clock,
            ..self
        }
    }

    /// Sets the credentials. Without credentials, requests are unauthenticated.
    pub fn credentials(self, credentials: impl Credentials) -> Self {
        Self {
            credentials: Some(Ok(Arc::new(credentials))),
            ..self
        }
    }

    /// Removes the credentials, so that requests are unauthenticated.
    pub fn without_credentials(self) -> Self {
        Self {
            credentials: None,
            ..self
        }
    }

    /// Sets the timeout of each attempt. The default is 60 seconds; `None` leaves only the deadline of the call, which
    /// [`retry`](Self::retry) sets. Time spent on authentication counts, such as fetching a token or waiting for the lock
    /// of a token cache; pauses that a token endpoint asks for do not. If the body of a response is streamed, the timeout
    /// applies to the headers and then to each chunk.
    pub fn timeout(self, timeout: impl Into<Option<Duration>>) -> Self {
        let limits = Limits {
            timeout: timeout.into(),
            ..self.limits
        };
        Self { limits, ..self }
    }

    /// Sets the retry policy, which includes the deadline of a call with all its attempts.
    pub fn retry(self, retry: Retry) -> Self {
        Self { retry, ..self }
    }

    /// Sets the maximum size of a response body in bytes. The default is 64 MiB. Streamed bodies have no limit.
    pub fn max_response_bytes(self, bytes: usize) -> Self {
        let limits = Limits {
            response_bytes: bytes,
            ..self.limits
        };
        Self { limits, ..self }
    }

    /// Sets the memory limit for decoding the body of a response, in bytes. The default is 16 times the size of the
    /// body, which [`max_response_bytes`](Self::max_response_bytes) limits, or 64 MiB if that is more.
    ///
    /// A small body can become a large value: `{}` is a struct with room for all its properties. A call whose response
    /// exceeds the limit fails while the body is decoded, with an error that
    /// [`is_decoded_too_large`](crate::Error::is_decoded_too_large) and has the body. Lists with their spare room, maps,
    /// boxes, strings and any JSON count, as does JSON that is buffered until its type is known; the bytes of the body
    /// do not.
    pub fn max_decoded_bytes(self, bytes: usize) -> Self {
        let limits = Limits {
            decoded_bytes: Some(bytes),
            ..self.limits
        };
        Self { limits, ..self }
    }

    /// Appends a product, such as `my-tool/2.0`, to the `User-Agent` of this crate.
    pub fn user_agent_suffix(self, product: impl Into<String>) -> Self {
        Self {
            user_agent_suffix: Some(product.into()),
            ..self
        }
    }

    /// Sets a header of every request, replacing any header of the same name.
    pub fn default_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Adds an interceptor, which runs around every attempt of every call. Several run in the order in which they are added.
    pub fn interceptor(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.push(Arc::new(interceptor));
        self
    }

    /// Creates the client.
    ///
    /// # Errors
    ///
    /// If the base URL is not an `http` or `https` URL without user, query and fragment, the suffix of the `User-Agent`
    /// is not a valid header value, the environment has only one of a pair of variables, or TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        let has_own_base_url = self.base_url.is_some();
        let default = || DOCUMENT.servers.first().map(|url| (*url).to_owned());
        let base_url = self.base_url.or_else(default).unwrap_or_default();
        let base_url = checked_base_url(&base_url).ok_or_else(|| {
            let reason = "the base URL must be `http` or `https`, without user, query and fragment";
            Error::invalid(SUBJECT, reason)
        })?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(default_transport()?),
        };
        let mut headers = self.headers;
        let product = user_agent(self.user_agent_suffix.as_deref())?;
        let user_agent = if headers.contains_key(USER_AGENT) {
            UserAgent::Header
        } else {
            headers.insert(USER_AGENT, product);
            UserAgent::Suffix(self.user_agent_suffix)
        };
        let credentials = self.credentials.transpose();
        let credentials = credentials.map_err(|reason| Error::environment(SUBJECT, reason))?;
        Ok(Client::new(Parts {
            base_url,
            has_own_base_url,
            transport,
            credentials,
            headers,
            user_agent,
            limits: self.limits,
            retry: self.retry,
            clock: self.clock,
            interceptors: self.interceptors,
        }))
    }
}

/// The subject of the errors of [`ClientBuilder::build`].
const SUBJECT: &str = "client";

fn checked_base_url(url: &str) -> Option<Url> {
    // `Url` accepts texts that are not valid URLs, and repairs them.
    let uri: Uri = url.parse().ok()?;
    let web = uri.scheme() == Some(&Scheme::HTTP) || uri.scheme() == Some(&Scheme::HTTPS);
    let plain = !url.contains(['@', '?', '#']);
    Url::parse(url).ok().filter(|_| web && plain)
}

fn user_agent(suffix: Option<&str>) -> Result<HeaderValue, Error> {
    let value = [DOCUMENT.user_agent, suffix.unwrap_or_default()].join(" ");
    HeaderValue::from_str(value.trim_end())
        .map_err(|_| Error::invalid(SUBJECT, "the suffix of the user agent is no header value"))
}

fn default_transport() -> Result<reqwest::Client, Error> {
    reqwest::Client::builder()
        // A redirect could carry credentials to another host.
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        // This crate retries by itself. Without retries here, requests are not copied.
        .retry(reqwest::retry::never().max_retries_per_request(0))
        .build()
        .map_err(|error| Error::transport(SUBJECT, error.into()))
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("has_base_url", &self.base_url.is_some())
            .field("has_credentials", &self.credentials.is_some())
            .field("limits", &self.limits)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
