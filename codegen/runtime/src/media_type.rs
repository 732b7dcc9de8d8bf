//! Media types (RFC 9110, 8.3.1), compared by what they are and not by how they are written.

/// Whether a `Content-Type` says that the content is JSON: `application/json`, `text/json` or any
/// `+json` (RFC 6839), with any parameters.
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    let Some((kind, subtype)) = essence.split_once('/') else {
        return false;
    };
    let is = |text: &str, other: &str| text.eq_ignore_ascii_case(other);
    match subtype.rsplit_once('+') {
        Some((_, suffix)) => is(suffix, "json"),
        None => is(subtype, "json") && (is(kind, "application") || is(kind, "text")),
    }
}
