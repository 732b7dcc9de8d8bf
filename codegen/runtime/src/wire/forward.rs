//! `Serialize`, `Deserialize` and `Debug` of all types, which share one implementation of each.

use std::fmt;

use serde::{Deserializer, Serialize, Serializer};

use super::decode::Decode;
use super::encode::{Encode, View};
use super::error::Trace;
use super::located;
use super::object_entries::each_entry;
use super::read::read;
use super::redacted::REDACTED;
use super::secrets::{is_secret_entry, without_secrets};

/// Serialises any value, in any self-describing format.
///
/// # Errors
///
/// Errors of the format, and numbers that are not finite.
pub(crate) fn serialize<S: Serializer>(
    value: &dyn Encode,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.view().serialize(serializer)
}

/// Deserialises any value, from any self-describing format.
///
/// # Errors
///
/// Errors of the format, preceded by the path to the value as a JSON pointer (RFC 6901).
pub(crate) fn deserialize<'de, T: Decode, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut value = T::blank();
    let mut trace = Trace::new(located::take());
    let result = read(value.slot(), deserializer, &mut trace);
    let located = result.map_err(|error| located::locate(&trace, error));
    located::restore(&trace.budget);
    located.map(|()| value)
}

/// Prints any value without its secrets and unknown variants.
///
/// # Errors
///
/// Errors of the formatter.
pub(crate) fn debug(value: &dyn Encode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(&value.view(), f)
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            View::Absent => f.write_str("None"),
            View::Null => f.write_str("null"),
            View::Bool(value) => value.fmt(f),
            View::Integer(value) => value.fmt(f),
            View::Unsigned(value) => value.fmt(f),
            View::Float(value) => value.fmt(f),
            View::Double(value) => value.fmt(f),
            View::Decimal(text) => f.write_str(text),
            View::Text(value) => value.fmt(f),
            View::Json(value) => without_secrets(value).fmt(f),
            View::Attachment(value) => value.fmt(f),
            View::Unknown(_) => f.debug_struct("UnknownVariant").finish_non_exhaustive(),
            View::Secret(_) => f.write_str(REDACTED),
            View::Invalid(value) => value.value().fmt(f),
            View::List(items) => f
                .debug_list()
                .entries((0..items.count()).map(|index| items.item(index)))
                .finish(),
            View::Map(entries) => {
                let mut map = f.debug_map();
                entries.each(&mut |key, value| {
                    if is_secret_entry(key, value) {
                        map.entry(&key, &format_args!("{REDACTED}"));
                    } else {
                        map.entry(&key, &value);
                    }
                });
                map.finish()
            }
            View::Object(object) => debug_object(object, f),
            View::Union(union) => match union.payload() {
                (Some(_), payload) | (None, payload @ View::Union(_)) => payload.fmt(f),
                (None, _) => f
                    .debug_struct(union.shape().name)
                    .field(union.shape().tag, &union.tag())
                    .finish_non_exhaustive(),
            },
        }
    }
}

fn debug_object(object: &dyn super::object::Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut output = f.debug_struct(object.shape().name);
    each_entry(object, &mut |key, field, value| {
        let name = field.map_or(key, |field| field.name.trim_start_matches("r#"));
        if is_secret_entry(key, value) {
            output.field(name, &format_args!("{REDACTED}"));
        } else if field.is_none() || !value.is_absent() {
            output.field(name, &value);
        }
    });
    output.finish()
}

/// Implements `Serialize`, `Deserialize` and `Debug` for a type that is [`Encode`] and [`Decode`].
macro_rules! forward {
    ($name:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::wire::forward::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::wire::forward::deserialize(deserializer)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::wire::forward::debug(self, f)
            }
        }
    };
}
pub(crate) use forward;
