//! The secrets in a value, for everything that prints values.
//!
//! A secret is a value whose type says so ([`View::Secret`]), an unknown variant, or text under a name that only secrets
//! have. Names count because many documents lack `format: password`; they only change what is printed.

use std::borrow::Cow;

use serde_json::Value;

use super::encode::{Encode, View};
use super::object_entries::each_entry;
use super::secret_names::{REDACTED, is_secret_name};

/// Whether the value at `key` is not to be shown. Flags, numbers and objects with known keys have no
/// secret name: `hasPassword`, `password: { minLength: 8 }`.
pub(super) fn is_secret_entry(key: &str, value: View<'_>) -> bool {
    match value {
        View::Secret(_) => true,
        View::Text(_) | View::List(_) | View::Map(_) => is_secret_name(key),
        View::Json(value) => is_secret_json(key, value),
        _ => false,
    }
}

fn is_secret_json(key: &str, value: &Value) -> bool {
    let is_text = matches!(value, Value::String(_) | Value::Array(_) | Value::Object(_));
    is_text && is_secret_name(key)
}

/// The places of the secrets and unknown variants of `value`, as JSON pointers (RFC 6901). Names
/// count in raw JSON only: [`without_secrets`] looks at the others when something is printed.
pub(crate) fn secrets(value: &dyn Encode) -> Vec<String> {
    let mut found = Vec::new();
    collect(value.view(), &mut String::new(), &mut found);
    found
}

/// `json` without what is at `secrets`.
pub(crate) fn redact(json: &mut Value, secrets: &[String]) {
    for secret in secrets {
        if let Some(value) = json.pointer_mut(secret) {
            *value = Value::from(REDACTED);
        }
    }
}

/// JSON of which only the names are known.
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

/// Goes on under `key`. Scalars have no secrets, so that most keys cost nothing.
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

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
