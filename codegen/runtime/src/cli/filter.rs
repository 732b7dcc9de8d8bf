//! Field paths: `results[].id`, `links.0.href`.

use serde_json::Value;

/// The value at a path. `[]` behind a key, or as a step of its own, applies the rest of the path to each item of a list.
/// Missing values are null.
pub(crate) fn filter(value: &Value, path: &str) -> Value {
    let path = path.trim_start_matches('.');
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    if step.is_empty() {
        return value.clone();
    }
    if let Some(key) = step.strip_suffix("[]") {
        let list = if key.is_empty() {
            Some(value)
        } else {
            at(value, key)
        };
        let items = list.and_then(Value::as_array).into_iter().flatten();
        return items.map(|item| filter(item, rest)).collect();
    }
    at(value, step).map_or(Value::Null, |inner| filter(inner, rest))
}

fn at<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        other => other.get(step),
    }
}
