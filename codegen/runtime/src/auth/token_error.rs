//! Errors of token endpoints and token caches.

use std::cmp::Reverse;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use secrecy::zeroize::Zeroizing;
use serde_json::Value;

use super::secret::Secret;
use crate::constants::DOCUMENT;
use crate::error::one_line::one_line;
use crate::net::percent::encode;
use crate::net::retry_after;
use crate::net::transport::{TransportError, TransportErrorKind};
use crate::wire::budget::default_limit;
use crate::wire::parse::parse_within;
use crate::wire::redacted::REDACTED;

/// An error in fetching, refreshing or revoking a token.
///
/// It is the source of the [`Error`](crate::Error) of every call that needed the token, so it is cheap to clone. It
/// contains no secrets.
#[derive(Clone, Debug)]
pub struct TokenError(Arc<Kind>);

#[derive(Debug)]
enum Kind {
    /// The request cannot be created.
    Request(String),
    /// There is no response.
    Transport(TransportError),
    /// The response has an error status.
    Refused(Refusal),
    /// The response does not contain a valid token.
    Unreadable(&'static str),
    /// The token cache failed.
    Cache(Box<dyn StdError + Send + Sync>),
}

#[derive(Debug)]
struct Refusal {
    status: StatusCode,
    code: Option<String>,
    message: Option<String>,
    retry_after: Option<Duration>,
    /// Whether the same request may succeed later.
    is_temporary: bool,
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

    /// Creates an error from the body, which is that of OAuth 2.0 (RFC 6749, 5.2) or of the API, without the secrets of the
    /// request.
    pub(super) fn refused(
        response: &Response<Bytes>,
        received: SystemTime,
        secrets: &[Secret],
        is_temporary: bool,
    ) -> Self {
        let text = response.body();
        let body: Value = parse_within(text, default_limit(text.len())).unwrap_or_default();
        let text = |key: &str, or: Option<&str>| {
            let text = body[key].as_str().or(or)?;
            Some(one_line(&redacted(text, secrets)))
        };
        Self(Arc::new(Kind::Refused(Refusal {
            status: response.status(),
            code: text("error", DOCUMENT.error.code(&body)),
            message: text("error_description", DOCUMENT.error.message(&body)),
            retry_after: retry_after(response.headers(), received, &body),
            is_temporary,
        })))
    }

    /// The HTTP status, if the token endpoint returned an error status.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.refusal().map(|it| it.status)
    }

    /// The code of the error, such as `invalid_client`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.refusal()?.code.as_deref()
    }

    /// The delay that the token endpoint requested, if any.
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

    /// Whether the same request may succeed later.
    pub(super) fn is_temporary(&self) -> bool {
        match &*self.0 {
            Kind::Transport(error) => error.kind() == TransportErrorKind::Connect,
            Kind::Refused(refusal) => refusal.is_temporary,
            _ => false,
        }
    }

    /// Whether the time limit of the call caused the error, and not the token endpoint.
    pub(super) fn is_timeout(&self) -> bool {
        let error = self.transport_error();
        error.is_some_and(|error| error.kind() == TransportErrorKind::Timeout)
    }

    /// The error of the transport, if there is no response.
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

/// A text of the server, which may quote the request. One secret may contain another, so the longest is replaced first.
fn redacted(text: &str, secrets: &[Secret]) -> String {
    let secrets = secrets.iter().map(Secret::expose);
    let forms = secrets.flat_map(|it| [it.to_owned(), encode(it)]);
    let mut forms: Vec<_> = forms.map(Zeroizing::new).collect();
    forms.retain(|it| !it.is_empty());
    forms.sort_by_key(|it| Reverse(it.len()));
    forms.iter().fold(text.to_owned(), |text, secret| {
        text.replace(secret.as_str(), REDACTED)
    })
}

fn retry_after(headers: &HeaderMap, received: SystemTime, body: &Value) -> Option<Duration> {
    retry_after::from_headers(headers, Some(received)).or_else(|| retry_after::from_body(body))
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Request(reason) => write!(f, "the request for a token is invalid: {reason}"),
            Kind::Transport(_) => f.write_str("the token endpoint did not respond"),
            Kind::Unreadable(reason) => {
                write!(f, "the token endpoint returned no valid token: {reason}")
            }
            Kind::Cache(_) => f.write_str("the token cache failed"),
            Kind::Refused(it) => {
                write!(f, "the token endpoint returned {}", it.status)?;
                let texts = [&it.code, &it.message];
                texts
                    .into_iter()
                    .flatten()
                    .try_for_each(|text| write!(f, ": {text}"))?;
                let Some(wait) = it.retry_after else {
                    return Ok(());
                };
                write!(f, " (retry after {} s)", wait.as_secs_f64())
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
