//! Overlaps of variants.

use super::candidates::Index;
use super::{ObjectTest, Test};
use crate::ir::UnionKind;

/// Values that two equally specific variants have in common.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Overlap {
    /// All values of a JSON type.
    All(&'static str),
    /// Values that both list.
    Listed,
    /// The empty array.
    EmptyArray,
    /// Objects without this key, whose value would select the variant.
    Without(String),
    /// Objects with only properties that both variants declare.
    CommonKeys,
    /// Objects that satisfy the requirements of both variants, such as these keys.
    Keys(Vec<String>),
}

impl Overlap {
    /// The values, as the subject of a sentence.
    pub(super) fn values(&self) -> String {
        match self {
            Self::All(what) => format!("any {what}"),
            Self::Listed => "a value that both list".to_owned(),
            Self::EmptyArray => "an empty array".to_owned(),
            Self::Without(key) => format!("an object without `{key}`"),
            Self::CommonKeys => {
                "an object without a property that only one of them declares".to_owned()
            }
            Self::Keys(keys) => format!("an object with `{}`", keys.join("` and `")),
        }
    }

    /// A change that would separate the variants.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::All("array") | Self::EmptyArray => {
                "make one array of both kinds of items; ambiguous values stay raw JSON"
            }
            Self::Without(_) => {
                "require the property in each variant; ambiguous values stay raw JSON"
            }
            Self::CommonKeys | Self::Keys(_) => {
                "add a `discriminator`, or require a property in each variant whose `enum` has one value; ambiguous \
                 values stay raw JSON"
            }
            Self::All(_) | Self::Listed => {
                "make one schema of both, or list the values of each in an `enum`; ambiguous values stay raw JSON"
            }
        }
    }
}

/// Whether some value is of the JSON type of both.
pub(super) fn same_type(one: &Test, other: &Test) -> bool {
    let is_number = |test: &Test| matches!(test, Test::Integer(_) | Test::Number);
    let is_boolean = |test: &Test| matches!(test, Test::Boolean | Test::Constant(_));
    match (one, other) {
        (Test::Any, _) | (_, Test::Any) => true,
        _ if is_number(one) => is_number(other),
        _ if is_boolean(one) => is_boolean(other),
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// Whether no value passes a test of both.
pub(super) fn disjoint(some: &[Test], others: &[Test]) -> bool {
    let are_disjoint = |one: &Test| others.iter().all(|other| excludes(one, other));
    some.iter().all(are_disjoint)
}

pub(super) fn excludes(one: &Test, other: &Test) -> bool {
    if !same_type(one, other) {
        return true;
    }
    match (one, other) {
        (Test::Constant(one), Test::Constant(other)) => one != other,
        (Test::Integer(some), Test::Integer(others)) => nothing_common(some, others),
        (Test::Text(some), Test::Text(others)) => nothing_common(some, others),
        (Test::Object(one), Test::Object(other)) => exclude(one, other),
        _ => false,
    }
}

fn nothing_common<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    let is_listed = |value: &T| others.contains(value);
    !some.is_empty() && !others.is_empty() && !some.iter().any(is_listed)
}

/// Whether a key that one of the objects requires has different values in both.
pub(super) fn exclude(one: &ObjectTest, other: &ObjectTest) -> bool {
    one.values.iter().any(|(key, tests)| {
        let is_required = one.keys.contains(key) || other.keys.contains(key);
        let rival = other.value(key);
        is_required && rival.is_some_and(|rival| disjoint(tests, rival))
    })
}

/// Whether no value passes a test of both, unless it is null or lacks a key.
pub(super) fn differ(some: &[Test], others: &[Test]) -> bool {
    let is_value = |test: &&Test| **test != Test::Null;
    let differs = |one: &Test| {
        others
            .iter()
            .filter(is_value)
            .all(|other| differs(one, other))
    };
    let mut values = some.iter().filter(is_value);
    some.iter().any(|test| is_value(&test)) && values.all(differs)
}

fn differs(one: &Test, other: &Test) -> bool {
    match (one, other) {
        (Test::Object(one), Test::Object(other)) => telling(one, other).is_some(),
        _ => excludes(one, other),
    }
}

/// A key with different values in two objects.
fn telling<'a>(one: &'a ObjectTest, other: &ObjectTest) -> Option<&'a str> {
    let is_telling = |(key, tests): &&(String, Vec<Test>)| {
        let rival = other.value(key);
        rival.is_some_and(|rival| differ(tests, rival))
    };
    let found = one.values.iter().find(is_telling);
    found.map(|(key, _)| key.as_str())
}

/// The overlaps of a variant.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Overlaps {
    /// The first earlier variant that overlaps, and the overlap.
    pub(super) earlier: Option<(usize, Overlap)>,
    /// Whether there is any overlap.
    pub(super) is_any: bool,
}

