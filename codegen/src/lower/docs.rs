//! The documentation in the document.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::schemas::{Schemas, is_listable, value_type};
use crate::ir::{Counted, Docs, ExternalDocs, Limit, Note};
use crate::load::{JsonType, Node, keyword};

/// The documentation of a schema, its rules that no type carries included.
pub(super) fn schema(node: &Node<'_>) -> Docs {
    let mut docs = plain(node);
    docs.summary = node.string("title");
    docs.notes = rules(node);
    docs
}

/// The documentation of a value: the words of the outermost layer with any, and the notes of all layers.
pub(super) fn value<'d>(schemas: &Schemas<'d>, node: &Node<'d>) -> Docs {
    let layers = schemas.layers(node);
    let all: Vec<Docs> = layers.iter().map(schema).collect();
    let has_words = |docs: &&Docs| docs.summary.is_some() || docs.description.is_some();
    let mut docs = all.iter().find(has_words).cloned().unwrap_or_default();
    docs.notes = all.into_iter().flat_map(|layer| layer.notes).collect();
    docs
}

/// Summary, description and link of anything.
pub(super) fn plain(node: &Node<'_>) -> Docs {
    Docs {
        summary: node.string("summary"),
        description: node.string("description"),
        external: node.get("externalDocs").as_ref().and_then(external),
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

pub(super) fn external(node: &Node<'_>) -> Option<ExternalDocs> {
    Some(ExternalDocs {
        url: node.string("url")?,
        description: node.string("description"),
    })
}

/// Rules for a value that are documented and not checked. Rules for values of another type have no effect.
fn rules(schema: &Node<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let kind = value_type(schema);
    let is_of = |other| kind.is_none_or(|kind| kind == other);
    // Beside a pattern, lengths become part of a type.
    if is_of(JsonType::String) && !schema.has(keyword::PATTERN) {
        notes.extend(count(
            schema,
            keyword::MIN_LENGTH,
            keyword::MAX_LENGTH,
            Counted::Characters,
        ));
    }
    if is_of(JsonType::Array) {
        notes.extend(count(
            schema,
            keyword::MIN_ITEMS,
            keyword::MAX_ITEMS,
            Counted::Items,
        ));
    }
    if is_of(JsonType::Object) {
        notes.extend(count(
            schema,
            keyword::MIN_PROPERTIES,
            keyword::MAX_PROPERTIES,
            Counted::Entries,
        ));
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

fn count(schema: &Node<'_>, least: &str, most: &str, counted: Counted) -> Option<Note> {
    let (least, most) = (schema.u64(least), schema.u64(most));
    (least.is_some() || most.is_some()).then_some(Note::Count(counted, least, most))
}

fn number(schema: &Node<'_>) -> impl Iterator<Item = Note> {
    let value = |key: &str| serde_json::to_string(schema.get(key)?.value).ok();
    let limit = |key: &str, exclusive: &str| {
        Some(Limit {
            value: value(key)?,
            is_exclusive: schema.flag(exclusive),
        })
    };
    let notes = [
        limit(keyword::MINIMUM, keyword::EXCLUSIVE_MINIMUM).map(Note::Minimum),
        limit(keyword::MAXIMUM, keyword::EXCLUSIVE_MAXIMUM).map(Note::Maximum),
        value(keyword::MULTIPLE_OF).map(Note::MultipleOf),
    ];
    notes.into_iter().flatten()
}

/// The greatest number of values of an enum that are documented.
const LISTED: usize = 20;

/// The values of an enum that makes no type of its own.
fn one_of(schema: &Node<'_>) -> Option<Note> {
    let values = schema.enum_values();
    let values = values.iter().take(LISTED);
    let texts = values.filter_map(|item| serde_json::to_string(item.value).ok());
    let texts: Vec<_> = texts.collect();
    (!texts.is_empty()).then_some(Note::OneOf(texts))
}

/// The format, unless the type of the client implies it.
fn format(schema: &Node<'_>) -> Option<Note> {
    const TYPED: [&str; 13] = [
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "uint", "float",
        "double", "binary", "password",
    ];
    let name = schema.format()?;
    let is_typed = TYPED.iter().any(|typed| typed.eq_ignore_ascii_case(name));
    (!is_typed).then(|| Note::Format(name.to_owned()))
}
