//! Types as JSON Schema.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::schema::{Form, Schema, tags};
use super::table::{Table, is, text, texts};

/// The named types that schemas refer to.
#[derive(Default)]
pub(crate) struct Definitions {
    open: Vec<&'static str>,
    seen: BTreeSet<&'static str>,
}

impl Definitions {
    /// All of them by name.
    pub(crate) fn finish(mut self, table: &Table) -> Value {
        let mut all = Map::new();
        while let Some(name) = self.open.pop() {
            let ty = table.ty(name);
            let mut definition = match ty.get("alias") {
                Some(target) => schema(table, target, &mut self),
                None => form(table, table.schema(reference(name)), &mut self),
            };
            if let Some(object) = definition.as_object_mut() {
                describe(ty, object);
            }
            all.insert(name.to_owned(), definition);
        }
        all.sort_keys();
        Value::Object(all)
    }
}

/// A reference to a named type, which is kept until the program ends.
fn reference(name: &'static str) -> &'static Value {
    Box::leak(Box::new(Value::from(["#", name].concat())))
}

/// The schema of the use of a type.
pub(crate) fn schema(table: &Table, used: &'static Value, definitions: &mut Definitions) -> Value {
    if let Some(name) = used.as_str().and_then(|it| it.strip_prefix('#')) {
        if definitions.seen.insert(name) {
            definitions.open.push(name);
        }
        let target = ["#/$defs/", name].concat();
        return json!({"$ref": target});
    }
    if let Some(inner) = used.get("nullable") {
        let inner = schema(table, inner, definitions);
        return json!({"anyOf": [inner, {"type": "null"}]});
    }
    form(table, table.schema(used), definitions)
}

fn form(table: &Table, ty: Schema, definitions: &mut Definitions) -> Value {
    match ty.form {
        Form::Boolean => json!({"type": "boolean"}),
        Form::Number => json!({"type": "number"}),
        Form::Any => json!({}),
        Form::Integer(bounds) => {
            let mut object = Map::new();
            object.insert("type".to_owned(), "integer".into());
            let rules = [
                ("minimum", bounds.min),
                ("maximum", bounds.max),
                ("multipleOf", bounds.step),
            ];
            for (key, value) in rules {
                let value = value.and_then(|it| i64::try_from(it).ok());
                object.extend(value.map(|value| (key.to_owned(), value.into())));
            }
            Value::Object(object)
        }
        Form::Text(rules) => {
            let mut object = Map::new();
            object.insert("type".to_owned(), "string".into());
            if rules.format != "string" {
                object.insert("format".to_owned(), rules.format.into());
            }
            object.extend(rules.pattern.map(|it| ("pattern".to_owned(), it.into())));
            object.extend(rules.min.map(|it| ("minLength".to_owned(), it.into())));
            object.extend(rules.max.map(|it| ("maxLength".to_owned(), it.into())));
            Value::Object(object)
        }
        // Other values are accepted.
        Form::Enum(values) => json!({"examples": values}),
        Form::List(item) => json!({"type": "array", "items": schema(table, item, definitions)}),
        Form::Map(value) => {
            json!({"type": "object", "additionalProperties": schema(table, value, definitions)})
        }
        Form::Tuple(types) => {
            let items = types.iter().map(|it| schema(table, it, definitions));
            json!({"type": "array", "prefixItems": items.collect::<Vec<_>>()})
        }
        Form::Object(fields, other) => object(table, fields, other, definitions),
        Form::Tagged(property, variants) => {
            let all = variants.iter().filter_map(|variant| {
                let inner = schema(table, variant.get("type")?, definitions);
                let tag = json!({"properties": {property: {"enum": tags(variant)}}, "required": [property]});
                Some(json!({"allOf": [tag, inner]}))
            });
            json!({"oneOf": all.collect::<Vec<_>>()})
        }
        Form::Untagged(variants) => {
            let all = variants.iter().filter_map(|variant| {
                if let Some(constant) = text(variant, "constant") {
                    return Some(json!({"const": constant}));
                }
                let inner = schema(table, variant.get("type")?, definitions);
                Some(match text(variant, "key") {
                    None => inner,
                    Some(key) => json!({"properties": {key: inner}, "required": [key]}),
                })
            });
            json!({"anyOf": all.collect::<Vec<_>>()})
        }
    }
}

fn object(
    table: &Table,
    fields: &'static [Value],
    other: Option<&'static Value>,
    definitions: &mut Definitions,
) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields {
        let Some(name) = text(field, "name") else {
            continue;
        };
        let mut property = match field.get("type") {
            Some(ty) => schema(table, ty, definitions),
            None => json!({}),
        };
        if let Some(property) = property.as_object_mut() {
            property.extend(
                field
                    .get("constant")
                    .map(|it| ("const".to_owned(), it.clone())),
            );
            property.extend(
                field
                    .get("default")
                    .map(|it| ("default".to_owned(), it.clone())),
            );
            describe(field, property);
        }
        properties.insert(name.to_owned(), property);
        if is(field, "required") {
            required.push(name);
        }
    }
    let mut object = json!({"type": "object", "properties": properties});
    if let Some(object) = object.as_object_mut() {
        if !required.is_empty() {
            object.insert("required".to_owned(), json!(required));
        }
        if let Some(other) = other {
            let other = schema(table, other, definitions);
            object.insert("additionalProperties".to_owned(), other);
        }
    }
    object
}

/// Adds the description and the rules in words.
fn describe(value: &'static Value, object: &mut Map<String, Value>) {
    let notes = texts(value, "notes");
    let all: Vec<_> = text(value, "about").into_iter().chain(notes).collect();
    if !all.is_empty() {
        object.insert("description".to_owned(), all.join("\n").into());
    }
    if is(value, "deprecated") {
        object.insert("deprecated".to_owned(), true.into());
    }
}
