//! Aliases that lead back to themselves: a list of such lists, say.

use std::collections::BTreeSet;

use crate::analyze::direction::named;
use crate::diagnostic::{Code, Sink};
use crate::ir::{Shape, TypeId, TypeRef, TypeTable};

/// Lets raw JSON stand in where an alias would close a circle of aliases: Rust has no name for such a type.
pub(super) fn open_circles(types: &mut TypeTable, sink: &mut Sink) {
    let mut done = BTreeSet::new();
    for id in types.iter().map(|ty| ty.id).collect::<Vec<_>>() {
        if let Some(last) = closing(types, id, &mut done) {
            open(types, last, sink);
        }
    }
}

/// The alias that leads back to one on the way from `start` to it.
fn closing(types: &TypeTable, start: TypeId, done: &mut BTreeSet<TypeId>) -> Option<TypeId> {
    let mut way = BTreeSet::new();
    let mut id = start;
    // An alias that is done has been followed to its end.
    while done.insert(id) {
        way.insert(id);
        let Shape::Alias(target) = &types.get(id).shape else {
            return None;
        };
        let next = named(target)?;
        if way.contains(&next) {
            return Some(id);
        }
        id = next;
    }
    None
}

fn open(types: &mut TypeTable, id: TypeId, sink: &mut Sink) {
    let alias = types.get_mut(id);
    if let Shape::Alias(target) = &mut alias.shape {
        replace(target);
        let message = "the type holds itself, and no object lies in between; raw JSON stands in";
        let help = "make the value a property of an object";
        sink.warn(Code::UnsupportedSchema, &alias.origin, message, help);
    }
}

fn replace(ty: &mut TypeRef) {
    match ty {
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => replace(inner),
        TypeRef::Named(_) => *ty = TypeRef::Any,
        TypeRef::Primitive(_) | TypeRef::Any => {}
    }
}
