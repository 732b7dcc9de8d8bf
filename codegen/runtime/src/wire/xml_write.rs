//! Encodes XML.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::{Map, Value};

use super::encode::Encode;
use super::json;
use super::xml::{XmlList, XmlName, XmlObject, XmlValue};

/// Encodes a value as an XML document.
///
/// # Errors
///
/// The reason why XML cannot represent the value.
pub(crate) fn write(value: &dyn Encode, object: &XmlObject) -> Result<Vec<u8>, String> {
    let json = json::to_vec(value).map_err(|error| error.to_string())?;
    let value: Value = serde_json::from_slice(&json).map_err(|error| error.to_string())?;
    let mut output = Output(Writer::new(Vec::new()));
    output.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    output.value(object.root, Form::Object(object), &value)?;
    Ok(output.0.into_inner())
}

/// The representation of an element.
#[derive(Clone, Copy)]
enum Form<'t> {
    Object(&'t XmlObject),
    Value(&'t XmlValue),
}

struct Output(Writer<Vec<u8>>);

type Written = Result<(), String>;

impl Output {
    fn event(&mut self, event: Event<'_>) -> Written {
        self.0.write_event(event).map_err(|error| error.to_string())
    }

    /// Writes the element of a value, or several for a list without a wrapper.
    fn value(&mut self, name: XmlName, form: Form<'_>, value: &Value) -> Written {
        let start = start(name)?;
        match (form, value) {
            (Form::Object(object), Value::Object(entries)) => self.object(start, object, entries),
            (Form::Value(XmlValue::Object(object)), value) => {
                self.value(name, Form::Object(object()), value)
            }
            (Form::Value(XmlValue::List(list)), Value::Array(items)) => {
                self.list(start, list, items)
            }
            (Form::Value(XmlValue::Map(form)), Value::Object(entries)) => {
                self.entries(start, form, entries)
            }
            (_, Value::Object(entries)) => self.entries(start, &XmlValue::Any, entries),
            (_, Value::Array(items)) => items
                .iter()
                .try_for_each(|item| self.value(name, Form::Value(&XmlValue::Any), item)),
            (_, value) => {
                let text = text(value)?;
                self.around(start, text.is_empty(), |output| {
                    output.event(Event::Text(BytesText::new(&text)))
                })
            }
        }
    }

    /// Writes an element, which may be empty.
    fn around(
        &mut self,
        start: BytesStart<'_>,
        is_empty: bool,
        content: impl FnOnce(&mut Self) -> Written,
    ) -> Written {
        if is_empty {
            return self.event(Event::Empty(start));
        }
        let end = BytesEnd::new(String::from_utf8_lossy(start.name().as_ref()).into_owned());
        self.event(Event::Start(start))?;
        content(self)?;
        self.event(Event::End(end))
    }

    fn object(
        &mut self,
        mut start: BytesStart<'_>,
        object: &XmlObject,
        entries: &Map<String, Value>,
    ) -> Written {
        let (attributes, elements): (Vec<_>, Vec<_>) = object
            .members
            .iter()
            .filter_map(|member| Some((member, entries.get(member.key)?)))
            .filter(|(_, value)| !value.is_null())
            .partition(|(member, _)| member.is_attribute);
        for (member, value) in attributes {
            declare(&mut start, member.name);
            let name = qualified(member.name)?;
            start.push_attribute((&*name, &*text(value)?));
        }
        let rest = |(key, _): &(&String, &Value)| object.members.iter().all(|it| it.key != **key);
        let rest: Vec<_> = entries.iter().filter(rest).collect();
        let is_empty = elements.is_empty() && (rest.is_empty() || object.rest.is_none());
        self.around(start, is_empty, |output| {
            for (member, value) in elements {
                output.value(member.name, Form::Value(&member.value), value)?;
            }
            let form = object.rest.as_ref();
            form.map_or(Ok(()), |form| output.members(form, rest.into_iter()))
        })
    }

    fn list(&mut self, start: BytesStart<'_>, list: &XmlList, items: &[Value]) -> Written {
        let write = |output: &mut Self| {
            let mut items = items.iter();
            items.try_for_each(|item| output.value(list.item, Form::Value(&list.value), item))
        };
        if list.is_wrapped {
            self.around(start, items.is_empty(), write)
        } else {
            write(self)
        }
    }

    fn entries(
        &mut self,
        start: BytesStart<'_>,
        form: &XmlValue,
        entries: &Map<String, Value>,
    ) -> Written {
        self.around(start, entries.is_empty(), |output| {
            output.members(form, entries.iter())
        })
    }

    /// Writes an element for each entry, with the name of its key.
    fn members<'v>(
        &mut self,
        form: &XmlValue,
        mut entries: impl Iterator<Item = (&'v String, &'v Value)>,
    ) -> Written {
        entries.try_for_each(|(key, value)| {
            let start = BytesStart::new(checked(key)?.to_owned());
            match (form, value) {
                (XmlValue::Object(object), Value::Object(entries)) => {
                    self.object(start, object(), entries)
                }
                (_, Value::Object(entries)) => self.entries(start, &XmlValue::Any, entries),
                (_, Value::Array(items)) => self.repeated(key, form, items),
                (_, value) => {
                    let text = text(value)?;
                    self.around(start, text.is_empty(), |output| {
                        output.event(Event::Text(BytesText::new(&text)))
                    })
                }
            }
        })
    }

    /// Writes the items of a list in a property that the document does not declare.
    fn repeated(&mut self, key: &str, form: &XmlValue, items: &[Value]) -> Written {
        let item = match form {
            XmlValue::List(list) => &list.value,
            _ => &XmlValue::Any,
        };
        let key = key.to_owned();
        let mut items = items.iter();
        items.try_for_each(|value| self.members(item, [(&key, value)].into_iter()))
    }
}

