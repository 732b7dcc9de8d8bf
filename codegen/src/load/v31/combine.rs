//! Several types, null, and keywords beside a reference, in terms of `nullable` and of other schemas.

use serde_yaml::{Mapping, Value};

use crate::pattern::numeric;

/// Keywords beside a `$ref` hold in 3.1; in 3.0 they do beside an `allOf` of it.
pub(super) fn reference(schema: &mut Mapping) {
    if schema.len() < 2 {
        return;
    }
    let Some(target) = schema.shift_remove("$ref") else {
        return;
    };
    let reference = Value::Mapping(Mapping::from_iter([("$ref".into(), target)]));
    match schema.get_mut("allOf").and_then(Value::as_sequence_mut) {
        // Behind the others, so that they keep their places.
        Some(members) => members.push(reference),
        None => {
            schema.insert("allOf".into(), Value::Sequence(vec![reference]));
        }
    }
}

/// An alternative of nothing but null is `nullable`.
pub(super) fn without_null(schema: &mut Mapping) {
    for keyword in ["oneOf", "anyOf"] {
        let Some(members) = schema.get_mut(keyword).and_then(Value::as_sequence_mut) else {
            continue;
        };
        let all = members.len();
        members.retain(|member| !is_null(member));
        let (left, removed) = (members.len(), all - members.len());
        if left == 0 {
            schema.shift_remove(keyword);
        }
        if removed > 0 {
            schema.insert("nullable".into(), Value::Bool(true));
        }
    }
}

/// A list of types is the one type in it, `nullable` when null is another, or alternatives.
pub(super) fn types(schema: &mut Mapping) {
    let Some(mut names) = schema.get("type").and_then(names) else {
        return;
    };
    if names.iter().any(|name| name == "null") {
        names.retain(|name| name != "null");
        schema.insert("nullable".into(), Value::Bool(true));
    }
    if names.iter().any(|name| name == "number") {
        names.retain(|name| name != "integer");
    }
    if is_number_or_text(&names) && is_numeric(schema) {
        names.retain(|name| name != "string");
        schema.shift_remove("pattern");
    }
    match names.as_slice() {
        [only] => {
            schema.insert("type".into(), only.as_str().into());
        }
        [] => {
            schema.shift_remove("type");
        }
        several => {
            schema.shift_remove("type");
            let is_told = ["oneOf", "anyOf", "enum"]
                .iter()
                .any(|keyword| schema.contains_key(keyword));
            if !is_told {
                let members = several.iter().map(|name| of_type(name, schema)).collect();
                schema.insert("anyOf".into(), Value::Sequence(members));
            }
        }
    }
}

/// The names in a `type` that 3.0 would not have; what is no type at all is left to the grammar.
fn names(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(name) => (name == "null").then(|| vec![name.clone()]),
        Value::Null => Some(vec!["null".to_owned()]),
        Value::Sequence(items) if !items.is_empty() => items
            .iter()
            .map(|item| name(item).map(str::to_owned))
            .collect(),
        _ => None,
    }
}

/// The name of a type; one that lacks its quotes is null.
fn name(value: &Value) -> Option<&str> {
    match value {
        Value::Null => Some("null"),
        _ => value.as_str(),
    }
}

fn is_number_or_text(names: &[String]) -> bool {
    let is_number = |name: &str| name == "integer" || name == "number";
    match names {
        [one, other] => {
            (is_number(one) && other == "string") || (one == "string" && is_number(other))
        }
        _ => false,
    }
}

/// Whether the text beside a number is one of its digits. The client reads both, and sends the number.
fn is_numeric(schema: &Mapping) -> bool {
    let word = |key: &str| schema.get(key).and_then(Value::as_str);
    match (word("pattern"), word("format")) {
        (Some(pattern), _) => numeric::matches_numbers(pattern),
        (None, Some(format)) => numeric::names_number(format),
        (None, None) => false,
    }
}

/// The keywords that say something about values of one type only.
fn keywords(kind: &str) -> &'static [&'static str] {
    match kind {
        "array" => &[
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "uniqueItems",
        ],
        "object" => &[
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "minProperties",
            "maxProperties",
        ],
        "string" => &[
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "contentEncoding",
            "contentMediaType",
        ],
        "integer" | "number" => &[
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
        ],
        _ => &[],
    }
}

/// The alternative of one type, with what the schema says about its values.
fn of_type(name: &str, schema: &mut Mapping) -> Value {
    let mut member = Mapping::from_iter([("type".into(), name.into())]);
    for keyword in keywords(name) {
        if let Some(value) = schema.shift_remove(*keyword) {
            member.insert((*keyword).into(), value);
        }
    }
    if name == "array" && !member.contains_key("items") {
        member.insert("items".into(), Value::Mapping(Mapping::new()));
    }
    Value::Mapping(member)
}

/// Whether null is one of several types or alternatives.
pub(super) fn has_types(schema: &Mapping) -> bool {
    let members =
        ["oneOf", "anyOf"].map(|keyword| schema.get(keyword).and_then(Value::as_sequence));
    let kind = schema.get("type");
    kind.is_some_and(|kind| kind.is_sequence() || name(kind) == Some("null"))
        || members.into_iter().flatten().flatten().any(is_null)
}

fn is_null(schema: &Value) -> bool {
    let is_constant = schema.get("const").is_some_and(Value::is_null);
    let is_type = match schema.get("type") {
        Some(Value::Sequence(names)) => names.len() == 1 && name(&names[0]) == Some("null"),
        Some(kind) => name(kind) == Some("null"),
        None => false,
    };
    is_constant || is_type
}
