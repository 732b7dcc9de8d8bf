//! Strings and numbers with rules that stand inline.
//!
//! A rule guards what a caller makes. A document repeats its rules wherever a value stands, and were each place a type,
//! the identifier that one call gives would not fit the next call that takes it.

use std::collections::BTreeMap;

use super::uses;
use crate::analyze::direction::{Direction, Directions};
use crate::ir::{
    Api, Docs, NameHint, Primitive, Role, Scalar, Shape, StringFormat, TypeDef, TypeId, TypeRef,
    TypeTable,
};

/// Lets go of rules that guard nothing: what is only ever received is a plain string or number.
pub(super) fn open(api: &mut Api) {
    let travels = Directions::of(api, |_, _| false);
    let open: BTreeMap<TypeId, TypeRef> = api
        .types
        .iter()
        .filter(|ty| matches!(ty.hint, NameHint::Nested { .. }))
        .filter(|ty| !travels.contains(ty.id, Direction::Request))
        .filter_map(|ty| Some((ty.id, plain(&ty.shape)?)))
        .collect();
    uses::replace(api, &|id| open.get(&id).cloned());
}

/// The type without its rules. A secret keeps its type, which is what redacts it.
fn plain(shape: &Shape) -> Option<TypeRef> {
    let primitive = match shape {
        Shape::Scalar(Scalar::Text(_, StringFormat::Password)) => return None,
        Shape::Scalar(Scalar::Text(_, format)) => Primitive::String(*format),
        Shape::Scalar(Scalar::Integer(_, width)) => Primitive::Integer(*width),
        _ => return None,
    };
    Some(TypeRef::Primitive(primitive))
}

/// Makes one type of all that have one name and the same rules, and calls it by that name alone. A component of that
/// name and those rules is the type. Where one name has several rules, each goes by where it stands.
pub(super) fn share(api: &mut Api) {
    let mut shared = BTreeMap::new();
    for (name, ids) in by_name(&api.types) {
        let Some((&first, others)) = ids.split_first() else {
            continue;
        };
        let shape = &api.types.get(first).shape;
        if others.iter().any(|id| api.types.get(*id).shape != *shape) {
            continue;
        }
        let target = match component(&api.types, &name) {
            None => {
                merge(&mut api.types, &name, &ids);
                first
            }
            Some(component) if component.shape == *shape => component.id,
            Some(_) => continue,
        };
        shared.extend(ids.into_iter().map(|id| (id, TypeRef::Named(target))));
    }
    uses::replace(api, &|id| shared.get(&id).cloned());
}

/// Inline strings and numbers with rules, by the name that the document has for their values.
fn by_name(types: &TypeTable) -> BTreeMap<String, Vec<TypeId>> {
    let mut ids: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for ty in types
        .iter()
        .filter(|ty| matches!(ty.shape, Shape::Scalar(_)))
    {
        if let Some(name) = name(ty) {
            ids.entry(name.to_owned()).or_default().push(ty.id);
        }
    }
    ids
}

/// The property, parameter or header that an inline type is the value of.
fn name(ty: &TypeDef) -> Option<&str> {
    match &ty.hint {
        // What the document names by itself is a type of its own.
        _ if ty.given.is_some() => None,
        NameHint::Nested {
            role: Role::Property(name) | Role::Parameter(name) | Role::Header(name),
            ..
        } => Some(name),
        _ => None,
    }
}

/// The component of that name, as Rust will have it.
fn component<'t>(types: &'t TypeTable, name: &str) -> Option<&'t TypeDef> {
    types.iter().find(|ty| match &ty.hint {
        NameHint::Component(key) => key.eq_ignore_ascii_case(name),
        _ => false,
    })
}

/// Lets the first type stand for all. What the document says about one of them need not hold for the others.
fn merge(types: &mut TypeTable, name: &str, ids: &[TypeId]) {
    let all: Vec<TypeDef> = ids.iter().map(|id| types.get(*id).clone()).collect();
    let Some(first) = ids.first() else {
        return;
    };
    let merged = types.get_mut(*first);
    merged.hint = NameHint::Value(name.to_owned());
    merged.example = all.iter().find_map(|ty| ty.example.clone());
    merged.deprecated = all.iter().all(|ty| ty.deprecated);
    if all.iter().any(|ty| ty.docs != merged.docs) {
        merged.docs = Docs::default();
    }
}
