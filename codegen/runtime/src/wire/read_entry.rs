//! Null where the document has none.
//!
//! Servers write null where a value is missing, whatever their documents say, and one of them is no
//! reason to lose a response. So null is what comes closest to it:
//!
//! | where | what null becomes |
//! |---|---|
//! | an optional property, what may be null | `None` |
//! | any JSON, a union | null, as JSON |
//! | an array, an object with free keys | empty |
//! | a string, an enumeration of strings | the empty string |
//! | a number with a fraction | not a number (`NaN`), which is what writers of JSON mean by it |
//! | an item or a value of a map of another type | nothing: it is left out |
//! | a required whole number, decimal, boolean or object | an error that names the place |
//!
//! A number, a flag or an object that nobody has sent would be a wrong answer, so these are never made up.

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
        Slot::Bool(_) | Slot::Integer(_) | Slot::Decimal(_) | Slot::Object(_) => {
            deserializer.deserialize_option(EntryVisitor { slot, trace })
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
