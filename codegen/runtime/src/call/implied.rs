//! Defaults of parameters.

use serde_json::Value;

/// The value of a default, which is text or JSON.
pub(super) fn implied(text: Option<&str>, json: Option<&str>) -> Option<Value> {
    let json = || serde_json::from_str(json?).ok();
    text.map(Value::from).or_else(json)
}
