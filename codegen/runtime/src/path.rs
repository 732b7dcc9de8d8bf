//! The path of a request: the template of the document with its parameters filled in.

use std::borrow::Cow;

/// Fills in `template`, whose parameters stand in braces, with what `value` gives for a name, and
/// puts it behind `base`.
///
/// # Errors
///
/// Names the parameter that has no value or an empty one, and rejects a path with a segment `.` or
/// `..`, which would be another path (RFC 3986, 5.2.4).
pub(crate) fn fill<'a>(
    base: &str,
    template: &str,
    value: &dyn Fn(&str) -> Option<Cow<'a, str>>,
) -> Result<String, String> {
    let mut url = String::with_capacity(base.len() + template.len() + 64);
    url.push_str(base);
    let mut rest = template;
    // Only values of nothing but dots can make a segment of nothing but dots.
    let mut has_dots = false;
    while let Some((before, after)) = split(rest, b'{') {
        let (name, after) = split(after, b'}').unwrap_or((after, ""));
        let value = value(name).ok_or_else(|| format!("the path parameter `{name}` is not set"))?;
        if value.is_empty() {
            return Err(format!("the path parameter `{name}` is empty"));
        }
        has_dots |= value.bytes().all(|byte| byte == b'.');
        url.push_str(before);
        url.push_str(&value);
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

/// What is before and after the first `at`, a character of ASCII. Templates are short: looking at
/// one byte after the other is quicker than what is made for long texts.
fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let position = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..position)?, text.get(position + 1..)?))
}
