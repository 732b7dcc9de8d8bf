//! Scalars as text.

use std::borrow::Cow;

use serde_json::Value;

/// A scalar as text, before it is encoded. A whole number has no fraction, whatever its Rust type.
pub(super) fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Number(number) => {
            let mut text = number.to_string();
            text.truncate(text.strip_suffix(".0").map_or(text.len(), str::len));
            Cow::Owned(text)
        }
        other => Cow::Owned(other.to_string()),
    }
}
