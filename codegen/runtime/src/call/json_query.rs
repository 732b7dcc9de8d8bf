//! Query parameters of JSON.

use serde_json::Value;

use super::query::Query;
use crate::net::percent::encode;

/// Writes JSON.
pub(crate) fn json_query(parameter: &Query, value: &Value) -> Vec<(String, String)> {
    let json = Value::from(value.to_string());
    vec![(encode(parameter.name), parameter.encoded(&json))]
}
