//! Recursion: the members that need a box.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;
use petgraph::visit::DfsPostOrder;

use crate::ir::{Shape, TypeDef, TypeId, TypeRef, TypeTable, Variants};

/// The graph of types and their members.
pub(super) type Graph = DiGraphMap<TypeId, ()>;

/// For each type and each member (property or variant): whether it needs a box, so that no value
/// contains itself.
///
/// A cycle is traversed from its first type in the document, and the box is placed where it would close. Other
/// operations and types do not change the place.
pub(super) fn find(types: &TypeTable) -> Vec<Vec<bool>> {
    let mut graph = Graph::new();
    for ty in types {
        graph.add_node(ty.id);
        for held in members(ty).flat_map(|member| held_by_value(types, member)) {
            graph.add_edge(ty.id, held, ());
        }
    }
    let (_, closing) = closing_edges(types, &cycles(&graph));
    let boxed = |ty: &TypeDef| {
        let closes = |member| {
            let mut held = held_by_value(types, member).into_iter();
            held.any(|held| closing.contains(&(ty.id, held)))
        };
        members(ty).map(closes).collect()
    };
    types.iter().map(boxed).collect()
}

/// The types of cycles in postorder, and the back edges of the traversal.
///
/// Each traversal starts from the first type in the document.
pub(super) fn closing_edges(
    types: &TypeTable,
    cycles: &Graph,
) -> (Vec<TypeId>, BTreeSet<(TypeId, TypeId)>) {
    let mut roots: Vec<&TypeDef> = cycles.nodes().map(|id| types.get(id)).collect();
    roots.sort_by_key(|ty| &ty.origin);
    let mut walk = DfsPostOrder::empty(cycles);
    let mut order = Vec::new();
    for root in roots {
        walk.move_to(root.id);
        while let Some(id) = walk.next(cycles) {
            order.push(id);
        }
    }
    let left: BTreeMap<_, _> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    // A type is finished after its members, except those that are still being visited.
    let closing = cycles
        .all_edges()
        .filter(|(holder, held, ())| left[held] >= left[holder]);
    let closing = closing.map(|(holder, held, ())| (holder, held)).collect();
    (order, closing)
}

/// The subgraph of cycles.
fn cycles(graph: &Graph) -> Graph {
    let mut component = BTreeMap::new();
    for (number, ids) in kosaraju_scc(graph).into_iter().enumerate() {
        component.extend(ids.into_iter().map(|id| (id, number)));
    }
    let inside = graph
        .all_edges()
        .filter(|(holder, held, ())| component[holder] == component[held]);
    let mut cycles = Graph::new();
    for id in graph.nodes() {
        cycles.add_node(id);
    }
    cycles.extend(inside.map(|(holder, held, ())| (holder, held)));
    cycles
}

fn members(ty: &TypeDef) -> impl Iterator<Item = &TypeRef> {
    let (properties, variants) = match &ty.shape {
        Shape::Struct(object) => (object.properties.as_slice(), None),
        Shape::Union(union) => (&[][..], Some(&union.variants)),
        Shape::Enum(_) | Shape::Scalar(_) | Shape::Alias(_) => (&[][..], None),
    };
    let properties = properties.iter().map(|property| &property.ty);
    let variants = variants.into_iter().flat_map(Variants::iter);
    properties.chain(variants.map(|variant| &variant.ty))
}

/// The objects and unions that the member contains inline: several in a tuple. Lists and maps are on the heap.
fn held_by_value(types: &TypeTable, member: &TypeRef) -> Vec<TypeId> {
    let mut held = Vec::new();
    let mut open = vec![member];
    let mut seen = BTreeSet::new();
    while let Some(ty) = open.pop() {
        match ty {
            TypeRef::Nullable(_) | TypeRef::Tuple(_) => open.extend(ty.parts()),
            TypeRef::Named(id) if seen.insert(*id) => match &types.get(*id).shape {
                Shape::Struct(_) | Shape::Union(_) => held.push(*id),
                Shape::Alias(target) => open.push(target),
                Shape::Enum(_) | Shape::Scalar(_) => {}
            },
            _ => {}
        }
    }
    held
}
