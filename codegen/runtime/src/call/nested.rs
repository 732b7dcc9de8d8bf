//! Nested values in queries, which OpenAPI does not define.

use serde_json::Value;

use crate::net::percent::encode;

/// Writes an exploded value: one pair for a scalar, one for each item of a list of scalars, and otherwise one for each
/// leaf.
pub(super) fn spread(
    name: &str,
    value: &Value,
    encoded: &dyn Fn(&Value) -> String,
    pairs: &mut Vec<(String, String)>,
) {
    match value {
        Value::Array(items) if !items.iter().any(is_nested) => {
            let items = items.iter().filter(|item| !item.is_null());
            pairs.extend(items.map(|item| (encode(name), encoded(item))));
        }
        other => deep(name, other, encoded, pairs),
    }
}

/// Writes one pair for each leaf of `value`: `name[key][inner]=leaf`. This is the common form on servers: a list of
/// leaves repeats `name[]`, any other list numbers its items, and `null` is omitted.
pub(super) fn deep(
    name: &str,
    value: &Value,
    encoded: &dyn Fn(&Value) -> String,
    pairs: &mut Vec<(String, String)>,
) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                deep(&format!("{name}[{key}]"), value, encoded, pairs);
            }
        }
        Value::Array(items) => {
            let nested = items.iter().any(is_nested);
            for (index, item) in items.iter().enumerate() {
                let index = if nested {
                    index.to_string()
                } else {
                    String::new()
                };
                deep(&format!("{name}[{index}]"), item, encoded, pairs);
            }
        }
        Value::Null => {}
        leaf => pairs.push((encode(name), encoded(leaf))),
    }
}

fn is_nested(value: &Value) -> bool {
    value.is_array() || value.is_object()
}
