//! Bodies of `application/x-www-form-urlencoded`.

use std::sync::Arc;

use serde_json::Value;

use super::body;
use super::core::Call;
use super::encoded::encoded;
use super::redaction::Shown;
use super::refuse::refuse;
use super::value;
use crate::net::assignments::assignments;
use crate::net::percent::encode;
use crate::wire::Encode;
use crate::wire::secrets;

/// Names and values, percent-encoded.
pub(super) type Pairs = Vec<(String, String)>;

/// Writes a field that has a style of its own.
pub(super) type Styled<'a> = &'a dyn Fn(&str, &Value) -> Option<Pairs>;

/// Sets a form as the body.
pub(super) fn set(call: &mut Call, fields: &dyn Encode, styled: Styled<'_>) {
    let form = |value: &Value| assignments(&pairs(value, styled), "&");
    let value = value::value(fields, false);
    let problem = match &value {
        Err(problem) => Some(problem.clone()),
        Ok(Value::Object(_) | Value::Null) => None,
        Ok(_) => Some("a form is an object".to_owned()),
    };
    let mut value = value.unwrap_or_default();
    body::set(call, form(&value).into());
    if let Some(problem) = problem {
        return refuse(call, &problem);
    }
    secrets::redact(&mut value, &secrets::secrets(fields));
    let shown = form(&secrets::without_secrets(&value));
    call.shown = Shown(Some(Arc::new(move |_| Some(shown.clone()))));
}

/// The pairs of a form. A field without a style has the default of OpenAPI 3.0: a list is repeated, and an object is
/// JSON.
pub(crate) fn pairs(value: &Value, styled: Styled<'_>) -> Pairs {
    let entries = value.as_object().into_iter().flatten();
    let entries = entries.filter(|(_, value)| !value.is_null());
    let all = entries.map(|(key, value)| match (styled(key, value), value) {
        (Some(pairs), _) => pairs,
        (None, Value::Array(items)) => repeated(&encode(key), items),
        (None, value) => vec![(encode(key), encoded(value))],
    });
    all.flatten().collect()
}

fn repeated(name: &str, items: &[Value]) -> Pairs {
    let items = items.iter().filter(|item| !item.is_null());
    items.map(|item| (name.to_owned(), encoded(item))).collect()
}
