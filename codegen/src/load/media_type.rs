//! Names of media types.

/// Whether a key of `content` can stand in `Accept` or `Content-Type`. Some documents have more slashes in it than RFC 9110.
pub(crate) fn is_sendable(key: &str) -> bool {
    let printable = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    let essence = key.split(';').next().unwrap_or_default();
    let parts = essence.trim().split_once('/');
    key.bytes().all(printable)
        && parts.is_some_and(|(kind, subtype)| !kind.is_empty() && !subtype.is_empty())
        && !essence.trim().contains(' ')
}

/// Whether a key of `content` is an extension and not the name of a body.
pub(crate) fn is_extension(key: &str) -> bool {
    key.starts_with("x-") && !key.contains('/')
}
