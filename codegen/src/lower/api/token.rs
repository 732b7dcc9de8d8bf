//! Tokens of HTTP.

/// Whether a text is a `token` of RFC 9110, section 5.6.2: the name of a header, or a part of a media type.
pub(super) fn is_token(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(allowed)
}
