//! Field errors in the bodies of errors.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use super::one_line::one_line;
use crate::constants::DOCUMENT;
use crate::document::FieldPlaces;

/// The maximum number of field errors that `Display` of an error shows.
const SHOWN: usize = 3;

/// Why the server rejects a value of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError<'a> {
    field: Option<Cow<'a, str>>,
    code: Option<&'a str>,
    message: Option<&'a str>,
}

impl FieldError<'_> {
    /// The name or the path of the value, as the server writes it. A path that is a list is joined with dots.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// The code, for programs.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code
    }

    /// The message, for people.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message
    }
}

impl fmt::Display for FieldError<'_> {
    /// The field, and the message or else the code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [self.field(), self.message.or(self.code)];
        let parts: Vec<_> = parts.into_iter().flatten().map(one_line).collect();
        f.write_str(&parts.join(": "))
    }
}

/// The field errors of the first list that has any.
pub(super) fn of(body: &Value) -> Vec<FieldError<'_>> {
    let places = DOCUMENT.error.fields.iter();
    let mut lists = places.map(|places| errors(body, places));
    lists.find(|list| !list.is_empty()).unwrap_or_default()
}

/// The first field errors in parentheses, except those that repeat the message.
pub(super) fn summary(errors: &[FieldError<'_>], message: Option<&str>) -> String {
    let is_new =
        |it: &&FieldError<'_>| it.field.is_some() || it.message.is_some() && it.message != message;
    let texts = errors.iter().filter(is_new).map(ToString::to_string);
    let texts: Vec<_> = texts.collect();
    let Some(shown) = texts
        .get(..texts.len().min(SHOWN))
        .filter(|it| !it.is_empty())
    else {
        return String::new();
    };
    let shown = shown.join("; ");
    match texts.len().saturating_sub(SHOWN) {
        0 => format!(" ({shown})"),
        hidden => format!(" ({shown}; {hidden} more)"),
    }
}

fn errors<'b>(body: &'b Value, places: &FieldPlaces) -> Vec<FieldError<'b>> {
    match body.pointer(places.list) {
        Some(Value::Array(items)) => items.iter().filter_map(|it| item(it, places)).collect(),
        // A property for each field, with a message or a list of them.
        Some(Value::Object(fields)) => {
            let errors = fields.iter().flat_map(|(field, value)| {
                let one = std::slice::from_ref(value);
                let messages = value.as_array().map_or(one, Vec::as_slice);
                let messages = messages.iter().filter_map(Value::as_str);
                messages.map(|message| FieldError {
                    field: Some(Cow::Borrowed(field)),
                    code: None,
                    message: Some(message),
                })
            });
            errors.collect()
        }
        _ => Vec::new(),
    }
}

fn item<'b>(item: &'b Value, places: &FieldPlaces) -> Option<FieldError<'b>> {
    let text = |pointers: &[&str]| {
        let texts = pointers.iter().filter_map(|it| item.pointer(it)?.as_str());
        let mut texts = texts.filter(|text| !text.is_empty());
        texts.next()
    };
    let error = FieldError {
        field: places.field.iter().find_map(|it| path(item.pointer(it)?)),
        code: text(places.code),
        message: item.as_str().or_else(|| text(places.message)),
    };
    (error.code.is_some() || error.message.is_some()).then_some(error)
}

/// The path to a value: a text, or a list of keys and positions.
fn path(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) if !text.is_empty() => Some(Cow::Borrowed(text)),
        Value::Array(keys) if !keys.is_empty() => {
            let keys = keys.iter().map(|key| match key {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            Some(Cow::Owned(keys.collect::<Vec<_>>().join(".")))
        }
        _ => None,
    }
}
