//! The style `pipeDelimited` of query parameters.

use serde_json::Value;

use super::delimited::delimited;
use super::query::Query;

/// Writes `name=a|b`.
pub(crate) fn pipe_delimited(parameter: &Query, value: &Value) -> Vec<(String, String)> {
    delimited(parameter, value, "%7C")
}
