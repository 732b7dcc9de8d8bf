//! What the document tells its readers.

use super::scalar::is_listable;
use super::schemas::value_type;
use crate::ir::{Docs, ExternalDocs};
use crate::load::Node;

/// The documentation of a schema, its rules that no type carries included.
pub(super) fn schema(node: &Node<'_>) -> Docs {
    let mut docs = plain(node);
    docs.summary = node.string("title");
    docs.notes = rules(node);
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

/// The documentation of an operation.
pub(super) fn operation(node: &Node<'_>) -> Docs {
    let mut docs = plain(node);
    let roles = node.strings("x-rolesRequirements");
    if !roles.is_empty() {
        docs.notes
            .push(format!("Required role: {}", roles.join(", ")));
    }
    if let Some(date) = node.str("x-sunset") {
        docs.notes.push(format!("Goes away on {date}"));
    }
    docs
}

pub(super) fn external(node: &Node<'_>) -> Option<ExternalDocs> {
    Some(ExternalDocs {
        url: node.string("url")?,
        description: node.string("description"),
    })
}

/// Rules for a value that are told and not checked, a line each. Those for values of another type mean nothing.
fn rules(schema: &Node<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let kind = value_type(schema);
    let is_of = |name: &str| kind.is_none_or(|kind| kind == name);
    // Beside a pattern, lengths become part of a type.
    if is_of("string") && !schema.has("pattern") {
        let unit = "characters";
        notes.extend(range(schema, "minLength", "maxLength", "Length", unit));
    }
    if is_of("array") {
        let what = "Number of items";
        notes.extend(range(schema, "minItems", "maxItems", what, ""));
    }
    if is_of("object") {
        let what = "Number of entries";
        notes.extend(range(schema, "minProperties", "maxProperties", what, ""));
    }
    if kind == Some("number") {
        notes.extend(number(schema));
    }
    if matches!(kind, Some("number" | "boolean" | "array" | "object")) || !is_listable(schema) {
        notes.extend(one_of(schema));
    }
    if is_of("array") && schema.flag("uniqueItems") {
        notes.push("No two items are equal".to_owned());
    }
    notes.extend(format(schema));
    if let Some(items) = schema.get("items") {
        notes.extend(
            rules(&items)
                .into_iter()
                .map(|note| format!("Each item: {note}")),
        );
    }
    notes
}

fn range(schema: &Node<'_>, least: &str, most: &str, what: &str, unit: &str) -> Option<String> {
    let text = match (schema.u64(least), schema.u64(most)) {
        (None, None) => return None,
        (Some(least), Some(most)) if least == most => format!("{what}: {least} {unit}"),
        (Some(least), Some(most)) => format!("{what}: {least} to {most} {unit}"),
        (Some(least), None) => format!("{what}: at least {least} {unit}"),
        (None, Some(most)) => format!("{what}: at most {most} {unit}"),
    };
    Some(text.trim_end().to_owned())
}

fn number(schema: &Node<'_>) -> Vec<String> {
    let bound = |key: &str, exclusive: &str, word: &str| {
        let value = schema.get(key)?;
        let number = serde_json::to_string(value.value).ok()?;
        let strictly = if schema.flag(exclusive) {
            ", exclusive"
        } else {
            ""
        };
        Some(format!("{word}: {number}{strictly}"))
    };
    [
        bound("minimum", "exclusiveMinimum", "Minimum"),
        bound("maximum", "exclusiveMaximum", "Maximum"),
        bound("multipleOf", "", "Multiple of"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The values of an enum that makes no type of its own.
fn one_of(schema: &Node<'_>) -> Option<String> {
    let values = schema.list("enum");
    let texts = values
        .iter()
        .take(20)
        .filter_map(|item| serde_json::to_string(item.value).ok());
    let list = texts.collect::<Vec<_>>().join(", ");
    (!list.is_empty()).then(|| format!("One of: {list}"))
}

/// The format, unless the type of the client says the same.
fn format(schema: &Node<'_>) -> Option<String> {
    let name = schema.str("format")?;
    let meaning = match name.to_ascii_lowercase().as_str() {
        "date-time" => "a moment, such as `2024-05-17T09:30:00Z` (RFC 3339)",
        "date" => "a day, such as `2024-05-17` (RFC 3339)",
        "time" => "a time of day, such as `09:30:00Z` (RFC 3339)",
        "duration" => "a span of time, such as `P1DT12H` (ISO 8601)",
        "uuid" => "a UUID (RFC 9562)",
        "uri" => "a URI (RFC 3986)",
        "byte" => "bytes in base64 (RFC 4648)",
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64"
        | "uint" | "float" | "double" | "binary" | "password" => return None,
        _ => return Some(format!("Format: `{name}`")),
    };
    Some(format!("Format: {meaning}"))
}
