//! Values that conform to types, for examples and templates.

use serde_json::{Map, Value};

use super::schema::{Form, Schema};
use super::table::{Table, is, text};

/// Deeper required values have no sample.
const DEPTH: usize = 12;

/// The properties that a sample has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Those that are required.
    Required,
    /// All of them.
    Whole,
}

/// A value of a type.
pub(crate) fn sample(table: &Table, schema: Schema, extent: Extent) -> Option<Value> {
    value(table, schema, extent, 0)
}

fn value(table: &Table, schema: Schema, extent: Extent, depth: usize) -> Option<Value> {
    if depth > DEPTH {
        return schema.is_nullable.then_some(Value::Null);
    }
    let example = schema.named.and_then(|ty| text(ty, "example"));
    Some(match schema.form {
        Form::Boolean => Value::Bool(true),
        Form::Integer(bounds) => match bounds.sample.map(i64::try_from) {
            Some(Ok(number)) => number.into(),
            _ => 1.into(),
        },
        Form::Number => 1.5.into(),
        Form::Text(rules) => {
            let known = rules.sample.or(example);
            known.unwrap_or_else(|| of_format(rules.format)).into()
        }
        Form::Enum(values) => values.first()?.clone(),
        Form::List(item) => {
            let item = value(table, table.schema(item), extent, depth + 1);
            Value::Array(item.into_iter().collect())
        }
        Form::Tuple(types) => {
            let items = types.iter();
            let items = items.map(|ty| value(table, table.schema(ty), extent, depth + 1));
            Value::Array(items.collect::<Option<_>>()?)
        }
        Form::Any | Form::Map(_) => Value::Object(Map::new()),
        Form::Object(fields, _) => object(table, fields, extent, depth)?,
        Form::Tagged(property, variants) => {
            let mut variants = variants.iter();
            variants.find_map(|it| tagged(table, property, it, extent, depth))?
        }
        Form::Untagged(variants) => {
            let mut variants = variants.iter();
            variants.find_map(|it| alternative(table, it, extent, depth))?
        }
    })
}

fn object(table: &Table, fields: &'static [Value], extent: Extent, depth: usize) -> Option<Value> {
    let mut object = Map::new();
    for field in fields {
        let name = text(field, "name")?;
        if let Some(constant) = field.get("constant") {
            object.insert(name.to_owned(), constant.clone());
            continue;
        }
        let is_required = is(field, "required");
        if !is_required && (extent == Extent::Required || is(field, "deprecated")) {
            continue;
        }
        let schema = table.schema(field.get("type")?);
        // An optional value may contain its own type.
        let inner = if is_required || depth < 3 {
            extent
        } else {
            Extent::Required
        };
        match value(table, schema, inner, depth + 1) {
            Some(value) => object.insert(name.to_owned(), value),
            None if is_required => return None,
            None => continue,
        };
    }
    Some(Value::Object(object))
}

/// A value of a variant, with the discriminator in front.
pub(crate) fn tagged(
    table: &Table,
    property: &str,
    variant: &'static Value,
    extent: Extent,
    depth: usize,
) -> Option<Value> {
    let tag = *super::schema::tags(variant).first()?;
    let value = value(table, table.schema(variant.get("type")?), extent, depth + 1)?;
    let mut object = Map::new();
    object.insert(property.to_owned(), Value::from(tag));
    for (key, value) in value.as_object()? {
        // A union in a union has written its own tag.
        object.insert(key.clone(), value.clone());
    }
    Some(Value::Object(object))
}

/// A value of an alternative without a discriminator.
pub(crate) fn alternative(
    table: &Table,
    variant: &'static Value,
    extent: Extent,
    depth: usize,
) -> Option<Value> {
    if let Some(constant) = text(variant, "constant") {
        return Some(Value::from(constant));
    }
    let value = value(table, table.schema(variant.get("type")?), extent, depth + 1)?;
    Some(match text(variant, "key") {
        None => value,
        Some(key) => Value::Object(Map::from_iter([(key.to_owned(), value)])),
    })
}

fn of_format(format: &str) -> &'static str {
    match format {
        "date-time" => "2024-05-17T09:30:00Z",
        "date" => "2024-05-17",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        "uri" => "https://example.com",
        "byte" => "Li4u",
        _ => "...",
    }
}
