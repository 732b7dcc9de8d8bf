//! Values of parameters and forms.

use serde_json::Value;

use super::core::Call;
use super::json::json;
use crate::wire::Encode;
use crate::wire::encode::View;

/// A value as JSON. Anything but plain text is written and parsed, so that every number keeps its shortest form.
pub(super) fn value(call: &mut Call, value: &dyn Encode) -> Option<Value> {
    match value.view() {
        View::Text(text) | View::Decimal(text) => Some(Value::from(text)),
        View::Bool(value) => Some(Value::from(value)),
        View::Secret(value) => self::value(call, value),
        _ => serde_json::from_slice(&json(call, value)?).ok(),
    }
}
