//! Values of parameters as text (OAS 3.0, Style Values; RFC 6570).

use serde_json::Value;

/// Whether a value counts as unset: null, and a list or an object of nothing else (RFC 6570, section 2.3).
pub(super) fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().all(Value::is_null),
        Value::Object(entries) => entries.values().all(Value::is_null),
        _ => false,
    }
}

/// A scalar, or the parts of a list or an object without null. A nested list or object is JSON.
pub(super) fn joined(
    explode: bool,
    value: &Value,
    separator: &str,
    encoded: &dyn Fn(&Value) -> String,
) -> String {
    let parts: Vec<String> = match value {
        Value::Array(items) => {
            let items = items.iter().filter(|item| !item.is_null());
            items.map(encoded).collect()
        }
        Value::Object(entries) => {
            let assign = if explode { "=" } else { separator };
            let entries = entries.iter().filter(|(_, value)| !value.is_null());
            let entry = |(key, value): (&String, &Value)| {
                let key = encoded(&Value::from(key.as_str()));
                [&key, assign, &encoded(value)].concat()
            };
            entries.map(entry).collect()
        }
        scalar => return encoded(scalar),
    };
    parts.join(separator)
}
