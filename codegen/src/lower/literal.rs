//! Values of the document as literals.

use serde_yaml::Value;

use crate::ir::Literal;

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
