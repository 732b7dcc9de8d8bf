//! A request as a command line of `curl`, for people who look into a failure.

use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE, HeaderValue, PROXY_AUTHORIZATION};
use http::{HeaderName, Method};
use serde_json::Value;

use crate::client::Client;
use crate::document::{ApiKeyLocation, SecurityKind};
use crate::error::Error;
use crate::exchange::Exchange;

const REDACTED: &str = "[redacted]";

/// The command line, for a shell that knows the quotes of POSIX. Credentials are variables that the
/// shell fills in; what is at `secrets` in the body (JSON pointers) and headers that are secret are
/// left out.
pub(crate) fn command(
    exchange: &Exchange,
    secrets: &[String],
    client: &Client,
) -> Result<String, Error> {
    let request = &exchange.request;
    let mut words = vec!["curl".to_owned()];
    words.push(match *request.method() {
        Method::HEAD => "--head".to_owned(),
        ref method => format!("--request {method}"),
    });
    if let Some(identity) = exchange.identity(client)? {
        let shown = identity.schemes.iter().map(|scheme| authorize(scheme.kind));
        words.extend(shown);
    }
    for (name, value) in request.headers() {
        let value = header(name, value);
        words.push(format!("--header {}", quote(&format!("{name}: {value}"))));
    }
    if !request.body().is_empty() {
        words.push(body(request.body(), secrets));
    }
    words.push(quote(&request.uri().to_string()));
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
        SecurityKind::HttpOther { .. } => r#"--header "authorization: $AUTHORIZATION""#.to_owned(),
        SecurityKind::ApiKey { location, name } => {
            let (option, sign) = match location {
                ApiKeyLocation::Header => ("--header", ": "),
                ApiKeyLocation::Query => ("--url-query", "="),
                ApiKeyLocation::Cookie => ("--cookie", "="),
            };
            // The shell must not read the document's text.
            format!(r#"{option} {}"$API_KEY""#, quote(&[name, sign].concat()))
        }
    }
}

fn header(name: &HeaderName, value: &HeaderValue) -> String {
    if value.is_sensitive() || [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name) {
        return REDACTED.to_owned();
    }
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

fn body(body: &Bytes, secrets: &[String]) -> String {
    match std::str::from_utf8(body) {
        // `curl` reads it from its standard input, as there is no way to write it down.
        Err(_) => "--data-binary @-".to_owned(),
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
