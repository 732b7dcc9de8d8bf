//! Paths of requests.

use std::borrow::Cow;

/// Fills the encoded `values` of parameters into `template` and appends it to `base`.
///
/// # Errors
///
/// If a parameter is unset or empty, or the path has a segment `.` or `..`, which would make it another path (RFC 3986,
/// 5.2.4).
pub(crate) fn fill(
    base: &str,
    template: &str,
    values: &[(&str, Cow<'_, str>)],
) -> Result<String, String> {
    let value = |name: &str| values.iter().find(|(it, _)| *it == name);
    let mut url = String::with_capacity(base.len() + template.len() + 64);
    url.push_str(base);
    let mut rest = template;
    // Only a value of dots alone can create a segment of dots alone.
    let mut has_dots = false;
    while let Some((before, after)) = split(rest, b'{') {
        let (name, after) = split(after, b'}').unwrap_or((after, ""));
        let (_, value) =
            value(name).ok_or_else(|| format!("the path parameter `{name}` is not set"))?;
        if value.is_empty() {
            return Err(format!("the path parameter `{name}` is empty"));
        }
        has_dots |= value.bytes().all(|byte| byte == b'.');
        url.push_str(before);
        url.push_str(value);
        rest = after;
    }
    url.push_str(rest);
    if has_dots {
        let path = url.get(base.len()..).unwrap_or_default();
        let mut segments = path.split('/');
        if let Some(segment) = segments.find(|segment| matches!(*segment, "." | "..")) {
            let reason = format!("a path parameter is `{segment}`, which is not a name");
            return Err(reason);
        }
    }
    Ok(url)
}

/// The texts before and after the first `at`, an ASCII character. Templates are short, so a plain loop is the fastest
/// search.
fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let position = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..position)?, text.get(position + 1..)?))
}
