//! Where tokens are asked for: the URL of the document, moved along with the base URL.

use reqwest::Url;

/// The URL of an endpoint that the document places at `url`, for a client of `base_url`.
///
/// What the document has beside its first server, `server`, moves with the base URL: below the
/// server, to below the base URL, else to the same path of the new host. What is on another host
/// stays.
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

/// The scheme, host and port of a URL (RFC 6454), as they are written.
pub(super) fn origin(url: &str) -> Option<&str> {
    let authority = url.find("://")? + "://".len();
    let end = url[authority..]
        .find(['/', '?', '#'])
        .map_or(url.len(), |length| authority + length);
    Some(&url[..end])
}

/// The endpoint where tokens are revoked (RFC 7009), which OAS cannot say: the usual place is
/// beside the token endpoint.
pub(crate) fn revocation(token_url: &str) -> String {
    let (parent, _) = token_url.rsplit_once('/').unwrap_or((token_url, ""));
    [parent, "/revoke"].concat()
}

/// The URL as the transport wants it.
pub(super) fn parsed(url: &str) -> Result<Url, String> {
    let parsed = Url::parse(url).map_err(|error| format!("`{url}`: {error}"))?;
    if parsed.has_host() {
        Ok(parsed)
    } else {
        Err(format!("`{url}` has no host"))
    }
}
