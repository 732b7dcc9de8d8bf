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
    match (parameter.style, value) {
        (Style::Json, _) => vec![(name, encode(&value.to_string()))],
        (Style::DeepObject, Value::Object(entries)) => entries
            .iter()
            .map(|(key, value)| {
                (
                    encode(&format!("{}[{key}]", parameter.name)),
                    encoded(value),
                )
            })
            .collect(),
        (_, Value::Array(items)) if items.is_empty() => Vec::new(),
        (_, Value::Array(items)) if parameter.explode => exploded(&name, items),
        (_, Value::Object(entries)) if parameter.explode => entries
            .iter()
            .map(|(key, value)| (encode(key), encoded(value)))
            .collect(),
        (Style::SpaceDelimited, _) => vec![(name, joined(parameter, value, "%20", &encoded))],
        (Style::PipeDelimited, _) => vec![(name, joined(parameter, value, "%7C", &encoded))],
        _ => vec![(name, joined(parameter, value, ",", &encoded))],
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
