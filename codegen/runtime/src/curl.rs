//! A request as a command line of `curl`, for people who look into a failure.

use http::header::{AUTHORIZATION, COOKIE, HeaderValue, PROXY_AUTHORIZATION};
use http::{HeaderName, Method};
use serde_json::Value;

use crate::client::Client;
use crate::document::{ApiKeyLocation, SecurityKind};
use crate::error::Error;
use crate::exchange::Exchange;

const REDACTED: &str = "[redacted]";

/// `curl` reads a body from its standard input where there is no way to write it down.
const FROM_INPUT: &str = "--data-binary @-";

/// The command line, for a shell that knows the quotes of POSIX. Credentials are variables that the
/// shell fills in; what is at `secrets` in the body (JSON pointers) and headers that are secret are
/// left out.
pub(crate) fn command(
    exchange: &Exchange<'_>,
    secrets: &[String],
    client: &Client,
) -> Result<String, Error> {
    let request = exchange.request()?;
    let mut words = vec!["curl".to_owned()];
    words.push(match *request.method() {
        Method::HEAD => "--head".to_owned(),
        ref method => format!("--request {method}"),
    });
    if let Some(identity) = exchange.identity(client)? {
        let shown = identity
            .schemes()
            .iter()
            .map(|scheme| authorize(scheme.kind));
        words.extend(shown);
    }
    for (name, value) in request.headers() {
        let value = header(name, value);
        words.push(format!("--header {}", quote(&format!("{name}: {value}"))));
    }
    match request.body().map(reqwest::Body::as_bytes) {
        None | Some(Some([])) => {}
        Some(Some(bytes)) => words.push(body(bytes, secrets)),
        Some(None) => words.push(FROM_INPUT.to_owned()),
    }
    words.push(quote(request.url().as_str()));
    Ok(words.join(" "))
}

fn authorize(kind: SecurityKind) -> String {
    match kind {
        SecurityKind::HttpDigest => r#"--digest --user "$USERNAME:$PASSWORD""#.to_owned(),
        SecurityKind::HttpBasic => r#"--user "$USERNAME:$PASSWORD""#.to_owned(),
        SecurityKind::HttpBearer
        | SecurityKind::OAuth2ClientCredentials { .. }
        | SecurityKind::OAuth2Other
        | SecurityKind::OpenIdConnect => r#"--header "authorization: Bearer $TOKEN""#.to_owned(),
        SecurityKind::ApiKey { location, name } => match location {
            ApiKeyLocation::Header => format!(r#"--header "{name}: $API_KEY""#),
            ApiKeyLocation::Query => format!(r#"--url-query "{name}=$API_KEY""#),
            ApiKeyLocation::Cookie => format!(r#"--cookie "{name}=$API_KEY""#),
        },
    }
}

fn header(name: &HeaderName, value: &HeaderValue) -> String {
    if value.is_sensitive() || [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name) {
        return REDACTED.to_owned();
    }
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

fn body(body: &[u8], secrets: &[String]) -> String {
    match std::str::from_utf8(body) {
        Err(_) => FROM_INPUT.to_owned(),
        Ok(text) if secrets.is_empty() => format!("--data-raw {}", quote(text)),
        Ok(text) => format!("--data-raw {}", quote(&without(text, secrets))),
    }
}

fn without(text: &str, secrets: &[String]) -> String {
    let Ok(mut json) = serde_json::from_str::<Value>(text) else {
        return REDACTED.to_owned();
    };
    for secret in secrets {
        if let Some(value) = json.pointer_mut(secret) {
            *value = Value::from(REDACTED);
        }
    }
    json.to_string()
}

fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
