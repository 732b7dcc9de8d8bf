//! The style `deepObject` of query parameters.

use serde_json::Value;

use super::nested::deep;
use super::query::Query;
use super::style::is_absent;

/// Writes `name[key]=a`.
pub(crate) fn deep_object(parameter: &Query, value: &Value) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    if !is_absent(value) {
        let encoded = |value: &Value| parameter.encoded(value);
        deep(parameter.name, value, &encoded, &mut pairs);
    }
    pairs
}
