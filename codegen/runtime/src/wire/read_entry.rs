//! Undocumented null.
//!
//! Many servers send null for a missing value although the document does not allow it. Instead of failing the response,
//! null is decoded as the closest value of the type:
//!
//! | type | null is decoded as |
//! |---|---|
//! | an optional or nullable property | `None` |
//! | raw JSON, a union | null, as JSON |
//! | an array, an object with arbitrary keys | empty |
//! | a string, an enumeration of strings | the empty string |
//! | a floating-point number | `NaN`, which JSON writers encode as null |
//! | an item of an array or a value of a map, of any other type | nothing: the item is skipped |
//! | a required integer, decimal, boolean or object | an error that contains the path |
//!
//! There is no default for these, because zero, `false` or an empty object would be a wrong value.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::decode::Slot;
use super::error::Trace;
use super::read::read;

/// Reads an item of an array or a value of a map. Returns whether there is one: null is skipped if the type cannot
/// represent it.
pub(super) fn read_entry<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    deserializer: D,
    trace: &mut Trace,
) -> Result<bool, D::Error> {
    match slot {
        Slot::Bool(_) | Slot::Integer(_) | Slot::Object(_) | Slot::NonNull(_) => {
            deserializer.deserialize_option(EntryVisitor { slot, trace })
        }
        Slot::Boxed(place) => {
            trace.budget.boxed(size_of_val(place))?;
            read_entry(place.slot(), deserializer, trace)
        }
        _ => read(slot, deserializer, trace).map(|()| true),
    }
}

/// A slot as a seed for a value of a map.
pub(super) struct EntrySeed<'s, 't> {
    pub(super) slot: Slot<'s>,
    pub(super) trace: &'t mut Trace,
}

impl<'de> DeserializeSeed<'de> for EntrySeed<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        read_entry(self.slot, deserializer, self.trace)
    }
}

struct EntryVisitor<'s, 't> {
    slot: Slot<'s>,
    trace: &'t mut Trace,
}

impl<'de> Visitor<'de> for EntryVisitor<'_, '_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        read(self.slot, deserializer, self.trace).map(|()| true)
    }
}
