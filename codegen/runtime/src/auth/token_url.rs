//! URLs of token endpoints, which follow the base URL of the client.

use reqwest::Url;

use super::origin::origin;

/// The URL of an endpoint that the document places at `url`, for a client of `base_url`.
///
/// An endpoint on the host of the document's first server, `server`, follows the base URL: if it is below the server, it
/// stays below the base URL; otherwise its path stays the same. An endpoint on another host does not change.
pub(crate) fn moved(url: &str, server: &str, base_url: &str) -> String {
    let below = url
        .strip_prefix(server.trim_end_matches('/'))
        .filter(|rest| !server.is_empty() && rest.starts_with('/'));
    if let Some(rest) = below {
        return [base_url, rest].concat();
    }
    let same_host = match origin(url) {
        Some(host) => origin(server).is_some_and(|server| host.eq_ignore_ascii_case(server)),
        // A relative URL, which OAS 3.1 allows.
        None => url.starts_with('/'),
    };
    match (same_host, origin(base_url)) {
        (true, Some(host)) => [host, &url[origin(url).map_or(0, str::len)..]].concat(),
        _ => url.to_owned(),
    }
}

/// The endpoint that revokes tokens (RFC 7009). OpenAPI has no field for it; by convention it is next to the token
/// endpoint.
pub(crate) fn revocation(token_url: &str) -> String {
    let (parent, _) = token_url.rsplit_once('/').unwrap_or((token_url, ""));
    [parent, "/revoke"].concat()
}

/// Parses the URL of an endpoint.
pub(super) fn parsed(url: &str) -> Result<Url, String> {
    let parsed = Url::parse(url).map_err(|error| format!("`{url}`: {error}"))?;
    if parsed.has_host() {
        Ok(parsed)
    } else {
        Err(format!("`{url}` has no host"))
    }
}
