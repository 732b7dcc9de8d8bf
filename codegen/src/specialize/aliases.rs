//! Recursive aliases (such as a list of itself), and unions that are their own variants.

use std::collections::BTreeSet;

use crate::analyze::direction::named;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::{Shape, TypeId, TypeRef, TypeTable};

/// The maximum depth of unions as variants of unions.
const DEPTH: usize = 64;

/// Replaces an alias that closes a cycle of aliases by raw JSON, because Rust does not allow such types.
pub(super) fn open_cycles(types: &mut TypeTable, sink: &mut Sink) {
    let mut done = BTreeSet::new();
    for id in types.iter().map(|ty| ty.id).collect::<Vec<_>>() {
        for last in closing(types, id, &mut done) {
            open(types, last, sink);
        }
    }
}

/// The aliases that lead back to one on the way from `start` to them.
fn closing(types: &TypeTable, start: TypeId, done: &mut BTreeSet<TypeId>) -> BTreeSet<TypeId> {
    let mut closing = BTreeSet::new();
    let mut way = vec![(start, targets(types, start, done))];
    let mut on_way = BTreeSet::from([start]);
    // A finished alias has been resolved completely.
    while let Some((id, left)) = way.last_mut() {
        let id = *id;
        match left.pop() {
            Some(next) if !on_way.insert(next) => {
                closing.insert(id);
            }
            Some(next) => {
                let targets = targets(types, next, done);
                way.push((next, targets));
            }
            None => {
                on_way.remove(&id);
                way.pop();
            }
        }
    }
    closing
}

/// The target of an alias, unless it is finished.
fn targets(types: &TypeTable, id: TypeId, done: &mut BTreeSet<TypeId>) -> Vec<TypeId> {
    match &types.get(id).shape {
        Shape::Alias(target) if done.insert(id) => named(target),
        _ => Vec::new(),
    }
}

fn open(types: &mut TypeTable, id: TypeId, sink: &mut Sink) {
    let alias = types.get_mut(id);
    if let Shape::Alias(target) = &mut alias.shape {
        replace(target);
        let message =
            "the type contains itself without an object between; falling back to raw JSON";
        let help = "make the value a property of an object";
        sink.report(
            Diagnostic::warning(Code::UnsupportedSchema, &alias.origin, message).help(help),
        );
    }
}

/// Replaces a variant that is a union with its own union as a variant by raw JSON, because dispatch would not
/// terminate.
pub(super) fn open_unions(types: &mut TypeTable, sink: &mut Sink) {
    let mut done = BTreeSet::new();
    for id in types.iter().map(|ty| ty.id).collect::<Vec<_>>() {
        open_union(types, id, &mut Vec::new(), &mut done, sink);
    }
}

/// Goes from a union to the unions that are its variants; `way` holds those on the way to it.
fn open_union(
    types: &mut TypeTable,
    id: TypeId,
    way: &mut Vec<TypeId>,
    done: &mut BTreeSet<TypeId>,
    sink: &mut Sink,
) {
    if way.len() >= DEPTH || !done.insert(id) {
        return;
    }
    way.push(id);
    for (index, held) in held_unions(types, id).into_iter().enumerate() {
        let Some(held) = held else {
            continue;
        };
        if way.contains(&held) || way.len() == DEPTH {
            open_variant(types, id, index, sink);
        } else {
            open_union(types, held, way, done, sink);
        }
    }
    way.pop();
}

/// By variant, its union, if it is one.
fn held_unions(types: &TypeTable, id: TypeId) -> Vec<Option<TypeId>> {
    let Shape::Union(union) = &types.get(id).shape else {
        return Vec::new();
    };
    let is_union = |id: &TypeId| matches!(types.get(*id).shape, Shape::Union(_));
    let variants = union.variants.iter();
    variants
        .map(|variant| types.resolve_id(&variant.ty).filter(is_union))
        .collect()
}

fn open_variant(types: &mut TypeTable, id: TypeId, index: usize, sink: &mut Sink) {
    if let Shape::Union(union) = &mut types.get_mut(id).shape
        && let Some(variant) = union.variants.iter_mut().nth(index)
    {
        variant.ty = TypeRef::Any;
        let message = "the variant is a union that contains this union; falling back to raw JSON";
        let help = "list the variants of both in one union";
        sink.report(
            Diagnostic::warning(Code::UnsupportedSchema, &variant.origin, message).help(help),
        );
    }
}

fn replace(ty: &mut TypeRef) {
    match ty {
        TypeRef::Named(_) => *ty = TypeRef::Any,
        wrapper => wrapper.parts_mut().iter_mut().for_each(replace),
    }
}
