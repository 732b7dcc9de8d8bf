//! Reads objects with known keys.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::decode::{Decode, MapSlot, Slot};
use super::error::Trace;
use super::object::{Object, Shape};
use super::read::SlotSeed;
use super::read_entry::EntrySeed;

/// Fills `object` by `read`, then checks that no required entry is missing.
pub(super) fn read_object<E: Error>(
    object: &mut dyn Object,
    trace: &mut Trace,
    read: &mut dyn FnMut(&mut ObjectReader<'_, '_>) -> Result<(), E>,
) -> Result<(), E> {
    let shape = object.shape();
    let mut result = Ok(());
    object.open(&mut |parts| {
        let mut reader = ObjectReader {
            shape,
            parts,
            trace,
            seen: Seen::default(),
            next: 0,
            others: 0,
        };
        result = read(&mut reader).and_then(|()| reader.finish());
    });
    result
}

/// The state of an object that is being read.
pub(super) struct ObjectReader<'o, 'p> {
    pub(super) shape: &'static Shape,
    /// The fields, followed by the map of other entries, if the object has one.
    pub(super) parts: &'o mut [&'p mut dyn Decode],
    pub(super) trace: &'o mut Trace,
    seen: Seen,
    /// The index at which the search for the next key starts, in document order.
    pub(super) next: usize,
    /// The number of entries that are not fields.
    pub(super) others: usize,
}

impl ObjectReader<'_, '_> {
    /// Reads the remaining entries of `map`.
    pub(super) fn read_entries<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let keep = self.parts.len() > self.shape.fields.len();
        loop {
            let seed = KeySeed {
                shape: self.shape,
                start: self.next,
                keep,
            };
            match map.next_key_seed(seed)? {
                Some(Key::Field(index)) => self.read_field(index, map)?,
                Some(Key::Other(key)) => self.read_other(&key, map)?,
                Some(Key::Ignored) => map.next_value::<IgnoredAny>().map(drop)?,
                None => return Ok(()),
            }
        }
    }

    /// Checks that no required entry is missing.
    fn finish<E: Error>(&self) -> Result<(), E> {
        let mut fields = self.shape.fields.iter().enumerate();
        match fields.find(|(index, field)| field.required && !self.seen.has(*index)) {
            Some((_, field)) => Err(E::missing_field(field.wire)),
            None => Ok(()),
        }
    }

    fn read_field<'de, A: MapAccess<'de>>(
        &mut self,
        index: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.visit(index)?;
        let seed = SlotSeed {
            slot: self.parts[index].slot(),
            trace: self.trace,
        };
        map.next_value_seed(seed)
            .inspect_err(|_| self.trace.push_key(self.shape.fields[index].wire))
    }

    fn read_other<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let Some(rest) = rest(self.shape, self.parts) else {
            return Ok(());
        };
        self.trace.charge_entry(self.others, key, rest)?;
        self.others += 1;
        let seed = EntrySeed {
            slot: rest.insert(key.to_owned()),
            trace: self.trace,
        };
        match map.next_value_seed(seed) {
            Ok(true) => Ok(()),
            Ok(false) => {
                rest.remove(key);
                Ok(())
            }
            Err(error) => {
                self.trace.push_key(key);
                Err(error)
            }
        }
    }

    /// Marks the field at `index` as read.
    pub(super) fn visit<E: Error>(&mut self, index: usize) -> Result<(), E> {
        if self.seen.has(index) {
            return Err(E::duplicate_field(self.shape.fields[index].wire));
        }
        self.seen.insert(index);
        self.next = index + 1;
        Ok(())
    }
}

/// The map of the entries without a field, if the object has one.
pub(super) fn rest<'a>(
    shape: &Shape,
    parts: &'a mut [&mut dyn Decode],
) -> Option<&'a mut dyn MapSlot> {
    match parts.get_mut(shape.fields.len())?.slot() {
        Slot::Map(rest) => Some(rest),
        _ => None,
    }
}

/// The fields that were read, one bit each. Only objects with more than 64 fields allocate.
#[derive(Default)]
struct Seen {
    first: u64,
    others: Vec<u64>,
}

impl Seen {
    fn has(&self, index: usize) -> bool {
        let word = match index / 64 {
            0 => self.first,
            other => self.others.get(other - 1).copied().unwrap_or(0),
        };
        word & (1 << (index % 64)) != 0
    }

    fn insert(&mut self, index: usize) {
        let word = match index / 64 {
            0 => &mut self.first,
            other => {
                self.others.resize(self.others.len().max(other), 0);
                &mut self.others[other - 1]
            }
        };
        *word |= 1 << (index % 64);
    }
}

enum Key {
    Field(usize),
    Other(String),
    Ignored,
}

/// Finds the field of a key without copying the key.
struct KeySeed {
    shape: &'static Shape,
    start: usize,
    keep: bool,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(match self.shape.find(key, self.start) {
            Some(index) => Key::Field(index),
            None if self.keep => Key::Other(key.to_owned()),
            None => Key::Ignored,
        })
    }
}
