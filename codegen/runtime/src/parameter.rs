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

/// A scalar as text, before it is encoded for its place. A whole number has no fraction, whatever its type in Rust.
fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Number(number) => {
            let mut text = number.to_string();
            text.truncate(text.strip_suffix(".0").map_or(text.len(), str::len));
            Cow::Owned(text)
        }
        other => Cow::Owned(other.to_string()),
    }
}

fn encoded(value: &Value) -> String {
    encode(&text(value))
}

fn is_nested(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

/// A path segment, encoded; empty where there is nothing to send, which no path can have.
pub(crate) fn in_path<'a>(parameter: &Parameter, value: &'a Value) -> Cow<'a, str> {
    let text = match (parameter.style, value) {
        // Almost every path parameter is a text in which nothing has to be encoded.
        (Style::Simple, Value::String(text)) => return utf8_percent_encode(text, RESERVED).into(),
        (Style::Json, _) => encode(&value.to_string()),
        _ if is_absent(value) => String::new(),
        (Style::Label, _) if parameter.explode => {
            format!(".{}", joined(parameter, value, ".", &encoded))
        }
        (Style::Label, _) => format!(".{}", joined(parameter, value, ",", &encoded)),
        (Style::Matrix, _) => matrix(parameter, value),
        _ => joined(parameter, value, ",", &encoded),
    };
    Cow::Owned(text)
}

/// The value of a header: as it is, since a header is not a part of a URL. `None` where there is nothing to send.
pub(crate) fn in_header(parameter: &Parameter, value: &Value) -> Option<String> {
    match parameter.style {
        Style::Json => Some(value.to_string()),
        _ if is_absent(value) => None,
        _ => Some(joined(parameter, value, ",", &|value| {
            text(value).into_owned()
        })),
    }
}

/// Whether a value counts as not set: null, and a list or an object of nothing else (RFC 6570, section 2.3).
fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().all(Value::is_null),
        Value::Object(entries) => entries.values().all(Value::is_null),
        _ => false,
    }
}

/// The pairs of a query or a cookie, encoded.
///
/// OpenAPI defines what becomes of a list of scalars and of an object of scalars. Beyond that: null is left out; a
/// list in an exploded object repeats its key; what is nested deeper has a pair for each leaf, as with `deepObject`,
/// or is JSON where the style allows one text only.
pub(crate) fn pairs(parameter: &Parameter, value: &Value) -> Vec<(String, String)> {
    let set = if parameter.reserved { ENDING } else { RESERVED };
    let encoded = |value: &Value| utf8_percent_encode(&text(value), set).to_string();
    let name = || encode(parameter.name);
    let mut pairs = Vec::new();
    match (parameter.style, value) {
        (Style::Json, _) => {
            let json = value.to_string();
            pairs.push((name(), utf8_percent_encode(&json, set).to_string()));
        }
        _ if is_absent(value) => {}
        (Style::DeepObject, _) => deep(parameter.name, value, &encoded, &mut pairs),
        (_, Value::Object(entries)) if parameter.explode => {
            for (key, value) in entries {
                spread(key, value, &encoded, &mut pairs);
            }
        }
        (_, Value::Array(_)) if parameter.explode => {
            spread(parameter.name, value, &encoded, &mut pairs);
        }
        (style, _) => {
            let separator = match style {
                Style::SpaceDelimited => "%20",
                Style::PipeDelimited => "%7C",
                _ => ",",
            };
            pairs.push((name(), joined(parameter, value, separator, &encoded)));
        }
    }
    pairs
}

/// An exploded value: a pair for a scalar, one for each item of a list of scalars, and else one for each leaf.
fn spread(
    name: &str,
    value: &Value,
    encoded: &dyn Fn(&Value) -> String,
    pairs: &mut Vec<(String, String)>,
) {
    match value {
        Value::Array(items) if !items.iter().any(is_nested) => {
            let items = items.iter().filter(|item| !item.is_null());
            pairs.extend(items.map(|item| (encode(name), encoded(item))));
        }
        other => deep(name, other, encoded, pairs),
    }
}

/// A pair for each leaf of `value`: `name[key][inner]=leaf`. OpenAPI does not define nested values, so this is the
/// common form on servers: a list of leaves repeats `name[]`, another list numbers its items, and `null` is left out.
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
        Value::Null => {}
        leaf => pairs.push((encode(name), encoded(leaf))),
    }
}

/// The pairs of a body of `application/x-www-form-urlencoded`. A field without a style has the default of OpenAPI
/// 3.0: a list is repeated, and an object is JSON.
pub(crate) fn form(value: &Value, styles: &[Parameter]) -> Vec<(String, String)> {
    let entries = value.as_object().into_iter().flatten();
    let entries = entries.filter(|(_, value)| !value.is_null());
    let all = entries.map(|(key, value)| {
        let style = styles.iter().find(|style| style.name == key);
        match (style, value) {
            (Some(style), value) => pairs(style, value),
            (None, Value::Array(items)) => repeated(&encode(key), items),
            (None, value) => vec![(encode(key), encoded(value))],
        }
    });
    all.flatten().collect()
}

fn repeated(name: &str, items: &[Value]) -> Vec<(String, String)> {
    let items = items.iter().filter(|item| !item.is_null());
    items.map(|item| (name.to_owned(), encoded(item))).collect()
}

fn matrix(parameter: &Parameter, value: &Value) -> String {
    let all = if is_nested(value) && parameter.explode {
        pairs(parameter, value)
    } else {
        let name = encode(parameter.name);
        vec![(name, joined(parameter, value, ",", &encoded))]
    };
    // A name without a value has no sign behind it (RFC 6570, 3.2.7).
    let assign = |(name, value): &(String, String)| match &**value {
        "" => [";", name].concat(),
        value => [";", name, "=", value].concat(),
    };
    all.iter().map(assign).collect()
}

/// A scalar, or the parts of a list or an object without null. What is nested in one of those is JSON.
fn joined(
    parameter: &Parameter,
    value: &Value,
    separator: &str,
    encoded: &dyn Fn(&Value) -> String,
) -> String {
    let parts: Vec<String> = match value {
        Value::Array(items) => {
            let items = items.iter().filter(|item| !item.is_null());
            items.map(encoded).collect()
        }
        Value::Object(entries) => {
            let assign = if parameter.explode { "=" } else { separator };
            let entries = entries.iter().filter(|(_, value)| !value.is_null());
            let entry = |(key, value): (&String, &Value)| {
                let key = encoded(&Value::from(key.as_str()));
                [&key, assign, &encoded(value)].concat()
            };
            entries.map(entry).collect()
        }
        scalar => return encoded(scalar),
    };
    parts.join(separator)
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
