//! Parameter values to text (OAS 3.0, Style Values; RFC 6570).

use std::borrow::Cow;

use http::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::operation::{Parameter, Style};

/// Everything but what RFC 3986, 2.3 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The same without what a query may hold (`allowReserved`). What would end the query or the value,
/// and what RFC 3986 does not have in a query, stays encoded.
const ENDING: &AsciiSet = &RESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'?')
    .remove(b'@');

/// The text as a part of a URL: whatever it contains, it stays one value.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The value as text, before it is encoded for its place.
fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

fn encoded(value: &Value) -> String {
    encode(&text(value))
}

/// A path segment, encoded.
pub(crate) fn in_path<'a>(parameter: &Parameter, value: &'a Value) -> Cow<'a, str> {
    let text = match (parameter.style, value) {
        // Almost every path parameter is a text in which nothing has to be encoded.
        (Style::Simple, Value::String(text)) => return utf8_percent_encode(text, RESERVED).into(),
        (Style::Label, _) => format!(".{}", joined(parameter, value, ".", &encoded)),
        (Style::Matrix, _) => matrix(parameter, value),
        (Style::Json, _) => encode(&value.to_string()),
        _ => joined(parameter, value, ",", &encoded),
    };
    Cow::Owned(text)
}

/// The value of a header: as it is, since a header is not a part of a URL.
pub(crate) fn in_header(parameter: &Parameter, value: &Value) -> String {
    match parameter.style {
        Style::Json => value.to_string(),
        _ => joined(parameter, value, ",", &|value| text(value).into_owned()),
    }
}

/// The pairs of a query or a cookie, encoded.
pub(crate) fn pairs(parameter: &Parameter, value: &Value) -> Vec<(String, String)> {
    let name = encode(parameter.name);
    let set = if parameter.reserved { ENDING } else { RESERVED };
    let encoded = |value: &Value| utf8_percent_encode(&text(value), set).to_string();
    match (parameter.style, value) {
        (Style::Json, _) => {
            let json = value.to_string();
            vec![(name, utf8_percent_encode(&json, set).to_string())]
        }
        (Style::DeepObject, _) => {
            let mut pairs = Vec::new();
            deep(parameter.name, value, &encoded, &mut pairs);
            pairs
        }
        (_, Value::Array(items)) if items.is_empty() => Vec::new(),
        (_, Value::Array(items)) if parameter.explode => items
            .iter()
            .map(|item| (name.clone(), encoded(item)))
            .collect(),
        (_, Value::Object(entries)) if parameter.explode => entries
            .iter()
            .map(|(key, value)| (encode(key), encoded(value)))
            .collect(),
        (Style::SpaceDelimited, _) => vec![(name, joined(parameter, value, "%20", &encoded))],
        (Style::PipeDelimited, _) => vec![(name, joined(parameter, value, "%7C", &encoded))],
        _ => vec![(name, joined(parameter, value, ",", &encoded))],
    }
}

/// A pair for each leaf of `value`: `name[key][inner]=leaf`. OAS 3.0 leaves open what is nested, so
/// this is what servers read that take it: a list of leaves repeats `name[]`, another list numbers
/// its items, and `null` is empty.
fn deep(
    name: &str,
    value: &Value,
    encoded: &dyn Fn(&Value) -> String,
    pairs: &mut Vec<(String, String)>,
) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                deep(&format!("{name}[{key}]"), value, encoded, pairs);
            }
        }
        Value::Array(items) => {
            let is_nested = |item: &Value| item.is_array() || item.is_object();
            let nested = items.iter().any(is_nested);
            for (index, item) in items.iter().enumerate() {
                let index = if nested {
                    index.to_string()
                } else {
                    String::new()
                };
                deep(&format!("{name}[{index}]"), item, encoded, pairs);
            }
        }
        Value::Null => pairs.push((encode(name), String::new())),
        leaf => pairs.push((encode(name), encoded(leaf))),
    }
}

/// The pairs of a body of `application/x-www-form-urlencoded`. What `styles` says nothing about is
/// written as the default of OAS 3.0 has it: a list is repeated, an object is JSON.
pub(crate) fn form(value: &Value, styles: &[Parameter]) -> Vec<(String, String)> {
    let entries = value.as_object().into_iter().flatten();
    let entries = entries.filter(|(_, value)| !value.is_null());
    let all = entries.map(|(key, value)| {
        let style = styles.iter().find(|style| style.name == key);
        match (style, value) {
            (Some(style), value) => pairs(style, value),
            (None, Value::Array(items)) => exploded(&encode(key), items),
            (None, value) => vec![(encode(key), encoded(value))],
        }
    });
    all.flatten().collect()
}

fn exploded(name: &str, items: &[Value]) -> Vec<(String, String)> {
    items
        .iter()
        .map(|item| (name.to_owned(), encoded(item)))
        .collect()
}

fn matrix(parameter: &Parameter, value: &Value) -> String {
    match value {
        Value::Array(_) | Value::Object(_) if parameter.explode => pairs(parameter, value)
            .into_iter()
            .map(|(name, value)| [";", &name, "=", &value].concat())
            .collect(),
        // A name without a value has no sign behind it (RFC 6570, 3.2.7).
        Value::String(text) if text.is_empty() => format!(";{}", encode(parameter.name)),
        _ => format!(
            ";{}={}",
            encode(parameter.name),
            joined(parameter, value, ",", &encoded)
        ),
    }
}

/// A scalar, or the parts of a list or an object.
fn joined(
    parameter: &Parameter,
    value: &Value,
    separator: &str,
    encoded: &dyn Fn(&Value) -> String,
) -> String {
    match value {
        Value::Array(items) => items
            .iter()
            .map(encoded)
            .collect::<Vec<_>>()
            .join(separator),
        Value::Object(entries) => {
            let assign = if parameter.explode { "=" } else { separator };
            let entry = |(key, value): (&String, &Value)| {
                [
                    encoded(&Value::from(key.as_str())),
                    assign.to_owned(),
                    encoded(value),
                ]
                .concat()
            };
            entries
                .iter()
                .map(entry)
                .collect::<Vec<_>>()
                .join(separator)
        }
        scalar => encoded(scalar),
    }
}

/// The pairs in one text.
pub(crate) fn assignments(pairs: &[(String, String)], separator: &str) -> String {
    let assign = |(name, value): &(String, String)| [name, "=", value].concat();
    pairs.iter().map(assign).collect::<Vec<_>>().join(separator)
}

/// Puts a parameter among the headers.
pub(crate) fn insert_header(
    headers: &mut HeaderMap,
    name: &str,
    value: &str,
) -> Result<(), String> {
    // Neither error shows the value.
    let error = |_| format!("the header `{name}` has a character that headers cannot have");
    let header = HeaderName::try_from(name).map_err(|_| format!("`{name}` is no header"))?;
    headers.insert(header, HeaderValue::try_from(value).map_err(error)?);
    Ok(())
}
