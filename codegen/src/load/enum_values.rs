//! Values of an enum that are not of its type. YAML reads `1.0` as a number where a string was meant, and tools write
//! `"1"` for a number. JSON Schema allows such values and lets nothing match them.

use serde_yaml::{Number, Value};

use super::grammar::{JsonType, Member, NULL, Schema, keyword};
use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};

/// The values of another type that convert to the type of the enum: place and converted value.
pub(super) fn convertible(schema: &Schema<'_>) -> Vec<(Pointer, Value)> {
    let Some(kind) = only_type(schema) else {
        return Vec::new();
    };
    let values = schema.enum_values().into_iter();
    let strangers = values.filter(|item| !fits(item.value, kind));
    strangers
        .filter_map(|item| Some((item.at.clone(), converted(item.value, kind)?)))
        .collect()
}

/// Reports what is left of other types: no value that the enum lists.
pub(super) fn check(schema: &Schema<'_>, sink: &mut Sink) {
    let Some(kind) = only_type(schema) else {
        return;
    };
    for item in schema.enum_values() {
        if !fits(item.value, kind) {
            let message = format!(
                "`{}` is not of the type `{kind}` of the enum and is ignored",
                shown(item.value)
            );
            sink.report(
                Diagnostic::warning(Code::EnumValueType, &item.at, message).help("remove it"),
            );
        }
    }
}

/// The message and the help text of a value that was converted.
pub(super) fn converted_message(value: &Value) -> (String, &'static str) {
    match value {
        Value::String(text) => (
            format!("`{text}` is not quoted, and the enum has strings; it is read as `\"{text}\"`"),
            "put it in quotes",
        ),
        Value::Number(number) => (
            format!("`\"{number}\"` is quoted, and the enum has numbers; it is read as `{number}`"),
            "remove the quotes",
        ),
        value => (
            format!(
                "`\"{0}\"` is quoted, and the enum has booleans; it is read as `{0}`",
                shown(value)
            ),
            "remove the quotes",
        ),
    }
}

/// The beginning of a value, as JSON writes it.
pub(crate) fn shown(value: &Value) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push_str("..");
    }
    short
}

/// The type of the values, null aside.
fn only_type(schema: &Schema<'_>) -> Option<JsonType> {
    let types: Vec<&str> = Member::of(schema.get(keyword::TYPE));
    let mut types = types.into_iter().filter(|name| *name != NULL);
    let first = schema.str(keyword::TYPE).or_else(|| types.next())?;
    types.next().is_none().then(|| JsonType::parse(first))?
}

fn fits(value: &Value, kind: JsonType) -> bool {
    let fits = match kind {
        JsonType::String => value.is_string(),
        JsonType::Integer | JsonType::Number => value.is_number(),
        JsonType::Boolean => value.is_bool(),
        JsonType::Array | JsonType::Object => true,
    };
    fits || value.is_null()
}

fn converted(value: &Value, kind: JsonType) -> Option<Value> {
    match (kind, value) {
        (JsonType::String, Value::Number(number)) => Some(Value::String(number.to_string())),
        (JsonType::String, Value::Bool(flag)) => Some(Value::String(flag.to_string())),
        (kind, Value::String(text)) if kind.is_numeric() => number(text, kind).map(Value::Number),
        (JsonType::Boolean, Value::String(text)) => text.parse().ok().map(Value::Bool),
        _ => None,
    }
}

fn number(text: &str, kind: JsonType) -> Option<Number> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    let fraction = text.parse::<f64>().ok()?;
    (kind == JsonType::Number && fraction.is_finite()).then(|| fraction.into())
}
