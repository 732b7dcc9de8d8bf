//! Media types (RFC 9110, 8.3.1).

/// Whether the media type of a `Content-Type` is JSON: `application/json`, `text/json` or any `+json` (RFC 6839), with
/// any parameters. Case is ignored.
pub(crate) fn is_json(content_type: &str) -> bool {
    let mut parts = content_type.as_bytes().split(|byte| *byte == b';');
    let essence = parts.next().unwrap_or_default().trim_ascii();
    if let Some((_, suffix)) = essence.split_at_checked(essence.len().wrapping_sub(5)) {
        if suffix.eq_ignore_ascii_case(b"+json") {
            return true;
        }
    }
    let plain = [&b"application/json"[..], b"text/json"];
    plain.iter().any(|it| essence.eq_ignore_ascii_case(it))
}
