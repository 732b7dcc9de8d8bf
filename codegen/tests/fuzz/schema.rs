//! Schemas made up at random, nearly valid.

use serde_json::{Map, Value, json};

use super::choices::Choices;
use super::words;

/// Names of component schemas that references lead to.
pub(crate) const COMPONENTS: [&str; 8] = ["A", "B", "C", "D", "a", "Pet", "Error", "Tree"];

const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

const FORMATS: [&str; 14] = [
    "date-time",
    "date",
    "uuid",
    "uri",
    "byte",
    "binary",
    "password",
    "int32",
    "int64",
    "uint32",
    "uint64",
    "float",
    "double",
    "decimal",
];

/// A schema; `depth` is how many more may be within it.
pub(crate) fn schema(choices: &mut Choices, depth: usize) -> Value {
    if choices.once_in(40) {
        return junk(choices);
    }
    let mut schema = Map::new();
    match choices.below(if depth == 0 { 3 } else { 9 }) {
        0 => return reference(choices),
        1 | 2 => scalar(choices, &mut schema),
        3 => {
            schema.insert("type".into(), "array".into());
            schema.insert("items".into(), self::schema(choices, depth - 1));
        }
        4 => map(choices, &mut schema, depth),
        5 | 6 => object(choices, &mut schema, depth),
        _ => composed(choices, &mut schema, depth),
    }
    marks(choices, &mut schema);
    Value::Object(schema)
}

pub(crate) fn reference(choices: &mut Choices) -> Value {
    let name = choices.one_of(&COMPONENTS);
    let target = match choices.below(30) {
        28 => format!("#/components/schemas/{name}/properties/id"),
        29 => (*choices.one_of(&words::NAMES)).to_owned(),
        _ => format!("#/components/schemas/{name}"),
    };
    json!({ "$ref": target })
}

fn scalar(choices: &mut Choices, schema: &mut Map<String, Value>) {
    let kind = *choices.one_of(&TYPES[..4]);
    schema.insert("type".into(), kind.into());
    if choices.once_in(3) {
        schema.insert("format".into(), (*choices.one_of(&FORMATS)).into());
    }
    if kind == "string" && choices.once_in(4) {
        schema.insert("pattern".into(), (*choices.one_of(&words::PATTERNS)).into());
    }
    if kind == "string" && choices.once_in(3) {
        let values = (0..=choices.below(4)).map(|_| *choices.one_of(&words::NAMES));
        let values: Vec<&str> = values.collect();
        schema.insert("enum".into(), json!(values));
    }
    if kind == "integer" && choices.once_in(4) {
        let values: Vec<u64> = (0..=choices.below(4))
            .map(|_| choices.below(9) as u64)
            .collect();
        schema.insert("enum".into(), json!(values));
    }
    if choices.once_in(4) {
        let key = *choices.one_of(&["minimum", "maximum", "multipleOf", "maxLength", "minLength"]);
        let bound = choices
            .one_of(&[
                json!(0),
                json!(1),
                json!(-5),
                json!(1.5),
                json!(1e300),
                json!(u64::MAX),
            ])
            .clone();
        schema.insert(key.into(), bound);
    }
}

fn map(choices: &mut Choices, schema: &mut Map<String, Value>, depth: usize) {
    schema.insert("type".into(), "object".into());
    let values = match choices.below(4) {
        0 => json!(true),
        1 => json!(false),
        _ => self::schema(choices, depth - 1),
    };
    schema.insert("additionalProperties".into(), values);
}

pub(crate) fn object(choices: &mut Choices, schema: &mut Map<String, Value>, depth: usize) {
    schema.insert("type".into(), "object".into());
    let mut properties = Map::new();
    let mut required = Vec::new();
    for _ in 0..choices.below(6) {
        let name = *choices.one_of(&words::NAMES);
        if choices.once_in(2) {
            required.push(name);
        }
        properties.insert(name.into(), self::schema(choices, depth.saturating_sub(1)));
    }
    schema.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    if choices.once_in(5) {
        map(choices, schema, depth.max(1));
    }
}

fn composed(choices: &mut Choices, schema: &mut Map<String, Value>, depth: usize) {
    let keyword = *choices.one_of(&["allOf", "oneOf", "anyOf"]);
    let members = (0..=choices.below(4)).map(|_| self::schema(choices, depth - 1));
    let members: Vec<Value> = members.collect();
    schema.insert(keyword.into(), Value::Array(members));
    if choices.once_in(3) {
        object(choices, schema, 1);
    }
    if choices.once_in(3) {
        let property = *choices.one_of(&words::NAMES);
        let mapping = (0..choices.below(4)).map(|_| {
            let name = *choices.one_of(&words::NAMES);
            (name.to_owned(), reference(choices)["$ref"].clone())
        });
        let mapping: Map<String, Value> = mapping.collect();
        schema.insert(
            "discriminator".into(),
            json!({ "propertyName": property, "mapping": mapping }),
        );
    }
}

/// What may stand beside everything.
fn marks(choices: &mut Choices, schema: &mut Map<String, Value>) {
    for _ in 0..choices.below(4) {
        let (key, value) = match choices.below(12) {
            0 | 1 => ("description", (*choices.one_of(&words::TEXTS)).into()),
            2 => ("title", (*choices.one_of(&words::TEXTS)).into()),
            3 => ("nullable", true.into()),
            4 => ("readOnly", true.into()),
            5 => ("writeOnly", true.into()),
            6 => ("deprecated", true.into()),
            7 => ("default", junk(choices)),
            8 => ("example", junk(choices)),
            9 => ("enum", json!([junk(choices), junk(choices)])),
            10 => (
                "x-enum-descriptions",
                json!({ "a": *choices.one_of(&words::TEXTS) }),
            ),
            _ => ("type", json!(["string", "null", *choices.one_of(&TYPES)])),
        };
        schema.insert(key.into(), value);
    }
}

/// Any value.
pub(crate) fn junk(choices: &mut Choices) -> Value {
    match choices.below(9) {
        0 => Value::Null,
        1 => json!(choices.once_in(2)),
        2 => json!(choices.below(1000)),
        3 => json!(-1.5e300),
        4 => json!([]),
        5 => json!({}),
        6 => json!([1, "a", null]),
        7 => json!({ *choices.one_of(&words::NAMES): 1 }),
        _ => (*choices.one_of(&words::TEXTS)).into(),
    }
}
