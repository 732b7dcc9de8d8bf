//! Merges equal inline types with the same key into one type with aliases.
//!
//! A document repeats the values of an enum at each use, and the lists diverge over time. Each use therefore
//! has its own name, independent of the others. As long as two are equal, a value of one response is accepted
//! by the next call: the first use has the type, and the others have aliases.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::ir::{Enum, NameHint, Role, Scalar, Shape, TypeDef, TypeId, TypeRef, TypeTable};

/// Replaces an inline scalar or enum by an alias of an earlier one, or of a component, with the same key and shape.
pub(super) fn merge(types: &mut TypeTable) {
    let tags = tags(types);
    let mut firsts = IndexMap::<(&str, Value<'_>), TypeId>::new();
    let mut duplicates = Vec::new();
    let components = types.iter().filter(|ty| is_component(ty));
    for ty in components.chain(types.iter().filter(|ty| !is_component(ty))) {
        let (Some(key), Some(value)) = (key(ty), value(ty)) else {
            continue;
        };
        let first = *firsts.entry((key, value)).or_insert(ty.id);
        if first != ty.id && !is_component(ty) && !tags.contains(&ty.id) {
            duplicates.push((ty.id, first));
        }
    }
    for (duplicate, first) in duplicates {
        types.get_mut(duplicate).shape = Shape::Alias(TypeRef::Named(first));
    }
}

fn is_component(ty: &TypeDef) -> bool {
    matches!(ty.hint, NameHint::Component(_))
}

/// The content of a scalar or an enum, for comparison.
#[derive(PartialEq, Eq, Hash)]
enum Value<'t> {
    Scalar(&'t Scalar),
    Enum(&'t Enum),
}

fn value(ty: &TypeDef) -> Option<Value<'_>> {
    match &ty.shape {
        Shape::Scalar(scalar) => Some(Value::Scalar(scalar)),
        Shape::Enum(values) => Some(Value::Enum(values)),
        _ => None,
    }
}

/// The key of a type.
fn key(ty: &TypeDef) -> Option<&str> {
    match &ty.hint {
        NameHint::Component(key) => Some(key),
        NameHint::Nested { role, .. } => match role {
            Role::Property(name) | Role::Parameter(name) | Role::Header(name) => Some(name),
            _ => None,
        },
    }
}

/// The enums of discriminators of unions.
fn tags(types: &TypeTable) -> BTreeSet<TypeId> {
    let discriminators = types.iter().filter_map(|ty| match &ty.shape {
        Shape::Union(union) => union.variants.discriminator(),
        _ => None,
    });
    discriminators.filter_map(|it| it.values).collect()
}
