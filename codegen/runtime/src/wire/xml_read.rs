//! Decodes XML.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use serde_json::{Map, Number, Value};

use super::decode::Slot;
use super::error::DecodeError;
use super::json;
use super::xml::{XmlList, XmlObject, XmlValue};

/// The maximum depth of elements, as in JSON.
const DEPTH: usize = 128;

/// Fills `slot` from an XML document with a memory limit in bytes. Namespaces are ignored.
pub(crate) fn fill(
    slot: Slot<'_>,
    xml: &[u8],
    object: &XmlObject,
    memory: usize,
) -> Result<(), DecodeError> {
    let fail = |reason: String| DecodeError::new(String::new(), reason);
    let text = std::str::from_utf8(json::without_mark(xml));
    let text = text.map_err(|_| fail("the XML is not UTF-8".to_owned()))?;
    let root = parse(text).map_err(fail)?;
    let value = of_object(&root, object);
    let json = serde_json::to_vec(&value).map_err(|error| fail(error.to_string()))?;
    json::fill(slot, &json, memory)
}

/// An element. Its name has no prefix.
#[derive(Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Self>,
    text: String,
    is_nil: bool,
}

/// The root element.
fn parse(text: &str) -> Result<Element, String> {
    let mut reader = Reader::from_str(text);
    // The document itself is the first element.
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(start) if open.len() <= DEPTH => open.push(element(&start)?),
            Event::Start(_) => return Err("the XML nests too deep".to_owned()),
            Event::Empty(start) => put(&mut open, element(&start)?)?,
            Event::End(_) => {
                let closed = open.pop().ok_or("an element ends that has not begun")?;
                put(&mut open, closed)?;
            }
            Event::Text(text) => append(&mut open, &text.decode().map_err(|it| it.to_string())?),
            Event::CData(text) => append(&mut open, &text.decode().map_err(|it| it.to_string())?),
            Event::GeneralRef(reference) => append(&mut open, &resolved(&reference)?),
            Event::Eof => break,
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    match <[Element; 1]>::try_from(open) {
        Ok([mut document]) if document.children.len() == 1 => Ok(document.children.remove(0)),
        _ => Err("the body is not one XML element".to_owned()),
    }
}

fn put(open: &mut [Element], child: Element) -> Result<(), String> {
    let parent = open.last_mut().ok_or("an element ends twice")?;
    parent.children.push(child);
    Ok(())
}

fn append(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let mut element = Element {
        name: String::from_utf8_lossy(start.local_name().as_ref()).into_owned(),
        ..Element::default()
    };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let name = String::from_utf8_lossy(attribute.key.local_name().as_ref()).into_owned();
        let raw = std::str::from_utf8(&attribute.value).map_err(|error| error.to_string())?;
        let value = quick_xml::escape::unescape(raw).map_err(|error| error.to_string())?;
        element.is_nil |= name == "nil" && value == "true";
        element.attributes.push((name, value.into_owned()));
    }
    Ok(element)
}

/// The text of an entity such as `&amp;`. Entities that a document type defines are not supported, because they can
/// expand without limit.
fn resolved(reference: &BytesRef<'_>) -> Result<String, String> {
    let character = reference.resolve_char_ref().map_err(|it| it.to_string())?;
    if let Some(character) = character {
        return Ok(character.to_string());
    }
    let name = reference.decode().map_err(|error| error.to_string())?;
    let text = quick_xml::escape::resolve_predefined_entity(&name);
    text.map(str::to_owned)
        .ok_or_else(|| format!("the entity `{name}` is unknown"))
}

fn of_object(element: &Element, object: &XmlObject) -> Value {
    let mut entries = Map::new();
    for member in object.members {
        let value = if member.is_attribute {
            let mut attributes = element.attributes.iter();
            let found = attributes.find(|(name, _)| name == member.name.local);
            found.map(|(_, text)| of_text(text, &member.value))
        } else {
            of_member(element, member.name.local, &member.value)
        };
        if let Some(value) = value {
            entries.insert(member.key.to_owned(), value);
        }
    }
    if let Some(rest) = &object.rest {
        let is_known = |child: &&Element| {
            let mut members = object.members.iter();
            members.any(|it| name_of(it.name.local, &it.value) == child.name)
        };
        for child in element.children.iter().filter(|it| !is_known(it)) {
            insert(&mut entries, child, rest);
        }
    }
    Value::Object(entries)
}

