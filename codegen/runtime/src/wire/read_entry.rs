//! Undocumented null.
//!
//! Many servers send null for a missing value, whatever their document says, and that is no reason to
//! fail a response. So null is decoded as the closest value of the type:
//!
//! | type | null is decoded as |
//! |---|---|
//! | an optional property, what may be null | `None` |
//! | any JSON, a union | null, as JSON |
//! | an array, an object with free keys | empty |
//! | a string, an enumeration of strings | the empty string |
//! | a floating-point number | `NaN`, which JSON writers encode as null |
//! | an item of an array or a value of a map, of any other type | nothing: the item is skipped |
//! | a required integer, decimal, boolean or object | an error that names the place |
//!
//! Zero, `false` or an empty object would be a wrong answer, so no such value is invented.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::decode::Slot;
use super::error::Trace;
use super::read::read;

/// Reads an item of an array or a value of a map, and says whether there was one: null is none where the
/// place cannot take it.
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

/// A slot as the seed of a value of a map.
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
