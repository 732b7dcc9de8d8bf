//! Requests that fetch or revoke a token (RFC 6749, 4.4 and 6; RFC 7009).

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Method, Response, StatusCode};
use secrecy::zeroize::Zeroizing;
use serde_json::Value;

use super::credentials::Authorization;
use super::header::sensitive;
use super::secret::Secret;
use super::token::{AccessToken, TokenKey};
use super::token_error::TokenError;
use super::token_url;
use crate::net::percent::encode;
use crate::wire::budget::default_limit;
use crate::wire::parse::parse_within;

/// The timeout of a request to a token endpoint, unless the call has less time left.
const TIMEOUT: Duration = Duration::from_secs(30);

/// An authorization grant (RFC 6749, 1.3).
pub(super) trait Grant: Send + Sync {
    /// The parameters of a request to a token endpoint.
    fn parameters(&self, token_url: &str) -> Zeroizing<String>;

    /// The secret of the client, if it has one.
    fn client_secret(&self) -> Option<&Secret>;

    /// The secrets of a request, which errors must not contain.
    fn secrets(&self, token_url: &str) -> Vec<Secret>;

    /// Whether a request that the server may have processed can be sent again.
    fn is_repeatable(&self) -> bool {
        true
    }

    /// Replaces the refresh token of a token endpoint.
    fn rotate(&self, _token_url: &str, _refresh_token: Secret) {}
}

/// A request to a token endpoint.
pub(super) struct TokenRequest<'a> {
    pub(super) key: &'a TokenKey,
    pub(super) grant: &'a dyn Grant,
    pub(super) authorization: Authorization<'a>,
    /// Whether the current token is still valid.
    pub(super) is_early: bool,
}

impl TokenRequest<'_> {
    /// Fetches a token. Does not retry.
    pub(super) async fn token(&self) -> Result<AccessToken, TokenError> {
        let mut body = self.grant.parameters(&self.key.token_url);
        if let Some(scope) = &self.key.scope {
            body = Zeroizing::new([&body, "&scope=", &encode(scope)].concat());
        }
        let asked_at = self.authorization.attempt.clock.system_time();
        let url = &self.key.token_url;
        let response = self.exchange(url, body, &self.grant.secrets(url)).await?;
        let mut body = json(&response)?;
        // The old token may be invalid now, even if the rest of the response is not valid.
        match body.get_mut("refresh_token").map(Value::take) {
            Some(Value::String(token)) if !token.is_empty() => {
                self.grant.rotate(url, token.into());
            }
            _ => {}
        }
        read(&mut body, asked_at)
    }

    /// Revokes a token.
    pub(super) async fn revoke(&self, url: &str, token: &AccessToken) -> Result<(), TokenError> {
        let mut secrets = self.grant.secrets(&self.key.token_url);
        secrets.push(token.secret().clone());
        let token = encode(token.secret().expose());
        let body = ["token=", &token, "&token_type_hint=access_token"].concat();
        let body = Zeroizing::new(body);
        self.exchange(url, body, &secrets).await.map(|_| ())
    }

    /// Sends a request and returns its response. An error status is an error, which contains none of the secrets.
    async fn exchange(
        &self,
        url: &str,
        body: Zeroizing<String>,
        secrets: &[Secret],
    ) -> Result<Response<Bytes>, TokenError> {
        let request = self.request(url, body).map_err(TokenError::request)?;
        let timeout = Some(self.timeout());
        let response = self.authorization.send_within(timeout, request).await;
        let response = response.map_err(TokenError::transport)?;
        if response.status().is_success() {
            Ok(response)
        } else {
            let received = self.authorization.attempt.clock.system_time();
            let is_temporary = self.is_temporary(response.status());
            Err(TokenError::refused(
                &response,
                received,
                secrets,
                is_temporary,
            ))
        }
    }

    /// Whether the same request may succeed later.
    fn is_temporary(&self, status: StatusCode) -> bool {
        match status {
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => true,
            StatusCode::BAD_GATEWAY | StatusCode::GATEWAY_TIMEOUT => self.grant.is_repeatable(),
            _ => false,
        }
    }

    pub(super) fn timeout(&self) -> Duration {
        let limits = [
            self.authorization.attempt.limits.timeout,
            self.authorization.attempt.left(),
        ];
        let timeout = limits.into_iter().flatten().fold(TIMEOUT, Duration::min);
        if self.is_early && self.grant.is_repeatable() {
            // The other half is reserved for the call itself, which can use the current token.
            timeout / 2
        } else {
            timeout
        }
    }

    fn request(&self, url: &str, mut body: Zeroizing<String>) -> Result<reqwest::Request, String> {
        let mut request = reqwest::Request::new(Method::POST, token_url::parsed(url)?);
        let headers = request.headers_mut();
        if let Some(secret) = self.grant.client_secret() {
            headers.insert(AUTHORIZATION, self.basic(secret)?);
        } else {
            // A client without a secret (RFC 6749, 3.2.1).
            let client = encode(&self.key.client_id);
            body = Zeroizing::new([&body, "&client_id=", &client].concat());
        }
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, form);
        if let Some(agent) = self.authorization.headers.get(USER_AGENT) {
            headers.insert(USER_AGENT, agent.clone());
        }
        *request.body_mut() = Some(body.to_string().into());
        Ok(request)
    }

    /// The `Authorization` header. The id and the secret are encoded before they are joined (RFC 6749, 2.3.1).
    fn basic(&self, secret: &Secret) -> Result<HeaderValue, String> {
        let secret = Zeroizing::new(encode(secret.expose()));
        let text = http_auth::basic::encode_credentials(&encode(&self.key.client_id), &secret);
        sensitive(&Zeroizing::new(text)).map_err(|error| error.to_string())
    }
}

fn json(response: &Response<Bytes>) -> Result<Value, TokenError> {
    let text = response.body();
    parse_within(text, default_limit(text.len()))
        .map_err(|_| TokenError::unreadable("the body is not JSON"))
}

/// The token in a response (RFC 6749, 5.1) to a request that was sent at `asked_at`.
fn read(body: &mut Value, asked_at: SystemTime) -> Result<AccessToken, TokenError> {
    let is_bearer = |kind: &Value| match kind {
        Value::Null => true,
        kind => kind
            .as_str()
            .is_some_and(|it| it.eq_ignore_ascii_case("bearer")),
    };
    if !body.get("token_type").is_none_or(is_bearer) {
        return Err(TokenError::unreadable("`token_type` is not `Bearer`"));
    }
    let Some(Value::String(token)) = body.get_mut("access_token").map(Value::take) else {
        return Err(TokenError::unreadable("`access_token` is missing"));
    };
    let lifetime = body.get("expires_in").and_then(lifetime);
    let expires_at = lifetime.and_then(|lifetime| asked_at.checked_add(lifetime));
    let access = AccessToken::new(token, expires_at);
    if access.is_usable() {
        Ok(access)
    } else {
        let reason = "`access_token` is empty or contains a character that is invalid in headers";
        Err(TokenError::unreadable(reason))
    }
}

/// The lifetime of a token. Negative numbers count as zero. `None` if it is not a number or exceeds the range of a
/// `Duration`.
fn lifetime(seconds: &Value) -> Option<Duration> {
    let seconds = match seconds {
        // Some servers send it as a string.
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_f64(),
    };
    let seconds = seconds.filter(|seconds| !seconds.is_nan())?;
    Duration::try_from_secs_f64(seconds.max(0.0)).ok()
}
