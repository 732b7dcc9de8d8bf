//! The documentation in the document.

use std::collections::BTreeMap;

use serde_yaml::{Number, Value};

use super::schemas::{Schemas, is_listable, value_type};
use crate::ir::{self, Counted, Docs, Limit, Note};
use crate::load::{ExternalDocs, JsonType, Member, Node, Schema, keyword};

/// The documentation of a schema, its rules that no type carries included.
pub(super) fn schema(schema: &Schema<'_>) -> Docs {
    let mut docs = plain(schema);
    docs.summary = schema.title().map(str::to_owned);
    docs.notes = rules(schema);
    docs
}

/// The documentation of a value: the words of the outermost layer with any, and the notes of all layers.
pub(super) fn value<'d>(schemas: &Schemas<'d>, node: &Schema<'d>) -> Docs {
    let layers = schemas.layers(node);
    let all: Vec<Docs> = layers.iter().map(schema).collect();
    let has_words = |docs: &&Docs| docs.summary.is_some() || docs.description.is_some();
    let mut docs = all.iter().find(has_words).cloned().unwrap_or_default();
    docs.notes = all.into_iter().flat_map(|layer| layer.notes).collect();
    docs
}

/// Summary, description and link of anything.
pub(super) fn plain(node: &Node<'_>) -> Docs {
    let external: Option<ExternalDocs<'_>> = Member::of(node.get(keyword::EXTERNAL_DOCS));
    let text = |key| node.str(key).map(str::to_owned);
    Docs {
        summary: text(keyword::SUMMARY),
        description: text(keyword::DESCRIPTION),
        external: external.as_ref().and_then(self::external),
        notes: Vec::new(),
    }
}

/// The documentation of an operation, with the extensions that have a sentence.
pub(super) fn operation(node: &Node<'_>, sentences: &BTreeMap<String, String>) -> Docs {
    let mut docs = plain(node);
    for (key, sentence) in sentences {
        let values = node.get(key).map(|it| values(&it)).unwrap_or_default();
        if !values.is_empty() {
            let sentence = sentence.clone();
            docs.notes.push(Note::Extension { sentence, values });
        }
    }
    docs
}

/// A value as text, or the values of a list.
fn values(node: &Node<'_>) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match node.value {
        Value::Sequence(items) => items.iter().filter_map(text).collect(),
        value => text(value).into_iter().collect(),
    }
}

pub(super) fn external(docs: &ExternalDocs<'_>) -> Option<ir::ExternalDocs> {
    Some(ir::ExternalDocs {
        url: docs.url()?.to_owned(),
        description: docs.description().map(str::to_owned),
    })
}

/// Rules for a value that are documented and not checked. Rules for values of another type have no effect.
fn rules(schema: &Schema<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let kind = value_type(schema);
    let is_of = |other| kind.is_none_or(|kind| kind == other);
    // Beside a pattern, lengths become part of a type.
    if is_of(JsonType::String) && !schema.has(keyword::PATTERN) {
        let (least, most) = (schema.min_length(), schema.max_length());
        notes.extend(count(Counted::Characters, least, most));
    }
    if is_of(JsonType::Array) {
        let (least, most) = (schema.min_items(), schema.max_items());
        notes.extend(count(Counted::Items, least, most));
    }
    if is_of(JsonType::Object) {
        let (least, most) = (schema.min_properties(), schema.max_properties());
        notes.extend(count(Counted::Entries, least, most));
    }
    if kind == Some(JsonType::Number) {
        notes.extend(number(schema));
    }
    if matches!(
        kind,
        Some(JsonType::Number | JsonType::Boolean | JsonType::Array | JsonType::Object)
    ) || !is_listable(schema)
    {
        notes.extend(one_of(schema));
    }
    if is_of(JsonType::Array) && schema.unique_items() {
        notes.push(Note::UniqueItems);
    }
    notes.extend(format(schema));
    if let Some(items) = schema.item_schema() {
        let items = rules(&items).into_iter();
        notes.extend(items.map(|note| Note::EachItem(Box::new(note))));
    }
    notes
}

fn count(counted: Counted, least: Option<u64>, most: Option<u64>) -> Option<Note> {
    (least.is_some() || most.is_some()).then_some(Note::Count(counted, least, most))
}

fn number(schema: &Schema<'_>) -> impl Iterator<Item = Note> {
    let value = |number: Option<&Number>| serde_json::to_string(number?).ok();
    let limit = |number, is_exclusive| {
        let value = value(number)?;
        Some(Limit {
            value,
            is_exclusive,
        })
    };
    let notes = [
        limit(schema.minimum(), schema.exclusive_minimum()).map(Note::Minimum),
        limit(schema.maximum(), schema.exclusive_maximum()).map(Note::Maximum),
        value(schema.multiple_of()).map(Note::MultipleOf),
    ];
    notes.into_iter().flatten()
}

/// The greatest number of values of an enum that are documented.
const LISTED: usize = 20;

/// The values of an enum that makes no type of its own.
fn one_of(schema: &Schema<'_>) -> Option<Note> {
    let values = schema.enum_values();
    let values = values.iter().take(LISTED);
    let texts = values.filter_map(|item| serde_json::to_string(item.value).ok());
    let texts: Vec<_> = texts.collect();
    (!texts.is_empty()).then_some(Note::OneOf(texts))
}

/// The format, unless the type of the client implies it.
fn format(schema: &Schema<'_>) -> Option<Note> {
    const TYPED: [&str; 13] = [
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "uint", "float",
        "double", "binary", "password",
    ];
    let name = schema.format()?;
    let is_typed = TYPED.iter().any(|typed| typed.eq_ignore_ascii_case(name));
    (!is_typed).then(|| Note::Format(name.to_owned()))
}
