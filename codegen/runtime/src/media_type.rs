//! Media types (RFC 9110, 8.3.1), compared by what they are and not by how they are written.

/// Whether a `Content-Type` says that the content is JSON: `application/json`, `text/json` or any
/// `+json` (RFC 6839), with any parameters.
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match essence.split_once('/') {
        Some(("application" | "text", "json")) => true,
        Some((_, subtype)) => subtype.ends_with("+json"),
        None => false,
    }
}
