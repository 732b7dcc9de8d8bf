//! The code and the message of an error, by the names of properties.

use super::super::plain::plain;
use crate::diagnostic::Pointer;
use crate::ir::{EnumValues, Primitive, Property, Scalar, Shape, TypeRef, TypeTable};

/// Usual names of the code, the most specific first. `type` is that of RFC 9457.
const CODES: &[&str] = &["errorcode", "code", "type", "key"];

/// Usual names of the message. `detail` and `title` are those of RFC 9457.
const MESSAGES: &[&str] = &[
    "message",
    "errormessage",
    "detail",
    "errordescription",
    "description",
    "msg",
    "title",
];

/// The names of what is the code beside a message, and else the message. `error` is that of RFC 6749.
const EITHER: &[&str] = &["reason", "error"];

/// Usual names of objects, and of lists of them, that contain the code and the message.
const CONTAINERS: &[&str] = &["error", "errors", "fault"];

/// How deep containers are in each other.
const DEPTH: usize = 3;

/// The maximum number of places of each, for documents with many types of errors.
const PLACES: usize = 8;

/// The places of the code and of the message, the best first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) code: Vec<String>,
    pub(super) message: Vec<String>,
}

/// The places in errors of these types, the most frequent first.
pub(super) fn infer(types: &TypeTable, errors: &[TypeRef]) -> Places {
    let mut places = Places::default();
    for ty in errors {
        places.add(types, ty, &Pointer::root(), DEPTH);
    }
    places
}

impl Places {
    /// Adds those in a value of a type.
    fn add(&mut self, types: &TypeTable, ty: &TypeRef, at: &Pointer, depth: usize) {
        let Some(deeper) = depth.checked_sub(1) else {
            return;
        };
        if is_text(types, ty) {
            push(&mut self.message, at);
        }
        if let TypeRef::List(item) = types.resolve_value(ty) {
            self.add(types, item, &at.index(0), deeper);
        }
        match types.resolve_shape(ty) {
            Some(Shape::Struct(object)) => {
                self.add_object(types, &object.properties, at, deeper);
            }
            Some(Shape::Union(union)) => {
                for variant in union.variants.iter() {
                    self.add(types, &variant.ty, at, deeper);
                }
            }
            _ => {}
        }
    }

    fn add_object(
        &mut self,
        types: &TypeTable,
        properties: &[Property],
        at: &Pointer,
        depth: usize,
    ) {
        let named = |name: &'static str| {
            let named = move |it: &&Property| plain(&it.name) == name;
            properties.iter().filter(named)
        };
        let containers = CONTAINERS.iter().flat_map(|name| named(name));
        let containers = containers.filter(|it| !is_text(types, &it.ty));
        let is_list = |it: &&Property| matches!(types.resolve_value(&it.ty), TypeRef::List(_));
        // A list has details of what is said beside it.
        let (lists, objects): (Vec<_>, Vec<_>) = containers.partition(is_list);
        for object in objects {
            self.add(types, &object.ty, &at.key(&object.name), depth);
        }
        let [codes, messages] = texts(types, properties);
        for property in codes {
            push(&mut self.code, &at.key(&property.name));
        }
        for property in messages {
            push(&mut self.message, &at.key(&property.name));
        }
        for list in lists {
            self.add(types, &list.ty, &at.key(&list.name), depth);
        }
    }
}

/// The properties with the code, and those with the message, the best first.
pub(super) fn texts<'p>(types: &TypeTable, properties: &'p [Property]) -> [Vec<&'p Property>; 2] {
    let texts = |names: &'static [&'static str]| {
        let named =
            |name: &'static str| properties.iter().filter(move |it| plain(&it.name) == name);
        let found = names.iter().flat_map(move |name| named(name));
        found.filter(|it| is_text(types, &it.ty))
    };
    let mut codes: Vec<_> = texts(CODES).collect();
    let mut messages: Vec<_> = texts(MESSAGES).collect();
    if messages.is_empty() {
        messages.extend(texts(EITHER));
    } else {
        codes.extend(texts(EITHER));
    }
    [codes, messages]
}

/// Adds a place once.
fn push(places: &mut Vec<String>, at: &Pointer) {
    let is_known = places.iter().any(|place| place == at.as_str());
    if places.len() < PLACES && !is_known {
        places.push(at.as_str().to_owned());
    }
}

/// Whether values of a type are strings.
pub(super) fn is_text(types: &TypeTable, ty: &TypeRef) -> bool {
    match (types.resolve_value(ty), types.resolve_shape(ty)) {
        (TypeRef::Primitive(Primitive::String(_)), _) => true,
        (_, Some(Shape::Enum(it))) => matches!(it.values, EnumValues::Strings(_)),
        (_, Some(Shape::Scalar(it))) => matches!(it, Scalar::Text(..)),
        _ => false,
    }
}
