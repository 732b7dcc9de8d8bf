//! The path of a request: the template of the document with its parameters filled in.

/// Fills in `template`, whose parameters stand in braces, with what `value` gives for a name.
///
/// # Errors
///
/// Names the parameter that has no value or an empty one, and rejects a path with a segment `.` or
/// `..`, which would be another path (RFC 3986, 5.2.4).
pub(crate) fn fill(
    template: &str,
    value: &dyn Fn(&str) -> Option<String>,
) -> Result<String, String> {
    let mut path = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = value(name).ok_or_else(|| format!("the path parameter `{name}` is not set"))?;
        if value.is_empty() {
            return Err(format!("the path parameter `{name}` is empty"));
        }
        path.extend([before, &value]);
        rest = after;
    }
    path.push_str(rest);
    match path
        .split('/')
        .find(|segment| matches!(*segment, "." | ".."))
    {
        Some(segment) => Err(format!(
            "a path parameter is `{segment}`, which is not a name"
        )),
        None => Ok(path),
    }
}
