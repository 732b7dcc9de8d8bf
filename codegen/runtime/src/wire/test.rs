//! Tests that select the variant of a union without a discriminator.

use serde_json::{Number, Value};

/// A test that a JSON value of a type passes. It checks only as much as is needed to distinguish the type from others.
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// Any value.
    Any,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// This boolean.
    Constant(bool),
    /// An integer; one of these, unless the list is empty. `1.0` is an integer.
    Integer(&'static [i64]),
    /// A number.
    Number,
    /// A string; one of these, unless the list is empty.
    Text(&'static [&'static str]),
    /// An array; each item passes one of these, unless the list is empty.
    List(&'static [Self]),
    /// An object with these keys. The value of each key in the second list passes one of the tests of the key, unless
    /// the key is missing.
    Object(
        &'static [&'static str],
        &'static [(&'static str, &'static [Self])],
    ),
}

impl Test {
    fn holds(&self, value: &Value) -> bool {
        match (*self, value) {
            (Self::Any, _)
            | (Self::Null, Value::Null)
            | (Self::Boolean, Value::Bool(_))
            | (Self::Number, Value::Number(_)) => true,
            (Self::Constant(constant), Value::Bool(value)) => constant == *value,
            (Self::Integer(listed), Value::Number(number)) => {
                whole(number).is_some_and(|number| allows(listed, &number))
            }
            (Self::Text(listed), Value::String(text)) => allows(listed, &text.as_str()),
            (Self::List(tests), Value::Array(items)) => {
                tests.is_empty() || items.iter().all(|item| passes(tests, item))
            }
            (Self::Object(keys, values), Value::Object(entries)) => {
                let holds = |(key, tests): &(&str, &[Self])| {
                    entries.get(*key).is_none_or(|value| passes(tests, value))
                };
                keys.iter().all(|key| entries.contains_key(*key)) && values.iter().all(holds)
            }
            _ => false,
        }
    }

    /// Whether the test checks the key of an object.
    pub(super) fn names(&self, key: &str) -> bool {
        match self {
            Self::Object(keys, values) => {
                keys.contains(&key) || values.iter().any(|(tested, _)| *tested == key)
            }
            _ => false,
        }
    }

    /// Whether this test checks everything of `value` that `other` checks. The value passes both.
    fn implies(&self, other: &Self, value: &Value) -> bool {
        match (*self, *other) {
            (_, Self::Any) => true,
            (Self::Any, _) | (Self::Boolean, Self::Constant(_)) => false,
            (Self::Integer(some), Self::Integer(others)) => within(some, others),
            (Self::Number, other) => matches!(other, Self::Number),
            (Self::Text(some), Self::Text(others)) => within(some, others),
            (Self::List(some), Self::List(others)) => {
                let mut items = value.as_array().into_iter().flatten();
                others.is_empty()
                    || (!some.is_empty() && items.all(|item| implies(some, others, item)))
            }
            (Self::Object(keys, values), Self::Object(other_keys, other_values)) => {
                let asks = |(key, tests): &(&str, &[Self])| match value.get(*key) {
                    Some(value) => implies(of_key(values, key), tests, value),
                    None => true,
                };
                other_keys.iter().all(|key| keys.contains(key)) && other_values.iter().all(asks)
            }
            _ => true,
        }
    }
}

/// Whether a value passes one of the tests.
pub(super) fn passes(tests: &[Test], value: &Value) -> bool {
    tests.iter().any(|test| test.holds(value))
}

/// Whether one of the tests in `some` checks everything that `others` check. Only tests that the value passes count.
pub(super) fn implies(some: &[Test], others: &[Test], value: &Value) -> bool {
    let mut passed = some.iter().filter(|test| test.holds(value));
    passed.any(|test| {
        let mut others = others.iter().filter(|other| other.holds(value));
        others.all(|other| test.implies(other, value))
    })
}

/// The tests of a key. A key without tests accepts any value.
fn of_key<'a>(values: &[(&str, &'a [Test])], key: &str) -> &'a [Test] {
    let found = values.iter().find(|(tested, _)| *tested == key);
    found.map_or(&[Test::Any], |(_, tests)| tests)
}

fn allows<T: PartialEq>(listed: &[T], value: &T) -> bool {
    listed.is_empty() || listed.contains(value)
}

/// Whether `others` allow everything that `some` allow.
fn within<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    others.is_empty() || (!some.is_empty() && some.iter().all(|value| others.contains(value)))
}

/// The number, if it is an integer. Integers beyond 64 bits are clamped.
fn whole(number: &Number) -> Option<i64> {
    if let Some(value) = number.as_i64() {
        return Some(value);
    }
    if number.is_u64() {
        return Some(i64::MAX);
    }
    let value = number.as_f64()?;
    // 2^63: integer fields do not accept larger numbers that are written as fractions.
    let fits = value.fract() == 0.0 && value.abs() < 9_223_372_036_854_775_808.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and in range, as checked above"
    )]
    fits.then_some(value as i64)
}
