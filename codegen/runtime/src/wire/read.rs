//! The one reader: fills any [`Slot`] from any self-describing format.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::Value;

use super::decode::{IntegerSlot, ListSlot, MapSlot, NumberSlot, OptionalSlot, Slot, TextSlot};
use super::error::Trace;
use super::object::Object;
use super::read_decimal;
use super::read_object::read_object;
use super::read_union::UnionVisitor;
use super::untagged::{Untagged, choose};

/// Fills `slot`; when that fails, `trace` holds the path to the place.
pub(super) fn read<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    deserializer: D,
    trace: &mut Trace,
) -> Result<(), D::Error> {
    // A hint for each kind, as `serde_json` hands out numbers as maps without one when its feature
    // `arbitrary_precision` is on anywhere in the build.
    match slot {
        Slot::Ignored => IgnoredAny::deserialize(deserializer).map(drop),
        Slot::Bool(place) => bool::deserialize(deserializer).map(|value| *place = value),
        Slot::Integer(place) => deserializer.deserialize_i64(IntegerVisitor(place)),
        Slot::Number(place) => deserializer.deserialize_f64(NumberVisitor(place)),
        Slot::Decimal(place) => read_decimal::read(place, deserializer),
        Slot::Text(place) => deserializer.deserialize_str(TextVisitor(place)),
        Slot::Optional(place) => deserializer.deserialize_option(OptionalVisitor { place, trace }),
        Slot::Object(object) => deserializer.deserialize_map(ObjectVisitor { object, trace }),
        Slot::Map(place) => deserializer.deserialize_map(MapVisitor { place, trace }),
        Slot::Union(union) => deserializer.deserialize_any(UnionVisitor { union, trace }),
        Slot::Untagged(union) => read_untagged(union, deserializer, trace),
        Slot::List(place) => deserializer.deserialize_seq(ListVisitor { place, trace }),
        Slot::Json(place) => Value::deserialize(deserializer).map(|value| *place = value),
    }
}

/// Reads the whole value before it is known what it is.
fn read_untagged<'de, D: Deserializer<'de>>(
    union: &mut dyn Untagged,
    deserializer: D,
    trace: &mut Trace,
) -> Result<(), D::Error> {
    let value = Value::deserialize(deserializer)?;
    let Some(index) = choose(union, &value) else {
        union.keep(value);
        return Ok(());
    };
    read(union.open(index), value, trace).map_err(D::Error::custom)
}

/// A slot as the seed of an element, a value or a variant.
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

struct IntegerVisitor<'s>(&'s mut dyn IntegerSlot);

impl IntegerVisitor<'_> {
    fn put<E: Error>(self, value: i128, unexpected: Unexpected<'_>) -> Result<(), E> {
        self.0
            .put(value)
            .map_err(|expected| E::invalid_value(unexpected, &expected))
    }
}

impl Visitor<'_> for IntegerVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.put(i128::from(value), Unexpected::Signed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.put(i128::from(value), Unexpected::Unsigned(value))
    }

    /// `1.0` is an integer to JSON Schema.
    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        // 2^63 has an exact double; casts below it keep every digit.
        let whole = value.fract() == 0.0 && value.abs() < 9_223_372_036_854_775_808.0;
        if !whole {
            return Err(E::invalid_type(Unexpected::Float(value), &self));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole and in range, as checked above"
        )]
        let exact = value as i128;
        self.put(exact, Unexpected::Float(value))
    }
}

struct NumberVisitor<'s>(&'s mut dyn NumberSlot);

impl Visitor<'_> for NumberVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a JSON number in a field of double precision"
    )]
    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.visit_f64(value as f64)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a JSON number in a field of double precision"
    )]
    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.0.put(value);
        Ok(())
    }
}

struct TextVisitor<'s>(&'s mut dyn TextSlot);

impl Visitor<'_> for TextVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.0.put(Cow::Borrowed(value));
        Ok(())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        self.0.put(Cow::Owned(value));
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

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            // The copy is for the path of an error.
            let slot = self.place.insert(key.clone());
            let seed = SlotSeed {
                slot,
                trace: self.trace,
            };
            map.next_value_seed(seed)
                .inspect_err(|_| self.trace.push(key))?;
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

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            let seed = ElementSeed {
                place: self.place,
                trace: self.trace,
            };
            let element = seq.next_element_seed(seed);
            let Some(()) = element.inspect_err(|_| self.trace.push(index.to_string()))? else {
                break;
            };
        }
        Ok(())
    }
}

/// Makes room only once there is an element.
struct ElementSeed<'s, 't> {
    place: &'s mut dyn ListSlot,
    trace: &'t mut Trace,
}

impl<'de> DeserializeSeed<'de> for ElementSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read(self.place.push(), deserializer, self.trace)
    }
}
