//! Inline strings and numbers with rules that are only received.
//!
//! Rules validate values of callers. A received value needs no type of its own.

use std::collections::BTreeMap;

use super::uses;
use crate::analyze::direction::Directions;
use crate::ir::{Api, Direction, NameHint, Primitive, Scalar, Shape, TypeId, TypeRef};

/// Removes rules of types that are only received.
pub(super) fn open(api: &mut Api) {
    let travels = Directions::of(api, |_, _| false);
    let open: BTreeMap<TypeId, TypeRef> = api
        .types
        .iter()
        .filter(|ty| matches!(ty.hint, NameHint::Nested { .. }) && ty.given.is_none())
        .filter(|ty| !travels.contains(ty.id, Direction::Request))
        .filter_map(|ty| Some((ty.id, plain(&ty.shape)?)))
        .collect();
    uses::replace(api, &|id| open.get(&id).cloned());
}

/// The type without its rules.
fn plain(shape: &Shape) -> Option<TypeRef> {
    let primitive = match shape {
        Shape::Scalar(Scalar::Text(_, format)) => Primitive::String(*format),
        Shape::Scalar(Scalar::Integer(_, width)) => Primitive::Integer(*width),
        _ => return None,
    };
    Some(TypeRef::Primitive(primitive))
}
