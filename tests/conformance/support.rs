//! What the functions of the scenarios share.

use std::fmt::Display;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The result of a step.
pub type Checked = Result<(), String>;

/// The error of a step.
pub fn text(error: impl Display) -> String {
    error.to_string()
}

/// A value that the reader of its type creates.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(text)
}

/// JSON that the document does not describe.
pub fn json(json: &str) -> Result<Value, String> {
    read(json)
}

/// The bytes of Base64.
pub fn bytes(base64: &str) -> Result<Vec<u8>, String> {
    STANDARD.decode(base64).map_err(text)
}

/// Expected JSON with the address of the server.
pub fn located(base: &str, json: &str) -> String {
    json.replace("http://localhost:1", base)
}

/// Compares a value with the JSON of the server. A property that is `null` is as good as a missing one.
pub fn same(body: &impl Serialize, expected: &str) -> Checked {
    let received = without_nulls(serde_json::to_value(body).map_err(text)?);
    let expected = without_nulls(read(expected)?);
    match difference(&received, &expected) {
        None => Ok(()),
        Some(difference) => Err(format!("the response differs{difference}")),
    }
}

/// The first difference between two values, with its place.
fn difference(received: &Value, expected: &Value) -> Option<String> {
    let below = |key: &str, difference: String| match difference.strip_prefix(" at ") {
        Some(rest) => format!(" at /{key}{rest}"),
        None => format!(" at /{key}{difference}"),
    };
    match (received, expected) {
        _ if received == expected => None,
        (Value::Object(ours), Value::Object(theirs)) => {
            let keys = ours.keys().chain(theirs.keys());
            let null = &Value::Null;
            let mut all = keys.map(|key| (key, ours.get(key).unwrap_or(null), theirs.get(key).unwrap_or(null)));
            all.find_map(|(key, one, other)| Some(below(key, difference(one, other)?)))
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            let mut all = ours.iter().zip(theirs).enumerate();
            all.find_map(|(at, (one, other))| Some(below(&at.to_string(), difference(one, other)?)))
        }
        _ => Some(format!(": it is {received}, expected {expected}")),
    }
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            let entries = entries.into_iter().filter(|(_, value)| !value.is_null());
            entries.map(|(key, value)| (key, without_nulls(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        Value::Number(number) => number.as_f64().map_or(Value::Null, Value::from),
        other => other,
    }
}

pub fn same_text(body: &str, expected: &str) -> Checked {
    if body == expected { Ok(()) } else { Err(format!("the response is {body:?}, expected {expected:?}")) }
}

pub fn same_bytes(body: &[u8], expected: &[u8]) -> Checked {
    if body == expected { Ok(()) } else { Err(format!("the response has {} other bytes", body.len())) }
}

pub fn same_status(status: http::StatusCode, expected: u16) -> Checked {
    if status == expected { Ok(()) } else { Err(format!("the status is {status}, expected {expected}")) }
}

pub fn same_header(header: Option<String>, expected: &str) -> Checked {
    if header.as_deref() == Some(expected) { Ok(()) } else { Err(format!("the header is {header:?}, expected {expected:?}")) }
}

/// The response has the type of another status.
pub fn other() -> Checked {
    Err("the response is that of another status".to_owned())
}
