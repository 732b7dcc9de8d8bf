//! An `anyOf` of objects of which two are ambiguous: a value may have some of several sets of properties.

use super::variant::UnionSource;
use crate::ir::Literal;
use crate::load::{Schema, keyword};
use crate::lower::schemas::{Composed, Form, Schemas};

/// The properties of all `members`, if they are objects and two of them are ambiguous.
pub(super) fn property_sets<'d>(
    schemas: &Schemas<'d>,
    source: &UnionSource<'_, 'd>,
    members: &[Schema<'d>],
) -> Option<Composed<'d>> {
    let mut sets: Vec<Composed<'d>> = Vec::new();
    for member in members {
        let schema = schemas.follow(member)?;
        let is_object = matches!(schemas.form(&schema), Form::Object);
        let is_free = schema.has(keyword::ADDITIONAL_PROPERTIES);
        let set = Composed::of(schemas, &[schema]);
        if !is_object || is_free || !set.unions.is_empty() {
            return None;
        }
        sets.push(set);
    }
    let is_ambiguous = |(index, set): (usize, &Composed<'d>)| {
        let mut others = sets[index + 1..].iter();
        others.any(|other| are_ambiguous(schemas, set, other))
    };
    if !sets.iter().enumerate().any(is_ambiguous) {
        return None;
    }
    let mut parts = vec![source.schema.clone()];
    parts.extend_from_slice(members);
    let mut composed = Composed::of(schemas, &parts);
    let in_all = |name: &&str| sets.iter().all(|set| set.required.contains(name));
    let own = &source.own.required;
    composed
        .required
        .retain(|name| own.contains(name) || in_all(name));
    composed.conflicts.is_empty().then_some(composed)
}

/// Whether no required property distinguishes two objects.
fn are_ambiguous<'d>(schemas: &Schemas<'d>, one: &Composed<'d>, other: &Composed<'d>) -> bool {
    let has = |name: &&str| other.required.contains(name);
    let is_same = one.required.len() == other.required.len() && one.required.iter().all(has);
    let mut names = one.required.iter();
    is_same && !names.any(|name| differs(schemas, one, other, name))
}

/// Whether a property has different values in each of two objects.
fn differs<'d>(
    schemas: &Schemas<'d>,
    one: &Composed<'d>,
    other: &Composed<'d>,
    name: &str,
) -> bool {
    let (Some(one), Some(other)) = (one.properties.get(name), other.properties.get(name)) else {
        return false;
    };
    let kinds = [one, other].map(|part| schemas.kind(&part.schema));
    let constants = [one, other].map(|part| schemas.constant(&part.schema));
    let allowed = [one, other].map(|part| schemas.allowed(&part.schema));
    match (kinds, constants, allowed) {
        ([Some(one), Some(other)], ..) if one != other => true,
        // No test compares fractions.
        (_, [Some(Literal::Bool(one)), Some(Literal::Bool(other))], _) => one != other,
        (.., [Some(one), Some(other)]) => one.is_disjoint(&other),
        _ => false,
    }
}
