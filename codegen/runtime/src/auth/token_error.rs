//! Why there is no token.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use serde_json::Value;

use crate::constants::DOCUMENT;
use crate::error::one_line::one_line;
use crate::net::retry_after;
use crate::net::transport::{TransportError, TransportErrorKind};
use crate::wire::budget::default_limit;
use crate::wire::json;

/// Why a token endpoint gave no token.
///
/// It is the source of the [`Error`](crate::Error) of every call that needed the token, so it is
/// cheap to clone. It shows no secret.
#[derive(Clone, Debug)]
pub struct TokenError(Arc<Kind>);

#[derive(Debug)]
enum Kind {
    /// The request cannot be made.
    Request(String),
    /// There is no response.
    Transport(TransportError),
    /// The response has a status that is not a success.
    Refused(Refusal),
    /// The response has no token.
    Unreadable(&'static str),
    /// The cache of tokens failed.
    Cache(Box<dyn StdError + Send + Sync>),
}

#[derive(Debug)]
struct Refusal {
    status: StatusCode,
    code: Option<String>,
    message: Option<String>,
    retry_after: Option<Duration>,
}

impl TokenError {
    pub(super) fn request(reason: impl fmt::Display) -> Self {
        Self(Arc::new(Kind::Request(reason.to_string())))
    }

    pub(super) fn transport(error: TransportError) -> Self {
        Self(Arc::new(Kind::Transport(error)))
    }

    pub(super) fn unreadable(reason: &'static str) -> Self {
        Self(Arc::new(Kind::Unreadable(reason)))
    }

    pub(super) fn cache(error: Box<dyn StdError + Send + Sync>) -> Self {
        Self(Arc::new(Kind::Cache(error)))
    }

    /// The error of OAuth 2.0 (RFC 6749, 5.2), or else the one of the API.
    pub(super) fn refused(response: &Response<Bytes>, received: SystemTime) -> Self {
        let text = response.body();
        let body: Value = json::parse_within(text, default_limit(text.len())).unwrap_or_default();
        let text = |pointers: [Option<&str>; 2]| {
            let mut found = pointers.into_iter().flatten();
            found.find_map(|it| body.pointer(it)?.as_str().map(one_line))
        };
        Self(Arc::new(Kind::Refused(Refusal {
            status: response.status(),
            code: text([Some("/error"), DOCUMENT.error.code]),
            message: text([Some("/error_description"), DOCUMENT.error.message]),
            retry_after: retry_after(response.headers(), received, &body),
        })))
    }

    /// The HTTP status, when the token endpoint answered with one that is not a success.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.refusal().map(|it| it.status)
    }

    /// The code of the error, such as `invalid_client`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.refusal()?.code.as_deref()
    }

    /// How long the token endpoint asks to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.refusal()?.retry_after
    }

    fn refusal(&self) -> Option<&Refusal> {
        match &*self.0 {
            Kind::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Whether the same request may succeed later. It buys a token or does not, so sending it twice
    /// is harmless.
    pub(super) fn is_temporary(&self) -> bool {
        let busy = [
            StatusCode::TOO_MANY_REQUESTS,
            StatusCode::BAD_GATEWAY,
            StatusCode::SERVICE_UNAVAILABLE,
            StatusCode::GATEWAY_TIMEOUT,
        ];
        match &*self.0 {
            Kind::Transport(error) => error.kind() == TransportErrorKind::Connect,
            Kind::Refused(refusal) => busy.contains(&refusal.status),
            _ => false,
        }
    }

    /// Whether it says more about the call than about the token endpoint.
    pub(super) fn is_timeout(&self) -> bool {
        let error = self.transport_error();
        error.is_some_and(|error| error.kind() == TransportErrorKind::Timeout)
    }

    /// Why there is no response.
    fn transport_error(&self) -> Option<&TransportError> {
        match &*self.0 {
            Kind::Transport(error) => Some(error),
            _ => None,
        }
    }
}

impl From<TransportError> for TokenError {
    fn from(error: TransportError) -> Self {
        Self::transport(error)
    }
}

fn retry_after(headers: &HeaderMap, received: SystemTime, body: &Value) -> Option<Duration> {
    retry_after::from_headers(headers, Some(received)).or_else(|| retry_after::from_body(body))
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Request(reason) => write!(f, "the token cannot be asked for: {reason}"),
            Kind::Transport(_) => f.write_str("the token endpoint did not answer"),
            Kind::Unreadable(reason) => write!(f, "the token endpoint gave no token: {reason}"),
            Kind::Cache(_) => f.write_str("the cache of tokens failed"),
            Kind::Refused(it) => {
                write!(f, "the token endpoint refused: {}", it.status)?;
                let texts = [&it.code, &it.message];
                texts
                    .into_iter()
                    .flatten()
                    .try_for_each(|text| write!(f, ": {text}"))?;
                let Some(wait) = it.retry_after else {
                    return Ok(());
                };
                write!(f, " (it asks to wait {} s)", wait.as_secs_f64())
            }
        }
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &*self.0 {
            Kind::Transport(error) => Some(error),
            Kind::Cache(error) => Some(&**error),
            Kind::Request(_) | Kind::Refused(_) | Kind::Unreadable(_) => None,
        }
    }
}
