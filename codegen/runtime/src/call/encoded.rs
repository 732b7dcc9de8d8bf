//! Scalars as components of URLs.

use serde_json::Value;

use super::scalar::text;
use crate::net::percent::encode;

/// A scalar, percent-encoded.
pub(super) fn encoded(value: &Value) -> String {
    encode(&text(value))
}
