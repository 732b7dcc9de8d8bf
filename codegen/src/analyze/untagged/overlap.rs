//! Where two variants meet.

use super::{ObjectTest, Test};
use crate::ir::UnionKind;

/// Values that two variants have in common, of which neither is the more specific.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Overlap {
    /// All values of a JSON type.
    All(&'static str),
    /// Values that both list.
    Listed,
    /// The empty array.
    EmptyArray,
    /// Objects that have only what both variants declare.
    CommonKeys,
    /// Objects that have these keys, of which each variant asks for some.
    Keys(Vec<String>),
}

impl Overlap {
    /// Which values, as the subject of a sentence.
    pub(super) fn values(&self) -> String {
        match self {
            Self::All(what) => format!("any {what}"),
            Self::Listed => "a value that both list".to_owned(),
            Self::EmptyArray => "an empty array".to_owned(),
            Self::CommonKeys => {
                "an object without a property that only one of them declares".to_owned()
            }
            Self::Keys(keys) => format!("an object with `{}`", keys.join("` and `")),
        }
    }

    /// What would tell the variants apart.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::All("array") | Self::EmptyArray => {
                "such values stay raw JSON; make one array of both kinds of items"
            }
            Self::All("object") | Self::CommonKeys | Self::Keys(_) => {
                "such values stay raw JSON; add a `discriminator`, or require a property in each variant whose `enum` \
                 has one value"
            }
            Self::All(_) | Self::Listed => {
                "such values stay raw JSON; make one schema of both, or list the values of each in an `enum`"
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

fn excludes(one: &Test, other: &Test) -> bool {
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

/// Whether a key that one of the objects has to have holds other values in each.
fn exclude(one: &ObjectTest, other: &ObjectTest) -> bool {
    one.values.iter().any(|(key, tests)| {
        let is_required = one.keys.contains(key) || other.keys.contains(key);
        let rival = other.values.iter().find(|(name, _)| name == key);
        is_required && rival.is_some_and(|(_, rival)| disjoint(tests, rival))
    })
}

/// Two variants of a union, by position, and where they meet.
pub(super) struct Meeting {
    pub(super) earlier: usize,
    pub(super) later: usize,
    pub(super) at: Overlap,
}

impl Meeting {
    pub(super) fn is_of(&self, variant: usize) -> bool {
        self.earlier == variant || self.later == variant
    }
}

/// Where variants with these tests meet, by the later of the two.
pub(super) fn meetings(variants: &[Vec<Test>], kind: UnionKind) -> Vec<Meeting> {
    let mut meetings = Vec::new();
    for (later, tests) in variants.iter().enumerate() {
        for (earlier, others) in variants[..later].iter().enumerate() {
            if let Some(at) = meeting(others, tests, kind) {
                meetings.push(Meeting { earlier, later, at });
            }
        }
    }
    meetings
}

fn meeting(some: &[Test], others: &[Test], kind: UnionKind) -> Option<Overlap> {
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
        (Test::List(_), Test::List(_)) => Some(Overlap::EmptyArray),
        (Test::Object(one), Test::Object(other)) => objects(one, other, kind),
        // The one is the more specific.
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
        (true, true) => Some(Overlap::CommonKeys),
        (false, false) if kind == UnionKind::AnyOf => {
            let mut keys = one.keys.clone();
            keys.extend(
                other
                    .keys
                    .iter()
                    .filter(|key| !one.keys.contains(key))
                    .cloned(),
            );
            Some(Overlap::Keys(keys))
        }
        // A value that is both is none of a `oneOf`.
        _ => None,
    }
}

/// Whether the one asks for all that the other asks for.
fn implies(one: &ObjectTest, other: &ObjectTest) -> bool {
    let asks = |(key, tests): &(String, Vec<Test>)| {
        let own = one.values.iter().find(|(name, _)| name == key);
        own.is_some_and(|(_, own)| own.iter().all(|test| tests.contains(test)))
    };
    other.keys.iter().all(|key| one.keys.contains(key)) && other.values.iter().all(asks)
}
