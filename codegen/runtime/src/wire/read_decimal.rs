//! Reads decimal numbers with all their digits.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};

use super::budget::Budget;
use super::decode::TextSlot;
use super::error::Trace;
use super::number::{is_number, number_text};

/// The name that requests the text of a value from `serde_json` (its feature `raw_value`). Other formats treat it as
/// the name of a type and return a number.
const RAW: &str = "$serde_json::private::RawValue";

pub(super) fn read_decimal<'de, D: Deserializer<'de>>(
    place: &mut dyn TextSlot,
    deserializer: D,
    trace: &Trace,
) -> Result<(), D::Error> {
    let budget = &trace.budget;
    deserializer.deserialize_newtype_struct(RAW, DecimalVisitor { place, budget })
}

struct DecimalVisitor<'s, 't> {
    place: &'s mut dyn TextSlot,
    budget: &'t Budget,
}

impl DecimalVisitor<'_, '_> {
    fn put<E: Error>(self, digits: Cow<'_, str>) -> Result<(), E> {
        self.budget.text(&digits)?;
        self.place.put(digits);
        Ok(())
    }

    /// Accepts the JSON text of a number, or of a string that contains one.
    fn put_json<E: Error>(self, json: &str) -> Result<(), E> {
        let json = json.trim();
        if is_number(json) {
            return self.put(Cow::Borrowed(json));
        }
        match serde_json::from_str::<String>(json) {
            Ok(text) => self.visit_str(&text),
            Err(_) => Err(E::invalid_type(Unexpected::Other("something else"), &self)),
        }
    }
}

impl<'de> Visitor<'de> for DecimalVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match number_text(map)? {
            Some(json) => self.put_json(&json),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.put(value.to_string().into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.put(value.to_string().into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        match serde_json::Number::from_f64(value) {
            Some(number) => self.visit_str(&number.to_string()),
            None => Err(E::invalid_value(Unexpected::Float(value), &self)),
        }
    }

    /// Some servers send such numbers as strings, to prevent rounding.
    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        if !is_number(value) {
            return Err(E::invalid_value(Unexpected::Other("a string"), &self));
        }
        self.put(Cow::Borrowed(value))
    }
}
