//! Header parameters of JSON.

use serde_json::Value;

use super::header::Header;

/// Writes JSON.
#[expect(
    clippy::unnecessary_wraps,
    reason = "every style has the same signature"
)]
pub(crate) fn json_header(_: &Header, value: &Value) -> Option<String> {
    Some(value.to_string())
}