/// By variant, the overlaps of variants with these tests.
pub(super) fn overlaps(variants: &[Vec<Test>], kind: UnionKind) -> Vec<Overlaps> {
    let index = Index::new(variants);
    let of_variant = |(place, tests): (usize, &Vec<Test>)| {
        let candidates = match kind {
            UnionKind::AnyOf => index.not_excluded(tests),
            UnionKind::OneOf => index.implied(tests),
        };
        let at = |earlier: usize| overlap(&variants[earlier], tests, kind);
        let earlier = candidates.first_before(place, |earlier| at(earlier).is_some());
        let meets = |later: usize| overlap(tests, &variants[later], kind).is_some();
        Overlaps {
            is_any: earlier.is_some() || candidates.any_behind(place, variants.len(), meets),
            earlier: earlier.and_then(|earlier| Some((earlier, at(earlier)?))),
        }
    };
    variants.iter().enumerate().map(of_variant).collect()
}

pub(super) fn overlap(some: &[Test], others: &[Test], kind: UnionKind) -> Option<Overlap> {
    let of_one = |one| others.iter().find_map(|other| between(one, other, kind));
    some.iter().find_map(of_one)
}

fn between(one: &Test, other: &Test, kind: UnionKind) -> Option<Overlap> {
    if excludes(one, other) {
        return None;
    }
    match (one, other) {
        (Test::Any, Test::Any) => Some(Overlap::All("value")),
        (Test::Null, Test::Null) => Some(Overlap::All("null")),
        (Test::Boolean, Test::Boolean) | (Test::Constant(_), Test::Constant(_)) => {
            Some(Overlap::All("boolean"))
        }
        (Test::Number, Test::Number) => Some(Overlap::All("number")),
        (Test::Integer(some), Test::Integer(others)) => listed(some, others, "whole number"),
        (Test::Text(some), Test::Text(others)) => listed(some, others, "string"),
        (Test::List(some), Test::List(others)) if some == others => Some(Overlap::All("array")),
        (Test::List(some), Test::List(others)) if !some.is_empty() && !others.is_empty() => {
            Some(Overlap::EmptyArray)
        }
        (Test::Object(one), Test::Object(other)) => objects(one, other, kind),
        // One is more specific.
        _ => None,
    }
}

/// A list is more specific than none, and than a longer one.
fn listed<T: PartialEq>(some: &[T], others: &[T], what: &'static str) -> Option<Overlap> {
    let within = |some: &[T], others: &[T]| some.iter().all(|value| others.contains(value));
    match (within(some, others), within(others, some)) {
        (true, true) if some.is_empty() => Some(Overlap::All(what)),
        (true, true) | (false, false) => Some(Overlap::Listed),
        _ => None,
    }
}

fn objects(one: &ObjectTest, other: &ObjectTest, kind: UnionKind) -> Option<Overlap> {
    match (implies(one, other), implies(other, one)) {
        (true, _) if asks_more(one, other) => None,
        (_, true) if asks_more(other, one) => None,
        (false, false) if kind == UnionKind::AnyOf => Some(Overlap::Keys(own_keys(one, other))),
        // A value that matches both is invalid for a `oneOf`.
        (false, false) => None,
        _ => {
            let mut tested = one.values.iter().chain(&other.values).map(|(key, _)| key);
            let telling = telling(one, other).map(str::to_owned);
            let key = telling.or_else(|| tested.next().cloned());
            Some(key.map_or(Overlap::CommonKeys, Overlap::Without))
        }
    }
}

/// Whether one has a requirement for every object that the other does not have.
fn asks_more(one: &ObjectTest, other: &ObjectTest) -> bool {
    one.keys.iter().any(|key| {
        !other.keys.contains(key) || (one.value(key).is_some() && other.value(key).is_none())
    })
}

/// Whether one has all requirements of the other for an object without the key.
fn implies(one: &ObjectTest, other: &ObjectTest) -> bool {
    let asks = |(key, tests): &(String, Vec<Test>)| match one.value(key) {
        Some(own) => differ(own, tests) || own.iter().all(|test| tests.contains(test)),
        None => false,
    };
    other.keys.iter().all(|key| one.keys.contains(key)) && other.values.iter().all(asks)
}

/// A key that only one requires, and one that only the other requires.
fn own_keys(one: &ObjectTest, other: &ObjectTest) -> Vec<String> {
    let first_own = |one: &ObjectTest, other: &ObjectTest| {
        let mut keys = one.keys.iter().chain(one.values.iter().map(|(key, _)| key));
        let is_own = |key: &&String| !other.keys.contains(key) && other.value(key).is_none();
        keys.find(is_own).cloned()
    };
    [first_own(one, other), first_own(other, one)]
        .into_iter()
        .flatten()
        .collect()
}
