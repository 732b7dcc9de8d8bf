//! Values of parameters and forms.

use serde_json::Value;

use super::json::json;
use crate::wire::Encode;
use crate::wire::encode::View;

/// A value as JSON. Anything but plain text is written and parsed, so that every number keeps its shortest form.
///
/// # Errors
///
/// Why it cannot be sent.
pub(super) fn value(value: &dyn Encode, is_secret: bool) -> Result<Value, String> {
    match value.view() {
        View::Text(text) | View::Decimal(text) => Ok(Value::from(text)),
        View::Bool(value) => Ok(Value::from(value)),
        View::Secret(secret) if matches!(secret.view(), View::Text(_)) => self::value(secret, true),
        _ => serde_json::from_slice(&json(value, is_secret)?).map_err(|error| error.to_string()),
    }
}
