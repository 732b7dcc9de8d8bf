//! Reads numbers, including numbers in strings.

use std::fmt;

use serde::de::{Error, MapAccess, Unexpected, Visitor};

use super::decode::{IntegerSlot, NumberSlot};
use super::number::{is_number, number_text};

pub(super) struct IntegerVisitor<'s>(pub(super) &'s mut dyn IntegerSlot);

impl IntegerVisitor<'_> {
    fn put<E: Error>(self, value: i128, unexpected: Unexpected<'_>) -> Result<(), E> {
        self.0
            .put(value)
            .map_err(|expected| E::invalid_value(unexpected, &expected))
    }
}

impl<'de> Visitor<'de> for IntegerVisitor<'_> {
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

    /// `1.0` is an integer in JSON Schema.
    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        // 2^63 is an exact double; casts of smaller numbers are exact.
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

    /// Some servers send large integers as strings, since many readers round them.
    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        if let Ok(whole) = value.parse::<i128>() {
            return self.put(whole, Unexpected::Str(value));
        }
        match float(value) {
            Some(number) => self.visit_f64(number),
            None => Err(E::invalid_type(Unexpected::Str(value), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match number_text(map)? {
            Some(text) => self.visit_str(&text),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

pub(super) struct NumberVisitor<'s>(pub(super) &'s mut dyn NumberSlot);

impl<'de> Visitor<'de> for NumberVisitor<'_> {
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

    /// Some servers send numbers as strings, and `NaN` and infinities, which JSON does not have.
    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        let named = match value {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            _ => float(value),
        };
        match named {
            Some(number) => self.visit_f64(number),
            None => Err(E::invalid_type(Unexpected::Str(value), &self)),
        }
    }

    /// JSON writers encode `NaN` as null.
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_f64(f64::NAN)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match number_text(map)? {
            Some(text) => self.visit_str(&text),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

fn float(text: &str) -> Option<f64> {
    is_number(text).then(|| text.parse().ok()).flatten()
}
