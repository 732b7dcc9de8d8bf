//! The styles of query parameters with other separators.

use serde_json::Value;

use super::query::{Query, query};
use super::style::{is_absent, joined};
use crate::net::percent::encode;

/// Writes `name=a,b` with another separator; exploded, as `form` does.
pub(super) fn delimited(
    parameter: &Query,
    value: &Value,
    separator: &str,
) -> Vec<(String, String)> {
    let is_composite = value.is_array() || value.is_object();
    if is_absent(value) {
        Vec::new()
    } else if parameter.explode && is_composite {
        let form = Query {
            reserved: parameter.reserved,
            ..query(parameter.name)
        };
        form.pairs(value)
    } else {
        let encoded = |value: &Value| parameter.encoded(value);
        let text = joined(parameter.explode, value, separator, &encoded);
        vec![(encode(parameter.name), text)]
    }
}
