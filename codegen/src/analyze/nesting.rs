//! The nesting depth of types, and where it must be limited.
//!
//! rustc checks recursively, including lists and boxes, whether a type is `Send`. It
//! gives up at a depth of 128 (E0275, E0320). A crate can raise its own limit, but not that of the crates that use it.
//! If types nest too deeply, some members are held in a box that ends the recursion.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;

use super::boxes::{Graph, closing_edges};
use crate::ir::{AdditionalProperties, Shape, TypeDef, TypeId, TypeRef, TypeTable};

/// The maximum depth of the types of a client, of rustc's 128. The rest is for the futures and programs around them.
const LIMIT: usize = 80;

/// The maximum depth of a cycle without boxes; its other members may take the rest.
const CYCLE: usize = 60;

/// Cycles of more types are not measured, because that takes quadratic time, and are considered too deep.
const MEASURED: usize = 300;

/// The depth that the layers of a type add.
mod cost {
    pub(super) const NAMED: usize = 1;
    /// `Option<_>`
    pub(super) const OPTION: usize = 1;
    /// `Vec<_>`: its buffer, and the marker in it.
    pub(super) const LIST: usize = 4;
    /// `BTreeMap<String, _>`: its root, and the arrays in its nodes.
    pub(super) const MAP: usize = 10;
    /// `Box<_>` around a member: its pointer, and the target.
    pub(super) const BOX: usize = 4;
}

/// An edge of the graph: a type and its member.
type Edge = (TypeId, TypeId);

/// For each type in order and each member by position (and, last, the properties without names): whether it needs a box
/// that the compiler does not look into.
///
/// `boxed` contains the members with an ordinary box.
pub(super) fn find(types: &TypeTable, boxed: &[Vec<bool>]) -> Vec<Vec<bool>> {
    let mut nesting = Nesting::of(types, boxed);
    // In postorder.
    for component in kosaraju_scc(&nesting.graph) {
        nesting.settle(types, &component);
    }
    let cut = &nesting.cut;
    let is_cut = |ty: &TypeDef| {
        let is_cut = |member| {
            let mut held = held(types, member).into_iter();
            held.any(|(id, _)| cut.contains(&(ty.id, id)))
        };
        members(ty, boxed).iter().map(is_cut).collect()
    };
    types.iter().map(is_cut).collect()
}

struct Nesting {
    graph: Graph,
    costs: BTreeMap<Edge, usize>,
    /// The depth of each type that has been decided.
    depths: BTreeMap<TypeId, usize>,
    /// The edges that need a box.
    cut: BTreeSet<Edge>,
}

impl Nesting {
    fn of(types: &TypeTable, boxed: &[Vec<bool>]) -> Self {
        let mut nesting = Self {
            graph: Graph::new(),
            costs: BTreeMap::new(),
            depths: BTreeMap::new(),
            cut: BTreeSet::new(),
        };
        for ty in types {
            nesting.graph.add_node(ty.id);
            for (id, cost) in members(ty, boxed)
                .iter()
                .flat_map(|member| held(types, member))
            {
                nesting.graph.add_edge(ty.id, id, ());
                let known = nesting.costs.entry((ty.id, id)).or_default();
                *known = cost.max(*known);
            }
        }
        nesting
    }

    /// Decides the edges to cut of a cycle, or of a type without a cycle.
    fn settle(&mut self, types: &TypeTable, component: &[TypeId]) {
        let inside: BTreeSet<_> = component.iter().copied().collect();
        let cycle = self.depth_of_cycle(&inside);
        if cycle <= CYCLE {
            self.settle_below(component, &inside, cycle);
        } else {
            self.take_apart(types, &inside);
        }
    }

    /// Keeps a cycle unboxed: only members outside of it can be cut.
    fn settle_below(&mut self, component: &[TypeId], inside: &BTreeSet<TypeId>, cycle: usize) {
        let outside = |(_, held): &Edge| !inside.contains(held);
        let edges: Vec<_> = component
            .iter()
            .flat_map(|id| self.edges(*id))
            .filter(outside)
            .collect();
        let below = edges
            .into_iter()
            .map(|edge| self.cut_from(edge, LIMIT - cycle))
            .max();
        let depth = cycle + below.unwrap_or_default();
        self.depths.extend(component.iter().map(|id| (*id, depth)));
    }

    /// Cuts a cycle where it closes. The rest is a tree, of which every long branch is cut.
    fn take_apart(&mut self, types: &TypeTable, inside: &BTreeSet<TypeId>) {
        let mut cycle = Graph::new();
        let edges: Vec<_> = inside.iter().flat_map(|id| self.edges(*id)).collect();
        for (holder, held) in edges.into_iter().filter(|(_, held)| inside.contains(held)) {
            cycle.add_edge(holder, held, ());
        }
        let (order, closing) = closing_edges(types, &cycle);
        self.cut.extend(closing);
        for id in order {
            let edges: Vec<_> = self.edges(id).collect();
            let below = edges
                .into_iter()
                .map(|edge| self.cut_from(edge, LIMIT))
                .max();
            self.depths.insert(id, below.unwrap_or_default());
        }
    }

