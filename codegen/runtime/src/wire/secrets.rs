//! Finds the secrets in a value, to redact them in output.
//!
//! A secret is a value of a secret type ([`View::Secret`]), an unknown variant, or text under a name of a secret. Names
//! are used because many documents lack `format: password`; they only affect output.

use std::borrow::Cow;

use serde_json::Value;

use super::encode::{Encode, View};
use super::object_entries::each_entry;
use super::redacted::REDACTED;
use super::secret_names::is_secret_name;

/// Whether the value at `key` must be redacted. Booleans, numbers and objects with known keys are not secrets:
/// `hasPassword`, `password: { minLength: 8 }`.
pub(super) fn is_secret_entry(key: &str, value: View<'_>) -> bool {
    match value {
        View::Secret(_) => true,
        View::Text(_) | View::List(_) | View::Map(_) => is_secret_name(key),
        View::Json(value) => is_secret_json(key, value),
        View::Invalid(value) => is_secret_entry(key, value.value()),
        _ => false,
    }
}

fn is_secret_json(key: &str, value: &Value) -> bool {
    let is_text = matches!(value, Value::String(_) | Value::Array(_) | Value::Object(_));
    is_text && is_secret_name(key)
}

/// The JSON pointers of the secrets and unknown variants of `value` (RFC 6901). Names are checked in raw JSON only:
/// [`without_secrets`] checks the others when a value is printed.
pub(crate) fn secrets(value: &dyn Encode) -> Vec<String> {
    let mut found = Vec::new();
    collect(value.view(), &mut String::new(), &mut found);
    found
}

/// Redacts the values at `secrets` in `json`.
pub(crate) fn redact(json: &mut Value, secrets: &[String]) {
    for secret in secrets {
        if let Some(value) = json.pointer_mut(secret) {
            *value = Value::from(REDACTED);
        }
    }
}

/// Raw JSON, in which only names indicate secrets.
pub(crate) fn without_secrets(json: &Value) -> Cow<'_, Value> {
    let secrets = secrets(json);
    if secrets.is_empty() {
        return Cow::Borrowed(json);
    }
    let mut json = json.clone();
    redact(&mut json, &secrets);
    Cow::Owned(json)
}

fn collect(view: View<'_>, path: &mut String, found: &mut Vec<String>) {
    match view {
        View::List(items) => {
            for index in 0..items.count() {
                below(&index.to_string(), items.item(index), path, found);
            }
        }
        View::Map(entries) => {
            entries.each(&mut |key, value| below(key, value, path, found));
        }
        View::Object(object) => {
            each_entry(object, &mut |key, _, value| below(key, value, path, found));
        }
        View::Union(union) => match union.payload() {
            (Some(_), payload) | (None, payload @ View::Union(_)) => collect(payload, path, found),
            (None, _) => found.push(path.clone()),
        },
        View::Json(Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                below(&index.to_string(), View::Json(item), path, found);
            }
        }
        View::Json(Value::Object(entries)) => {
            for (key, value) in entries {
                if is_secret_json(key, value) {
                    found.push([path, "/", &escape(key)].concat());
                } else {
                    below(key, View::Json(value), path, found);
                }
            }
        }
        View::Unknown(_) | View::Secret(_) => found.push(path.clone()),
        _ => {}
    }
}

/// Visits the value of `key`. Scalars contain no secrets, so most keys cost nothing.
fn below(key: &str, view: View<'_>, path: &mut String, found: &mut Vec<String>) {
    let is_composite = matches!(
        view,
        View::List(_)
            | View::Map(_)
            | View::Object(_)
            | View::Union(_)
            | View::Unknown(_)
            | View::Secret(_)
            | View::Json(Value::Array(_) | Value::Object(_))
    );
    if is_composite {
        let length = path.len();
        path.extend(["/", &escape(key)]);
        collect(view, path, found);
        path.truncate(length);
    }
}

/// A key in a JSON pointer.
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
