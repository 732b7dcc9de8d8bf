//! The JSON type of values.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::index::Schemas;
use super::keywords::DEPTH;
use super::numbers::{is_number_text, is_whole, names_number, names_whole};
use crate::load::{JsonType, Node, Schema, keyword};

impl<'d> Schemas<'d> {
    /// The JSON type of the values of a schema, where it is one; references and `allOf` are looked through.
    pub(in crate::lower) fn kind(&self, node: &Schema<'d>) -> Option<JsonType> {
        let mut open = vec![node.clone()];
        let mut seen = BTreeSet::new();
        while let Some(node) = open.pop() {
            let Some(schema) = self.follow(&node) else {
                continue;
            };
            if let Some(name) = value_type(&schema) {
                return Some(name);
            }
            if seen.len() < DEPTH && seen.insert(schema.at.clone()) {
                open.extend(schema.all_of().into_iter().rev());
            }
        }
        None
    }
}

/// The one type of all values of an `enum`, null aside; a list of strings has a form of its own.
fn listed_type(values: &[Node<'_>]) -> Option<JsonType> {
    let mut values = values
        .iter()
        .map(|node| node.value)
        .filter(|it| !it.is_null());
    let first = values.next()?;
    let (name, is_alike): (_, fn(&Value) -> bool) = match first {
        Value::Bool(_) => (JsonType::Boolean, Value::is_bool),
        Value::Number(_) if first.is_f64() => (JsonType::Number, Value::is_number),
        Value::Number(_) => (JsonType::Integer, Value::is_number),
        _ => return None,
    };
    let mut is_whole = true;
    for value in values {
        if !is_alike(value) {
            return None;
        }
        is_whole &= !value.is_f64();
    }
    Some(if is_whole { name } else { JsonType::Number })
}

/// The JSON type of the values according to the schema itself. A number that is always whole is an integer.
pub(in crate::lower) fn value_type(schema: &Schema<'_>) -> Option<JsonType> {
    match schema.json_type().or_else(|| implied_type(schema)) {
        Some(JsonType::Number) if is_whole(schema) => Some(JsonType::Integer),
        kind => kind,
    }
}

/// The type that other keywords imply if `type` is missing.
fn implied_type(schema: &Schema<'_>) -> Option<JsonType> {
    if schema.has(keyword::PROPERTIES) || schema.has(keyword::ADDITIONAL_PROPERTIES) {
        return Some(JsonType::Object);
    }
    if schema.has(keyword::ITEMS) {
        return Some(JsonType::Array);
    }
    let listed = listed_type(&schema.enum_values());
    listed.or_else(|| match schema.has(keyword::PATTERN) {
        true if !is_number_text(schema) => Some(JsonType::String),
        true if names_whole(schema) => Some(JsonType::Integer),
        true if names_number(schema) => Some(JsonType::Number),
        has_pattern => has_pattern.then_some(JsonType::String),
    })
}
