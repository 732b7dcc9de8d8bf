//! Discriminators: the owner of the tag.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::direction::{Directions, bodies, named, uses};
use crate::ir::{Access, Api, Direction, Discriminator, Shape, TypeId, TypeRef, TypeTable, Union};

/// Lifts `readOnly` and `writeOnly` from the discriminators of all unions.
pub(super) fn exempt(types: &mut TypeTable) {
    let mut exempt = BTreeSet::new();
    for ty in types.iter() {
        if let (Shape::Union(union), Some(tag)) = (&ty.shape, discriminator(&ty.shape)) {
            let structs = structs_of(types, union).into_iter();
            exempt.extend(structs.map(|id| (id, tag.property.clone())));
        }
    }
    for (id, tag) in exempt {
        if let Shape::Struct(object) = &mut types.get_mut(id).shape {
            for property in object.properties.iter_mut().filter(|p| p.name == tag) {
                property.access = Access::ReadWrite;
            }
        }
    }
}

/// The objects of a union, including those of nested unions.
fn structs_of(types: &TypeTable, union: &Union) -> BTreeSet<TypeId> {
    let mut open: Vec<&TypeRef> = union.variants.iter().map(|variant| &variant.ty).collect();
    let mut seen = BTreeSet::new();
    while let Some(ty) = open.pop() {
        let Some(id) = types.resolve_id(ty).filter(|id| seen.insert(*id)) else {
            continue;
        };
        if let Shape::Union(inner) = &types.get(id).shape {
            open.extend(inner.variants.iter().map(|variant| &variant.ty));
        }
    }
    seen
}

/// Removes the discriminator's property from objects that are only variants of unions with that discriminator.
pub(super) fn strip(api: &mut Api) {
    for (id, holder) in holders(api) {
        let Holder::Unions(tag) = holder else {
            continue;
        };
        if let Shape::Struct(object) = &mut api.types.get_mut(id).shape {
            object.properties.retain(|property| property.name != tag);
        }
    }
}

/// The users of a type.
#[derive(Clone, PartialEq)]
enum Holder {
    /// Only unions with this discriminator.
    Unions(String),
    /// Others as well.
    Others,
}

fn holders(api: &Api) -> BTreeMap<TypeId, Holder> {
    let mut holders = BTreeMap::new();
    let parameters = api.operations.iter().flat_map(|op| &op.parameters);
    let roots = parameters
        .map(|parameter| &parameter.ty)
        .chain(api.operations.iter().flat_map(bodies).map(|(_, ty)| ty));
    for id in roots.flat_map(named) {
        note(&mut holders, id, Holder::Others);
    }
    let live = Directions::of(api, |_, _| false);
    for owner in &api.types {
        for way in Direction::BOTH
            .into_iter()
            .filter(|way| live.contains(owner.id, *way))
        {
            for (id, holder) in held(&owner.shape, way) {
                note(&mut holders, id, holder);
            }
        }
    }
    holders
}

/// The types in a value of `shape`, and their kind of use.
fn held(shape: &Shape, way: Direction) -> impl Iterator<Item = (TypeId, Holder)> {
    let tag = discriminator(shape);
    uses(shape, way).flat_map(move |ty| match (tag, ty) {
        (Some(tag), TypeRef::Named(id)) => vec![(*id, Holder::Unions(tag.property.clone()))],
        _ => named(ty)
            .into_iter()
            .map(|id| (id, Holder::Others))
            .collect(),
    })
}

fn note(holders: &mut BTreeMap<TypeId, Holder>, id: TypeId, holder: Holder) {
    let merged = match holders.remove(&id) {
        Some(known) if known != holder => Holder::Others,
        _ => holder,
    };
    holders.insert(id, merged);
}

fn discriminator(shape: &Shape) -> Option<&Discriminator> {
    match shape {
        Shape::Union(union) => union.variants.discriminator(),
        _ => None,
    }
}
