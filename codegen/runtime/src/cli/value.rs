//! Values of flags.

use serde_json::{Map, Number, Value};

use super::check::check;
use super::schema::{Form, Schema};
use super::table::{Table, text};

/// The value of a flag that may be given several times.
///
/// # Errors
///
/// Why a text is not a value of the type.
pub(crate) fn parse(table: &Table, schema: Schema, texts: &[String]) -> Result<Value, String> {
    let first = texts.first().map_or("", String::as_str);
    if texts.len() == 1 && schema.is_nullable && first == "null" {
        return Ok(Value::Null);
    }
    match schema.form {
        Form::List(item) => match whole(first, texts).filter(Value::is_array) {
            Some(list) => Ok(list),
            None => items(table, table.schema(item), texts),
        },
        Form::Map(ty) => match whole(first, texts).filter(Value::is_object) {
            Some(object) => Ok(object),
            None => entries(texts, &|_| Some(table.schema(ty)), table),
        },
        _ if texts.len() > 1 => Err("is given several times, but is not a list".to_owned()),
        _ => one(table, schema, first),
    }
}

/// The only text as JSON.
fn whole(first: &str, texts: &[String]) -> Option<Value> {
    let is_json = texts.len() == 1 && first.starts_with(['[', '{']);
    is_json.then(|| serde_json::from_str(first).ok())?
}

fn items(table: &Table, item: Schema, texts: &[String]) -> Result<Value, String> {
    let items = texts.iter().map(|text| one(table, item, text));
    items.collect::<Result<Vec<_>, _>>().map(Value::Array)
}

/// A value in one text.
fn one(table: &Table, schema: Schema, text: &str) -> Result<Value, String> {
    if schema.is_nullable && text == "null" {
        return Ok(Value::Null);
    }
    match schema.form {
        Form::Text(_) => Ok(Value::from(text)),
        Form::Boolean => match text {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            _ => Err("is not `true` or `false`".to_owned()),
        },
        Form::Integer(_) => integer(text).ok_or_else(|| "is not a whole number".to_owned()),
        Form::Number => number(text).ok_or_else(|| "is not a number".to_owned()),
        Form::Enum(values) => match values.first() {
            Some(Value::Number(_)) => integer(text).ok_or_else(|| "is not a number".to_owned()),
            _ => Ok(Value::from(text)),
        },
        Form::Object(fields, other) => object(table, fields, other, text),
        Form::Untagged(variants) => untagged(table, variants, text),
        Form::Any => Ok(serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))),
        Form::List(_) | Form::Tuple(_) | Form::Map(_) | Form::Tagged(..) => {
            serde_json::from_str(text).map_err(|_| "is not JSON".to_owned())
        }
    }
}

/// An object as JSON, or as `key=value,key=value`.
fn object(
    table: &Table,
    fields: &'static [Value],
    other: Option<&'static Value>,
    text: &str,
) -> Result<Value, String> {
    if text.starts_with('{') {
        return serde_json::from_str(text).map_err(|_| "is not JSON".to_owned());
    }
    let ty = |key: &str| {
        let mut fields = fields.iter();
        let field = fields.find(|it| self::text(it, "name") == Some(key));
        let ty = field.map_or(other, |field| field.get("type"));
        ty.map(|ty| table.schema(ty))
    };
    let texts: Vec<String> = text.split(',').map(str::to_owned).collect();
    entries(&texts, &ty, table)
}

/// The entries of an object, each as `key=value`.
fn entries(
    texts: &[String],
    ty: &dyn Fn(&str) -> Option<Schema>,
    table: &Table,
) -> Result<Value, String> {
    let mut object = Map::new();
    for text in texts {
        let Some((key, value)) = text.split_once('=') else {
            return Err("is neither JSON nor `key=value`".to_owned());
        };
        let Some(schema) = ty(key) else {
            return Err(format!("has no property `{key}`"));
        };
        let value = one(table, schema, value).map_err(|problem| format!("`{key}` {problem}"))?;
        object.insert(key.to_owned(), value);
    }
    Ok(Value::Object(object))
}

/// The first alternative that the text is valid for.
fn untagged(table: &Table, variants: &'static [Value], text: &str) -> Result<Value, String> {
    for variant in variants {
        if let Some(constant) = self::text(variant, "constant") {
            if constant == text {
                return Ok(Value::from(text));
            }
            continue;
        }
        let Some(ty) = variant.get("type").filter(|_| variant.get("key").is_none()) else {
            continue;
        };
        let texts = [text.to_owned()];
        match parse(table, table.schema(ty), &texts) {
            Ok(value) if check(table, ty, &value).is_empty() => return Ok(value),
            _ => {}
        }
    }
    serde_json::from_str(text).map_err(|_| "is none of the alternatives".to_owned())
}

fn integer(text: &str) -> Option<Value> {
    let signed = text.parse::<i64>().map(Value::from);
    signed
        .or_else(|_| text.parse::<u64>().map(Value::from))
        .ok()
}

fn number(text: &str) -> Option<Value> {
    let number: Number = serde_json::from_str(text).ok()?;
    Some(Value::Number(number))
}