/// The name of the elements of a member.
fn name_of<'t>(name: &'t str, value: &'t XmlValue) -> &'t str {
    match value {
        XmlValue::List(list) if !list.is_wrapped => list.item.local,
        _ => name,
    }
}

/// The value of a property. A list without a wrapper is empty if there is no element.
fn of_member(element: &Element, name: &str, value: &XmlValue) -> Option<Value> {
    let wanted = name_of(name, value);
    let mut found = element.children.iter().filter(|it| it.name == wanted);
    match value {
        XmlValue::List(list) if !list.is_wrapped => {
            let items: Vec<_> = found.collect();
            Some(match items.as_slice() {
                [only] if is_wrapper(only, &list.value) => of_items(only, list),
                items => items.iter().map(|it| of_value(it, &list.value)).collect(),
            })
        }
        XmlValue::List(list) => found.next().map(|it| of_items(it, list)),
        _ => found.next().map(|it| of_value(it, value)),
    }
}

/// Whether an element wraps items although the document does not declare a wrapper: its content is not valid in an
/// item.
fn is_wrapper(element: &Element, item: &XmlValue) -> bool {
    match item {
        XmlValue::Object(object) => {
            let members = object().members;
            let is_member = |it: &Element| {
                members
                    .iter()
                    .any(|member| name_of(member.name.local, &member.value) == it.name)
            };
            let is_closed = object().rest.is_none() && !members.is_empty();
            is_closed && element.attributes.is_empty() && !element.children.iter().any(is_member)
        }
        XmlValue::Text | XmlValue::Boolean | XmlValue::Number => !element.children.is_empty(),
        XmlValue::List(_) | XmlValue::Map(_) | XmlValue::Any => false,
    }
}

/// The elements in a wrapper, with any name.
fn of_items(wrapper: &Element, list: &XmlList) -> Value {
    let children = wrapper.children.iter();
    children.map(|it| of_value(it, &list.value)).collect()
}

fn of_value(element: &Element, value: &XmlValue) -> Value {
    if element.is_nil {
        return Value::Null;
    }
    match value {
        XmlValue::Object(object) => of_object(element, object()),
        XmlValue::List(list) => of_items(element, list),
        XmlValue::Map(value) => {
            let mut entries = Map::new();
            for child in &element.children {
                insert(&mut entries, child, value);
            }
            Value::Object(entries)
        }
        XmlValue::Any if !element.children.is_empty() => {
            let mut entries = Map::new();
            for child in &element.children {
                insert(&mut entries, child, &XmlValue::Any);
            }
            Value::Object(entries)
        }
        scalar => of_text(&element.text, scalar),
    }
}

/// Adds an entry with the name of an element. Several elements with one name are a list.
fn insert(entries: &mut Map<String, Value>, child: &Element, form: &XmlValue) {
    let (item, is_list) = match form {
        XmlValue::List(list) => (&list.value, true),
        _ => (form, false),
    };
    let value = of_value(child, item);
    match entries.get_mut(&child.name) {
        Some(Value::Array(items)) => items.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
        None if is_list => {
            entries.insert(child.name.clone(), Value::Array(vec![value]));
        }
        None => {
            entries.insert(child.name.clone(), value);
        }
    }
}

/// A scalar. Text that is not a number or a boolean is kept as text, which the reader of the type validates.
fn of_text(text: &str, value: &XmlValue) -> Value {
    let trimmed = text.trim();
    let parsed = match value {
        XmlValue::Boolean => match trimmed {
            "true" | "1" => Some(Value::Bool(true)),
            "false" | "0" => Some(Value::Bool(false)),
            _ => None,
        },
        XmlValue::Number if trimmed.is_empty() => Some(Value::Null),
        XmlValue::Number => serde_json::from_str::<Number>(trimmed)
            .ok()
            .map(Value::Number),
        _ => None,
    };
    parsed.unwrap_or_else(|| Value::String(text.to_owned()))
}
