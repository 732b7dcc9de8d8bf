//! What a client is made from.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;
use http::uri::{Scheme, Uri};
use http::{HeaderMap, HeaderName, HeaderValue};
use reqwest::Url;

use crate::client::{Client, Parts};
use crate::clock::{Clock, SystemClock};
use crate::constants::DOCUMENT;
use crate::credentials::{Credentials, environment};
use crate::error::Error;
use crate::receive::Limits;
use crate::retry::Retry;
use crate::transport::Transport;

/// How long an attempt may take unless the call or the client says otherwise.
const TIMEOUT: Duration = Duration::from_secs(60);
/// How long a connection may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How large a response may be unless the client says otherwise, in bytes.
const RESPONSE_BYTES: usize = 64 << 20;

/// What a [`Client`] is made from.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base_url: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    /// Or why the environment has none.
    credentials: Option<Result<Arc<dyn Credentials>, String>>,
    user_agent_suffix: Option<String>,
    headers: HeaderMap,
    limits: Limits,
    retry: Retry,
    clock: Arc<dyn Clock>,
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
        }
    }
}

impl ClientBuilder {
    /// The base URL of all requests, such as `https://api.example.com`. The default is the first server of the API's
    /// document, or of the operation where the document gives it servers of its own. A server of an operation that is
    /// relative, such as `/v3`, is resolved against the base URL set here; one with a host is overridden.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        Self {
            base_url: Some(url.into()),
            ..self
        }
    }

    /// Takes from environment variables what is not set: the base URL and the credentials, from the
    /// variables of [`Client::from_env`]. An empty variable counts as not set.
    pub fn with_environment(self) -> Self {
        self.with_variables(&|name| std::env::var(name).ok())
    }

    pub(crate) fn with_variables(self, variable: environment::Variables<'_>) -> Self {
        let base_url = self.base_url.or_else(|| {
            let name = environment::name(DOCUMENT.environment?, "BASE_URL");
            variable(&name).filter(|url| !url.is_empty())
        });
        let credentials = self
            .credentials
            .or_else(|| environment::credentials(variable).transpose());
        Self {
            base_url,
            credentials,
            ..self
        }
    }

    /// Sends requests with a client that the caller has configured. It should not follow redirects.
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(client)
    }

    /// Sends requests with anything that can, such as an answer from memory in a test.
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

    /// Who is calling. Without it, requests prove nothing.
    pub fn credentials(self, credentials: impl Credentials) -> Self {
        Self {
            credentials: Some(Ok(Arc::new(credentials))),
            ..self
        }
    }

    /// How long one attempt may take, 60 seconds without it; `None` for as long as the call may
    /// take, for which see [`retry`](Self::retry). What the attempt waits for counts: a token, the lock of a token
    /// cache, the first call that is challenged; pauses that a token endpoint asks for do not. Where the body of a response is a stream, it is
    /// how long the headers may take, and then each chunk.
    pub fn timeout(self, timeout: impl Into<Option<Duration>>) -> Self {
        let limits = Limits {
            timeout: timeout.into(),
            ..self.limits
        };
        Self { limits, ..self }
    }

    /// How often a call is sent, and how long it may take with all its attempts.
    pub fn retry(self, retry: Retry) -> Self {
        Self { retry, ..self }
    }

    /// How large the body of a response may be in bytes, 64 MiB without it, unless it is read as a
    /// stream.
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

    /// The product that uses this crate, such as `my-tool/2.0`; it follows this crate's own in
    /// `User-Agent`.
    pub fn user_agent_suffix(self, product: impl Into<String>) -> Self {
        Self {
            user_agent_suffix: Some(product.into()),
            ..self
        }
    }

    /// A header of every request; of one name the last one counts.
    pub fn default_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Waits and measures with another clock.
    #[allow(dead_code, reason = "for tests")]
    pub(crate) fn clock(self, clock: impl Clock) -> Self {
        Self {
            clock: Arc::new(clock),
            ..self
        }
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// When the base URL is not a URL of `http` or `https` without user, query and fragment, when
    /// the suffix of the `User-Agent` is no header value, when the environment has half of some
    /// credentials, or when TLS cannot be set up.
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
        headers
            .entry(USER_AGENT)
            .or_insert(user_agent(self.user_agent_suffix.as_deref())?);
        let credentials = self.credentials.transpose();
        let credentials = credentials.map_err(|reason| Error::invalid(SUBJECT, reason))?;
        Ok(Client::new(Parts {
            base_url,
            has_own_base_url,
            transport,
            credentials,
            headers,
            limits: self.limits,
            retry: self.retry,
            clock: self.clock,
        }))
    }
}

/// What the errors of [`ClientBuilder::build`] are about.
const SUBJECT: &str = "client";

fn checked_base_url(url: &str) -> Option<Url> {
    // Not every text that becomes a URL is one.
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
        // A redirect could carry credentials to another host; an API that redirects is an error to
        // show.
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        // This crate tries again itself, as often as the caller wants and counting. Without another attempt there is no
        // copy of each request for it either.
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
