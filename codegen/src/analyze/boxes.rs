//! Recursion: which members need a box.

use std::collections::{BTreeMap, BTreeSet};

use super::direction::behind_aliases;
use crate::ir::{Shape, TypeDef, TypeId, TypeRef, TypeTable};

/// For each type in order and each member (property or variant) by position: whether it needs a box, so that no value
/// contains itself.
///
/// Members are gone through in the order of the document, and one is boxed if it would close a circle of those that
/// are not. So each circle has one box, and what operations there are, or what else holds the types of a circle, does
/// not move it.
pub(super) fn find(types: &TypeTable) -> Vec<Vec<bool>> {
    let mut boxed: Vec<Vec<bool>> = types
        .iter()
        .map(|ty| vec![false; members(ty).count()])
        .collect();
    let mut kept = Edges::default();
    let mut owners: Vec<&TypeDef> = types.iter().collect();
    owners.sort_by_key(|ty| &ty.origin);
    for owner in owners {
        for (position, member) in members(owner).enumerate() {
            let Some(held) = held_by_value(types, member) else {
                continue;
            };
            if kept.lead(held, owner.id) {
                boxed[owner.id.index()][position] = true;
            } else {
                kept.0.entry(owner.id).or_default().insert(held);
            }
        }
    }
    boxed
}

fn members(ty: &TypeDef) -> impl Iterator<Item = &TypeRef> {
    let (properties, variants) = match &ty.shape {
        Shape::Struct(object) => (object.properties.as_slice(), &[][..]),
        Shape::Union(union) => (&[][..], union.variants.as_slice()),
        Shape::Enum(_) | Shape::Scalar(_) | Shape::Alias(_) => (&[][..], &[][..]),
    };
    let properties = properties.iter().map(|property| &property.ty);
    properties.chain(variants.iter().map(|variant| &variant.ty))
}

/// The object or union that lies inside the member itself. Lists and maps hold theirs elsewhere.
fn held_by_value(types: &TypeTable, member: &TypeRef) -> Option<TypeId> {
    let id = behind_aliases(types, member)?;
    matches!(types.get(id).shape, Shape::Struct(_) | Shape::Union(_)).then_some(id)
}

/// What holds what by value, without a box.
#[derive(Default)]
struct Edges(BTreeMap<TypeId, BTreeSet<TypeId>>);

impl Edges {
    /// Whether `from` is `to` or holds it at any depth.
    fn lead(&self, from: TypeId, to: TypeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(id) = open.pop() {
            if id == to {
                return true;
            }
            if seen.insert(id) {
                open.extend(self.0.get(&id).into_iter().flatten());
            }
        }
        false
    }
}
