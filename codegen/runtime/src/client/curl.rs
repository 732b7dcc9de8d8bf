//! Requests as `curl` command lines, for debugging.

use http::header::HeaderValue;
use http::{HeaderName, Method};
use reqwest::Url;

use super::attempts::Exchange;
use super::handle::Client;
use crate::constants::DOCUMENT;
use crate::document::{ApiKeyLocation, SecurityKind};
use crate::error::call_error::Error;
use crate::wire::redacted::REDACTED;
use crate::wire::secret_names::is_secret_name;

/// The option for a body that cannot be shown: `curl` reads it from its standard input.
pub(crate) const FROM_INPUT: &str = "--data-binary @-";

/// The command line for a POSIX shell. Credentials are shell variables, and secret headers are omitted. The exchange has
/// no secrets, and `data` is the option for its body, if it has one.
pub(crate) fn command(
    exchange: &Exchange<'_>,
    data: Option<String>,
    client: &Client,
) -> Result<String, Error> {
    let request = exchange.request()?;
    let mut words = vec!["curl".to_owned()];
    words.push(match *request.method() {
        Method::HEAD => "--head".to_owned(),
        ref method => format!("--request {}", word(method.as_str())),
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
    words.extend(data);
    words.push(quote(without_user(request.url().clone()).as_str()));
    Ok(words.join(" "))
}

fn authorize(kind: SecurityKind) -> String {
    match kind {
        SecurityKind::HttpDigest => r#"--digest --user "$USERNAME:$PASSWORD""#.to_owned(),
        SecurityKind::HttpBasic => r#"--user "$USERNAME:$PASSWORD""#.to_owned(),
        SecurityKind::HttpBearer
        | SecurityKind::OAuth2ClientCredentials { .. }
        | SecurityKind::OAuth2Other { .. }
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
    let name = name.as_str();
    let is_key = DOCUMENT.has_key(ApiKeyLocation::Header, name);
    if value.is_sensitive() || is_key || is_secret_name(name) {
        return REDACTED.to_owned();
    }
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

/// A URL may hold credentials.
fn without_user(mut url: Url) -> Url {
    // A URL that cannot have a user has none.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url
}

/// Quotes a method only if necessary: it may contain characters that a shell interprets, such as `` ` ``.
fn word(method: &str) -> String {
    let is_plain = method
        .bytes()
        .all(|it| it.is_ascii_alphanumeric() || it == b'-');
    if is_plain {
        method.to_owned()
    } else {
        quote(method)
    }
}

/// Quotes text for a POSIX shell.
pub(crate) fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