    /// The depth behind an edge, which is cut if the depth exceeds `limit`.
    fn cut_from(&mut self, edge: Edge, limit: usize) -> usize {
        let depth = self.costs[&edge] + self.depths.get(&edge.1).copied().unwrap_or_default();
        if depth > limit {
            self.cut.insert(edge);
        }
        if self.cut.contains(&edge) {
            cost::BOX
        } else {
            depth
        }
    }

    fn edges(&self, holder: TypeId) -> impl Iterator<Item = Edge> {
        self.graph.neighbors(holder).map(move |held| (holder, held))
    }

    /// The maximum depth of a cycle, from any of its types.
    fn depth_of_cycle(&self, inside: &BTreeSet<TypeId>) -> usize {
        if inside.len() > MEASURED {
            return usize::MAX;
        }
        let starts = inside.iter().map(|start| self.walk(*start, inside));
        starts.max().unwrap_or_default()
    }

    /// Visits the members in order, as rustc does, and each type once.
    fn walk(&self, start: TypeId, inside: &BTreeSet<TypeId>) -> usize {
        let mut seen = BTreeSet::from([start]);
        let mut deepest = 0;
        let mut path = vec![(0, self.edges(start).collect::<Vec<_>>().into_iter())];
        while let Some((depth, edges)) = path.last_mut() {
            let depth = *depth;
            deepest = depth.max(deepest);
            match edges.next() {
                None => drop(path.pop()),
                Some(edge) if inside.contains(&edge.1) && seen.insert(edge.1) => {
                    let below = self.edges(edge.1).collect::<Vec<_>>().into_iter();
                    path.push((depth + self.costs[&edge], below));
                }
                Some(_) => {}
            }
        }
        deepest
    }
}

/// A member of a type.
struct Member<'a> {
    ty: &'a TypeRef,
    /// The depth that its layers add.
    cost: usize,
}

/// The members of a type by position, and last the values of an object's other properties.
fn members<'a>(ty: &'a TypeDef, boxed: &'a [Vec<bool>]) -> Vec<Member<'a>> {
    let place = |optional: bool, position: usize| {
        let optional = if optional { cost::OPTION } else { 0 };
        let boxed = &boxed[ty.id.index()];
        optional
            + if boxed.get(position) == Some(&true) {
                cost::BOX
            } else {
                0
            }
    };
    match &ty.shape {
        Shape::Struct(object) => {
            let named = object.properties.iter().enumerate();
            let named = named.map(|(position, property)| Member {
                ty: &property.ty,
                cost: place(!property.required, position),
            });
            let rest = match &object.additional {
                AdditionalProperties::Kept(ty) => Some(Member {
                    ty,
                    cost: cost::MAP,
                }),
                AdditionalProperties::Ignored => None,
            };
            named.chain(rest).collect()
        }
        Shape::Union(union) => {
            let variants = union.variants.iter().enumerate();
            let variants = variants.map(|(position, variant)| Member {
                ty: &variant.ty,
                cost: place(false, position),
            });
            variants.collect()
        }
        Shape::Enum(_) | Shape::Scalar(_) | Shape::Alias(_) => Vec::new(),
    }
}

/// The objects and unions that a member contains through lists, tuples, maps and aliases, and the depth that the layers
/// add.
fn held(types: &TypeTable, member: &Member<'_>) -> Vec<(TypeId, usize)> {
    let mut held = Vec::new();
    let mut open = vec![(member.ty, member.cost)];
    let mut seen = BTreeSet::new();
    while let Some((ty, cost)) = open.pop() {
        match ty {
            TypeRef::Named(id) if seen.insert(*id) => match &types.get(*id).shape {
                Shape::Alias(target) => open.push((target, cost)),
                Shape::Struct(_) | Shape::Union(_) => held.push((*id, cost + cost::NAMED)),
                Shape::Enum(_) | Shape::Scalar(_) => {}
            },
            wrapper => {
                let parts = wrapper.parts().iter();
                open.extend(parts.map(|part| (part, cost + layer(wrapper))));
            }
        }
    }
    held
}

/// The depth that a list, a map, a tuple or null adds.
pub(crate) fn layer(ty: &TypeRef) -> usize {
    match ty {
        TypeRef::Nullable(_) => cost::OPTION,
        TypeRef::List(_) => cost::LIST,
        TypeRef::Tuple(_) => cost::NAMED,
        TypeRef::Map(_) => cost::MAP,
        TypeRef::Named(_) | TypeRef::Primitive(_) | TypeRef::Any => 0,
    }
}
