//! Origins of URLs (RFC 6454).

/// The scheme, host and port of a URL, as they are written.
pub(super) fn origin(url: &str) -> Option<&str> {
    let authority = url.find("://")? + "://".len();
    let end = url[authority..]
        .find(['/', '?', '#'])
        .map_or(url.len(), |length| authority + length);
    Some(&url[..end])
}
