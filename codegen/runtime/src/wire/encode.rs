//! Encoding: [`Encode`] exposes a value as a [`View`], which implements [`Serialize`].

use std::any::Any;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

use super::number;
use super::object::{Object, Shape};
use super::union::Union;

/// A value that can be sent.
///
/// Sealed: only types of this crate implement it.
pub trait Encode {
    #[doc(hidden)]
    fn view(&self) -> View<'_>;
}

/// The representation of a value on the wire.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum View<'a> {
    /// No value: the key is omitted. Outside of objects, this is `null`.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// An integer that may be too large for [`View::Integer`].
    Unsigned(u64),
    /// A number in single precision, which has a shorter decimal form.
    Float(f32),
    /// A number in double precision.
    Double(f64),
    /// A decimal number with all its digits.
    Decimal(&'a str),
    /// A string.
    Text(&'a str),
    /// An object with known keys.
    Object(&'a dyn Object),
    /// An object with arbitrary keys.
    Map(&'a dyn Entries),
    /// An object of one of several types, selected by its tag.
    Union(&'a dyn Union),
    /// An array.
    List(&'a dyn Items),
    /// Any JSON.
    Json(&'a Value),
    /// A value that JSON cannot represent.
    Attachment(&'a dyn Attachment),
    /// The JSON of an unknown variant, which may be secret.
    Unknown(&'a Value),
    /// A value that is sent but never printed.
    Secret(&'a dyn Encode),
    /// A value that violates a rule of the document, which is not sent.
    Invalid(&'a dyn Invalid),
}

impl View<'_> {
    /// Whether there is no value.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

/// A value that JSON cannot represent, such as a file.
#[doc(hidden)]
pub trait Attachment: fmt::Debug + Any {
    /// Returns the value for downcasting.
    fn as_any(&self) -> &dyn Any;
    /// Whether two values are equal.
    fn equals(&self, other: &dyn Attachment) -> bool;
}

/// A value that violates a rule of the document.
#[doc(hidden)]
pub trait Invalid {
    /// The value.
    fn value(&self) -> View<'_>;
    /// The rule; with the value, unless that is a secret.
    fn error(&self, is_secret: bool) -> String;
}

/// The elements of an array.
#[doc(hidden)]
pub trait Items {
    /// The number of elements.
    fn count(&self) -> usize;
    /// The element at `index`; [`View::Absent`] past the end.
    fn item(&self, index: usize) -> View<'_>;
}

/// The entries of an object with arbitrary keys.
#[doc(hidden)]
pub trait Entries {
    /// Calls `visit` with every key and value, in order of the keys.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, View<'a>));
}

macro_rules! encode_leaves {
    ($($type:ty: $this:ident => $view:expr,)*) => {$(
        impl Encode for $type {
            fn view(&self) -> View<'_> {
                let $this = self;
                $view
            }
        }
    )*};
}

encode_leaves! {
    bool: this => View::Bool(*this),
    i8: this => View::Integer(i64::from(*this)),
    i16: this => View::Integer(i64::from(*this)),
    i32: this => View::Integer(i64::from(*this)),
    i64: this => View::Integer(*this),
    u8: this => View::Integer(i64::from(*this)),
    u16: this => View::Integer(i64::from(*this)),
    u32: this => View::Integer(i64::from(*this)),
    u64: this => View::Unsigned(*this),
    f32: this => View::Float(*this),
    f64: this => View::Double(*this),
    &str: this => View::Text(this),
    String: this => View::Text(this),
    Cow<'static, str>: this => View::Text(this),
    Value: this => View::Json(this),
}

impl<T: Encode> Encode for Option<T> {
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, T::view)
    }
}

impl<T: Encode> Encode for Box<T> {
    fn view(&self) -> View<'_> {
        T::view(self)
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Encode> Items for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> View<'_> {
        self.get(index).map_or(View::Absent, T::view)
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl<T: Encode> Entries for BTreeMap<String, T> {
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, View<'a>)) {
        for (key, value) in self {
            visit(key, value.view());
        }
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            View::Absent | View::Null => serializer.serialize_unit(),
            View::Bool(value) => serializer.serialize_bool(value),
            View::Integer(value) => serializer.serialize_i64(value),
            View::Unsigned(value) => serializer.serialize_u64(value),
            View::Float(value) if value.is_finite() => serializer.serialize_f32(value),
            View::Double(value) if value.is_finite() => serializer.serialize_f64(value),
            View::Float(_) | View::Double(_) => {
                Err(S::Error::custom("JSON has only finite numbers"))
            }
            View::Decimal(text) => number::serialize(text, serializer),
            View::Text(value) => serializer.serialize_str(value),
            View::List(items) => serialize_items(items, serializer),
            View::Json(value) | View::Unknown(value) => value.serialize(serializer),
            View::Attachment(_) => Err(S::Error::custom("a file has no form in JSON")),
            View::Secret(value) => value.view().serialize(serializer),
            // The value may be a secret by its name, which is unknown here.
            View::Invalid(value) => Err(S::Error::custom(value.error(true))),
            View::Object(_) | View::Map(_) => serialize_entries(*self, serializer),
            View::Union(union) => match union.payload() {
                (Some(_), _) => serialize_entries(*self, serializer),
                (None, raw) => raw.serialize(serializer),
            },
        }
    }
}

fn serialize_items<S: Serializer>(items: &dyn Items, serializer: S) -> Result<S::Ok, S::Error> {
    let count = items.count();
    let mut seq = serializer.serialize_seq(Some(count))?;
    for index in 0..count {
        seq.serialize_element(&items.item(index))?;
    }
    seq.end()
}

fn serialize_entries<S: Serializer>(view: View<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    write_entries(view, None, &mut map)?;
    map.end()
}

/// The tags that the unions around an object have written.
struct Written<'a> {
    key: &'a str,
    outer: Option<&'a Self>,
}

fn is_written(written: Option<&Written<'_>>, key: &str) -> bool {
    written.is_some_and(|tag| tag.key == key || is_written(tag.outer, key))
}

/// Writes the entries of an object, without the keys in `written`.
fn write_entries<M: SerializeMap>(
    view: View<'_>,
    written: Option<&Written<'_>>,
    map: &mut M,
) -> Result<(), M::Error> {
    match view {
        View::Object(object) => write_fields(object, written, map),
        View::Map(entries) => write_map(entries, &|key| is_written(written, key), map),
        View::Union(union) => write_union(union, written, map),
        View::Unknown(value) => write_entries(View::Json(value), written, map),
        View::Secret(value) => write_entries(value.view(), written, map),
        View::Json(Value::Object(entries)) => entries
            .iter()
            .filter(|(key, _)| !is_written(written, key))
            .try_for_each(|(key, value)| map.serialize_entry(key, value)),
        _ => Err(M::Error::custom("a variant of a union is an object")),
    }
}

fn write_fields<M: SerializeMap>(
    object: &dyn Object,
    written: Option<&Written<'_>>,
    map: &mut M,
) -> Result<(), M::Error> {
    let shape = object.shape();
    let mut result = Ok(());
    object.show(&mut |parts| result = write_parts(shape, parts, written, map));
    result
}

fn write_parts<M: SerializeMap>(
    shape: &Shape,
    parts: &[&dyn Encode],
    written: Option<&Written<'_>>,
    map: &mut M,
) -> Result<(), M::Error> {
    for (field, part) in shape.fields.iter().zip(parts) {
        let view = part.view();
        let skipped = view.is_absent() && !field.required;
        if !skipped && !is_written(written, field.wire) {
            map.serialize_entry(field.wire, &view)?;
        }
    }
    match parts.get(shape.fields.len()).map(|rest| rest.view()) {
        Some(View::Map(rest)) => write_map(
            rest,
            &|key| is_written(written, key) || shape.find(key, 0).is_some(),
            map,
        ),
        _ => Ok(()),
    }
}

fn write_union<M: SerializeMap>(
    union: &dyn Union,
    written: Option<&Written<'_>>,
    map: &mut M,
) -> Result<(), M::Error> {
    let (tag, payload) = union.payload();
    let key = union.shape().tag;
    let Some(tag) = tag.filter(|_| !is_written(written, key)) else {
        return write_entries(payload, written, map);
    };
    map.serialize_entry(key, tag)?;
    let written = Written {
        key,
        outer: written,
    };
    write_entries(payload, Some(&written), map)
}

fn write_map<M: SerializeMap>(
    entries: &dyn Entries,
    skip: &dyn Fn(&str) -> bool,
    map: &mut M,
) -> Result<(), M::Error> {
    let mut result = Ok(());
    entries.each(&mut |key, value| {
        if result.is_ok() && !skip(key) {
            result = map.serialize_entry(key, &value);
        }
    });
    result
}
