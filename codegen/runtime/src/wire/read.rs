//! The reader, which fills any [`Slot`] from any self-describing format.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::decode::{ListSlot, MapSlot, OptionalSlot, Slot, TextSlot};
use super::error::Trace;
use super::object::Object;
use super::read_entry::{EntrySeed, read_entry};
use super::read_json::read_json;
use super::read_number::{IntegerVisitor, NumberVisitor};
use super::read_object::read_object;

/// Fills `slot`. After an error, `trace` contains the path.
pub(super) fn read<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    deserializer: D,
    trace: &mut Trace,
) -> Result<(), D::Error> {
    // Null is checked first if it has an undocumented meaning (see `read_entry`).
    match slot {
        Slot::Ignored => IgnoredAny::deserialize(deserializer).map(drop),
        Slot::Bool(place) => bool::deserialize(deserializer).map(|value| *place = value),
        Slot::Integer(place) => deserializer.deserialize_any(IntegerVisitor(place)),
        Slot::Number(place) => deserializer.deserialize_any(NumberVisitor(place)),
        Slot::Text(place) => deserializer.deserialize_option(TextVisitor { place, trace }),
        Slot::Optional(place) => deserializer.deserialize_option(OptionalVisitor { place, trace }),
        Slot::Object(object) => deserializer.deserialize_map(ObjectVisitor { object, trace }),
        Slot::Map(place) => deserializer.deserialize_option(MapVisitor { place, trace }),
        Slot::List(place) => deserializer.deserialize_option(ListVisitor { place, trace }),
        Slot::Kind(kind) | Slot::NonNull(kind) => kind.read(deserializer, trace),
        Slot::Json(place) => read_json(deserializer, trace).map(|value| *place = value),
        Slot::Secret(place) => {
            read(place.slot(), deserializer, trace).inspect_err(|_| trace.mark_secret())
        }
        Slot::Boxed(place) => {
            trace.budget.boxed(size_of_val(place))?;
            read(place.slot(), deserializer, trace)
        }
    }
}

/// A slot as a seed for an element, a value or a variant.
pub(super) struct SlotSeed<'s, 't> {
    pub(super) slot: Slot<'s>,
    pub(super) trace: &'t mut Trace,
}

impl<'de> DeserializeSeed<'de> for SlotSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read(self.slot, deserializer, self.trace)
    }
}

struct TextVisitor<'s, 't> {
    place: &'s mut dyn TextSlot,
    trace: &'t Trace,
}

impl<'de> Visitor<'de> for TextVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_str("")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.trace.budget.text(value)?;
        self.place.put(Cow::Borrowed(value));
        Ok(())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        self.trace.budget.text(&value)?;
        self.place.put(Cow::Owned(value));
        Ok(())
    }
}

struct OptionalVisitor<'s, 't> {
    place: &'s mut dyn OptionalSlot,
    trace: &'t mut Trace,
}

impl<'de> Visitor<'de> for OptionalVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.place.clear();
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read(self.place.fill(), deserializer, self.trace)
    }
}

struct ObjectVisitor<'s, 't> {
    object: &'s mut dyn Object,
    trace: &'t mut Trace,
}

impl<'de> Visitor<'de> for ObjectVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", self.object.shape().name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        read_object(self.object, self.trace, &mut |reader| {
            reader.read_entries(&mut map)
        })
    }
}

struct MapVisitor<'s, 't> {
    place: &'s mut dyn MapSlot,
    trace: &'t mut Trace,
}

impl<'de> Visitor<'de> for MapVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut count = 0;
        while let Some(key) = map.next_key::<String>()? {
            self.trace.charge_entry(count, &key, self.place)?;
            count += 1;
            // The copy is needed for the path of an error.
            let seed = EntrySeed {
                slot: self.place.insert(key.clone()),
                trace: self.trace,
            };
            match map.next_value_seed(seed) {
                Ok(true) => {}
                Ok(false) => self.place.remove(&key),
                Err(error) => {
                    self.trace.push_key(&key);
                    return Err(error);
                }
            }
        }
        Ok(())
    }
}

struct ListVisitor<'s, 't> {
    place: &'s mut dyn ListSlot,
    trace: &'t mut Trace,
}

impl<'de> Visitor<'de> for ListVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            let seed = ElementSeed {
                place: self.place,
                trace: self.trace,
                index,
            };
            let element = seq.next_element_seed(seed);
            match element.inspect_err(|_| self.trace.push(index.to_string()))? {
                Some(true) => {}
                Some(false) => self.place.pop(),
                None => break,
            }
        }
        Ok(())
    }
}

/// Appends to the list only if there is an element.
struct ElementSeed<'s, 't> {
    place: &'s mut dyn ListSlot,
    trace: &'t mut Trace,
    index: usize,
}

impl<'de> DeserializeSeed<'de> for ElementSeed<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        self.trace.budget.item(self.index, self.place)?;
        read_entry(self.place.push(), deserializer, self.trace)
    }
}
