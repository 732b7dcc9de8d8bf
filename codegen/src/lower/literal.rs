//! Values of the document as literals.

use serde_yaml::Value;

use crate::ir::Literal;
use crate::load::JsonType;

pub(super) fn literal(value: &Value) -> Literal {
    match value {
        Value::Null => Literal::Null,
        Value::Bool(value) => Literal::Bool(*value),
        Value::String(text) => Literal::String(text.clone()),
        Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(whole), _) => Literal::Integer(whole.into()),
            (None, Some(whole)) => Literal::Integer(whole.into()),
            (None, None) => Literal::Number(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => {
            // Keys are strings, so every value of a document is JSON but for infinities, which JSON writes as null.
            Literal::Json(serde_json::to_string(value).unwrap_or_default())
        }
    }
}

/// Whether a value is one of a JSON type, or a text of one. Null, and an empty text, are no default at all.
pub(super) fn spells(value: &Value, kind: JsonType) -> bool {
    let text = match value {
        Value::Null => return true,
        Value::String(text) => text.trim(),
        Value::Number(_) if kind == JsonType::Integer => return is_whole(value),
        Value::Number(_) => return matches!(kind, JsonType::Number | JsonType::String),
        Value::Bool(_) => return matches!(kind, JsonType::Boolean | JsonType::String),
        Value::Sequence(_) => return kind == JsonType::Array,
        Value::Mapping(_) | Value::Tagged(_) => return kind == JsonType::Object,
    };
    text.is_empty()
        || text == "null"
        || match kind {
            JsonType::Integer => text.parse::<i128>().is_ok(),
            JsonType::Number => text.parse::<f64>().is_ok(),
            JsonType::Boolean => ["true", "false"].contains(&text.to_ascii_lowercase().as_str()),
            JsonType::Array => text.starts_with('['),
            JsonType::Object => text.starts_with('{'),
            JsonType::String => true,
        }
}

/// JSON Schema counts `1.0` as whole.
pub(super) fn is_whole(value: &Value) -> bool {
    let exact = |number: f64| number.fract() == 0.0;
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(exact)
}
