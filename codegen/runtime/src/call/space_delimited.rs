//! The style `spaceDelimited` of query parameters.

use serde_json::Value;

use super::delimited::delimited;
use super::query::Query;

/// Writes `name=a%20b`.
pub(crate) fn space_delimited(parameter: &Query, value: &Value) -> Vec<(String, String)> {
    delimited(parameter, value, "%20")
}
