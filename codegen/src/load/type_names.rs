//! Names of types that OpenAPI does not define.
//!
//! Documents written by hand use the names of a programming language. Where every reader takes a name for the same
//! type, so does the client. Any other name says nothing about the value, which is then any JSON.

use serde_yaml::{Mapping, Value};

use super::grammar::{JsonType, NULL, keyword};
use crate::diagnostic::did_you_mean;

/// Other names and what they stand for: the type, and the format unless the schema has one.
const NAMES: &[(&[&str], JsonType, &str)] = &[
    (
        &["int", "long", "bigint", "smallint"],
        JsonType::Integer,
        "",
    ),
    (&["int32"], JsonType::Integer, "int32"),
    (&["int64"], JsonType::Integer, "int64"),
    (&["double", "real", "numeric"], JsonType::Number, ""),
    (&["float"], JsonType::Number, "float"),
    (&["decimal"], JsonType::Number, "decimal"),
    (&["bool"], JsonType::Boolean, ""),
    (&["str", "text", "char", "varchar"], JsonType::String, ""),
    (&["uuid", "guid"], JsonType::String, "uuid"),
    (&["date"], JsonType::String, "date"),
    (
        &["datetime", "date-time", "timestamp"],
        JsonType::String,
        "date-time",
    ),
    (&["uri", "url"], JsonType::String, "uri"),
    (&["password"], JsonType::String, "password"),
    (&["file", "binary"], JsonType::String, "binary"),
    (&["list"], JsonType::Array, ""),
    (
        &["dict", "dictionary", "hash", "map", "struct"],
        JsonType::Object,
        "",
    ),
];

/// Whether a schema has a type whose name OpenAPI does not define.
pub(super) fn is_foreign(schema: &Mapping) -> bool {
    let names: Vec<_> = match schema.get(keyword::TYPE) {
        Some(Value::String(name)) => vec![name.as_str()],
        Some(Value::Sequence(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    names.into_iter().any(|name| !is_defined(name))
}

fn is_defined(name: &str) -> bool {
    JsonType::parse(name).is_some() || name == NULL
}

/// Replaces such names, and removes those that stand for nothing. Returns each with what it is read as.
pub(super) fn replace(schema: &mut Mapping) -> Vec<(String, Option<JsonType>)> {
    let mut replaced = Vec::new();
    let mut formats = Vec::new();
    // Beside a name that may be any type, the others do not restrict the value.
    let mut is_typed = true;
    let mut read = |value: &mut Value| {
        let Some(name) = value.as_str().filter(|name| !is_defined(name)) else {
            return;
        };
        let meant = meant(name);
        replaced.push((name.to_owned(), meant.map(|(kind, _)| kind)));
        match meant {
            Some((kind, format)) => {
                *value = kind.as_str().into();
                formats.push(format);
            }
            None => is_typed = false,
        }
    };
    match schema.get_mut(keyword::TYPE) {
        Some(Value::Sequence(names)) => names.iter_mut().for_each(read),
        Some(name) => read(name),
        None => {}
    }
    if !is_typed {
        schema.remove(keyword::TYPE);
    }
    if let [format] = formats[..]
        && !format.is_empty()
        && !schema.contains_key(keyword::FORMAT)
    {
        schema.insert(keyword::FORMAT.into(), format.into());
    }
    replaced
}

fn meant(name: &str) -> Option<(JsonType, &'static str)> {
    let name = name.to_ascii_lowercase();
    if let Some(kind) = JsonType::parse(&name) {
        return Some((kind, ""));
    }
    let mut names = NAMES.iter();
    let (_, kind, format) = names.find(|(names, ..)| names.contains(&name.as_str()))?;
    Some((*kind, format))
}

/// The message about a name and the type that it is read as.
pub(super) fn message(name: &str, meant: Option<JsonType>) -> String {
    match meant {
        Some(meant) => {
            format!("the type `{name}` is not defined by OpenAPI; it is read as `{meant}`")
        }
        None => format!("the type `{name}` is not defined by OpenAPI; falling back to raw JSON"),
    }
}

/// The help: the text to write instead.
pub(super) fn help(name: &str) -> String {
    let types = JsonType::ALL.iter().map(|kind| kind.as_str());
    let types: Vec<_> = types.collect();
    let meant = did_you_mean(name, types.iter().copied());
    if meant.is_empty() {
        format!("use one of: {}", types.join(", "))
    } else {
        meant
    }
}
