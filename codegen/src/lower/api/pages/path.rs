//! Paths to values in responses.

use crate::ir::BodyPath;

/// A value of a response.
pub(super) struct Value {
    /// The properties that lead to it, or to the list that has it.
    pub(super) path: BodyPath,
    /// The properties in the last item of the list, if it is a value of that.
    pub(super) in_last_item: Option<BodyPath>,
}

/// Reads a path (RFC 9535) of names, which may have the last item of a list: `$.data[-1].id`.
pub(super) fn json_path(text: &str) -> Option<Value> {
    let mut rest = text.strip_prefix('$')?;
    let mut value = Value {
        path: Vec::new(),
        in_last_item: None,
    };
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("[-1]") {
            value.in_last_item = Some(Vec::new());
            rest = after;
            continue;
        }
        let (name, after) = segment(rest)?;
        let path = value.in_last_item.as_mut();
        path.unwrap_or(&mut value.path).push(name.to_owned());
        rest = after;
    }
    Some(value)
}

/// The first name of a path, and what follows it.
fn segment(text: &str) -> Option<(&str, &str)> {
    for quote in ["['", "[\""] {
        if let Some(quoted) = text.strip_prefix(quote) {
            let end = [&quote[1..], "]"].concat();
            return quoted.split_once(&end);
        }
    }
    let name = text.strip_prefix('.')?;
    let end = name.find(['.', '[']).unwrap_or(name.len());
    (end > 0).then(|| name.split_at(end))
}