/// The start tag of an element, with the declaration of its namespace.
fn start(name: XmlName) -> Result<BytesStart<'static>, String> {
    let mut start = BytesStart::new(qualified(name)?.into_owned());
    declare(&mut start, name);
    Ok(start)
}

/// Declares the namespace of a name, unless the element has declared it.
fn declare(start: &mut BytesStart<'_>, name: XmlName) {
    if name.namespace.is_empty() {
        return;
    }
    let key = match name.prefix {
        "" => Cow::Borrowed("xmlns"),
        prefix => Cow::Owned(format!("xmlns:{prefix}")),
    };
    let mut attributes = start.attributes().flatten();
    if !attributes.any(|it| it.key.as_ref() == key.as_bytes()) {
        start.push_attribute((&*key, name.namespace));
    }
}

fn qualified(name: XmlName) -> Result<Cow<'static, str>, String> {
    checked(name.local)?;
    Ok(match name.prefix {
        "" => Cow::Borrowed(name.local),
        prefix => Cow::Owned(format!("{prefix}:{}", name.local)),
    })
}

/// Whether the text is an XML name without a colon (*Extensible Markup Language*, 2.3).
fn checked(name: &str) -> Result<&str, String> {
    let is_start = |c: char| c.is_alphabetic() || c == '_';
    let is_part = |c: char| c.is_alphanumeric() || "-._".contains(c);
    if name.starts_with(is_start) && name.chars().all(is_part) {
        Ok(name)
    } else {
        Err(format!("`{name}` is not a name of XML"))
    }
}

/// A scalar as text. Integers have no fraction, whatever their Rust type.
fn text(value: &Value) -> Result<String, String> {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => {
            let text = number.to_string();
            text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
        }
        other => other.to_string(),
    };
    // XML 1.0 has no way to write other control characters.
    let is_control = |c: char| c.is_control() && !"\t\n\r".contains(c) && c < '\u{7f}';
    if text.contains(is_control) || text.contains(['\u{fffe}', '\u{ffff}']) {
        return Err("a text has a character that XML cannot represent".to_owned());
    }
    Ok(text)
}
