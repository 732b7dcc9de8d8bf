//! Reads unions with a discriminator, whose tag selects the type of the remaining entries.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::budget::Budget;
use super::buffer;
use super::decode::Slot;
use super::error::Trace;
use super::read::read;
use super::read_buffered::{put_buffered, put_tag};
use super::read_json::{JsonSeed, read_json};
use super::read_object::read_object;
use super::union::Union;

pub(super) fn read_union<'de, D: Deserializer<'de>>(
    union: &mut dyn Union,
    deserializer: D,
    trace: &mut Trace,
) -> Result<(), D::Error> {
    deserializer.deserialize_any(UnionVisitor { union, trace })
}

struct UnionVisitor<'u, 't> {
    union: &'u mut dyn Union,
    trace: &'t mut Trace,
}

/// Entries that were read before the variant was known.
type Entries = Vec<(String, Value)>;

impl UnionVisitor<'_, '_> {
    /// Reads the object. The entries in `before` were read before the tag.
    fn read_variant<'de, A: MapAccess<'de>>(
        self,
        tag: String,
        mut before: Entries,
        mark: usize,
        mut map: A,
    ) -> Result<(), A::Error> {
        let key = self.union.shape().tag;
        let buffered = buffer::since(&self.trace.budget, mark);
        let slot = match self.union.select(&tag) {
            Some(Slot::Boxed(place)) => {
                self.trace.budget.boxed(size_of_val(place))?;
                Some(place.slot())
            }
            slot => slot,
        };
        match slot {
            Some(Slot::Object(object)) => read_object(object, self.trace, &mut |reader| {
                put_tag(reader, key, &tag)?;
                if !before.is_empty() {
                    put_buffered(reader, buffered, std::mem::take(&mut before))?;
                }
                reader.read_entries(&mut map)
            }),
            Some(slot) => {
                // A nested union may use the same key as its tag; for any other variant, the tag is not an entry.
                if matches!(slot, Slot::Kind(_)) {
                    before.push((key.to_owned(), Value::String(tag)));
                }
                let mark = buffer::mark(&self.trace.budget);
                let object = read_rest(before, map, self.trace)?;
                let buffered = buffered + buffer::since(&self.trace.budget, mark);
                let outer = buffer::begin(&self.trace.budget, buffered);
                let result = read(slot, object, self.trace);
                buffer::end(&self.trace.budget, outer);
                result.map_err(A::Error::custom)
            }
            None => {
                before.push((key.to_owned(), Value::String(tag)));
                self.union.keep(read_rest(before, map, self.trace)?);
                Ok(())
            }
        }
    }

    fn keep(self, value: impl Into<Value>) {
        self.union.keep(value.into());
    }
}

/// Charges for one more buffered entry.
fn charge_entry<E: Error>(budget: &Budget, count: usize, key: &str) -> Result<(), E> {
    budget.json_text(key.len())?;
    budget.json_entry(count, size_of::<(String, Value)>())
}

fn read_rest<'de, A: MapAccess<'de>>(
    mut entries: Entries,
    mut map: A,
    trace: &Trace,
) -> Result<Value, A::Error> {
    while let Some(key) = map.next_key::<String>()? {
        charge_entry(&trace.budget, entries.len(), &key)?;
        let value = map.next_value_seed(JsonSeed(&trace.budget))?;
        entries.push((key, value));
    }
    Ok(Value::Object(entries.into_iter().collect()))
}

impl<'de> Visitor<'de> for UnionVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", self.union.shape().name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let tag_key = self.union.shape().tag;
        let mark = buffer::mark(&self.trace.budget);
        let mut before = Entries::new();
        while let Some(key) = map.next_key::<String>()? {
            match map.next_value_seed(JsonSeed(&self.trace.budget))? {
                Value::String(tag) if key == tag_key => {
                    return self.read_variant(tag, before, mark, map);
                }
                value => {
                    charge_entry(&self.trace.budget, before.len(), &key)?;
                    before.push((key, value));
                }
            }
        }
        self.keep(Value::Object(before.into_iter().collect()));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        let value = read_json(SeqAccessDeserializer::new(seq), self.trace)?;
        self.keep(value);
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.keep(value);
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.keep(value);
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.keep(value);
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.keep(value);
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.trace.budget.json_text(value.len())?;
        self.keep(value);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.keep(Value::Null);
        Ok(())
    }
}
