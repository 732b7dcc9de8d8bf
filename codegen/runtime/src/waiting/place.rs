//! Places of values in JSON.

use serde_json::Value;

/// The place of a value in JSON: a property and its value if the place is one of a variant of a union, and a JSON Pointer (RFC
/// 6901).
pub(crate) type Place = (Option<(&'static str, &'static str)>, &'static str);

/// The value at the first of these places that has one, as text. Texts that are empty do not count.
pub(super) fn text(places: &[Place], body: &Value) -> Option<String> {
    let mut values = places.iter().filter_map(|place| find(*place, body));
    values.find_map(|value| match value {
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    })
}

fn find((variant, pointer): Place, body: &Value) -> Option<&Value> {
    let has = |(property, value): (&str, &str)| body.get(property).is_some_and(|it| it == value);
    body.pointer(pointer).filter(|_| variant.is_none_or(has))
}
