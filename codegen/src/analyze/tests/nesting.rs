use super::*;
use crate::ir::Property;

/// A chain of types, each of which contains the next in this way.
fn chain(length: usize, holds: impl Fn(TypeRef) -> Property) -> (Types, Vec<TypeId>) {
    let mut types = Types::default();
    let ids: Vec<_> = (0..length)
        .map(|n| types.add(&format!("T{n:04}"), object(vec![])))
        .collect();
    for pair in ids.windows(2) {
        types.set(pair[0], object(vec![holds(TypeRef::Named(pair[1]))]));
    }
    (types, ids)
}

/// The positions in the chain where it is cut.
fn cuts(types: Types, ids: &[TypeId]) -> Vec<usize> {
    let facts = received(types, ids[0]);
    let is_cut = |id: &TypeId| facts.types[id.index()].held.contains(&Holding::Opaque);
    (0..ids.len()).filter(|at| is_cut(&ids[*at])).collect()
}

#[test]
fn a_chain_is_cut_by_the_depth_of_its_layers() {
    // From the end of 200 types: 80 steps of 1, of 2 (an option), of 5 (and a list), of 12 (a map in an option).
    let (types, ids) = chain(200, |next| required("next", next));
    assert_eq!(cuts(types, &ids), [41, 118]);
    let (types, ids) = chain(100, |next| property("next", next));
    assert_eq!(cuts(types, &ids), [19, 58]);
    let (types, ids) = chain(40, |next| required("next", list(next)));
    assert_eq!(cuts(types, &ids), [6, 22]);
    let (types, ids) = chain(20, |next| property("next", TypeRef::Map(Box::new(next))));
    assert_eq!(cuts(types, &ids), [5, 12]);
}

#[test]
fn a_chain_that_is_short_enough_is_whole() {
    let (types, ids) = chain(41, |next| property("next", next));
    assert!(cuts(types, &ids).is_empty());
}

#[test]
fn a_long_cycle_is_cut_where_it_closes_and_in_between() {
    let (mut types, ids) = chain(60, |next| property("next", next));
    let first = property("next", TypeRef::Named(ids[0]));
    types.set(ids[59], object(vec![first]));
    assert_eq!(cuts(types, &ids), [20, 59]);
}

#[test]
fn a_cycle_of_few_types_keeps_its_ordinary_box() {
    let (mut types, ids) = chain(10, |next| property("next", next));
    let first = property("next", TypeRef::Named(ids[0]));
    types.set(ids[9], object(vec![first]));
    let facts = received(types, ids[0]);
    let held = |at: usize| facts.types[ids[at].index()].held.clone();
    assert_eq!(
        (held(0), held(9)),
        (vec![Holding::Inline], vec![Holding::Boxed])
    );
}

/// The recursion depth of rustc from a type, visiting each type once.
fn depth(facts: &Facts, held: &[Vec<TypeId>], at: usize, seen: &mut BTreeSet<usize>) -> usize {
    let members = held[at].iter().zip(&facts.types[at].held);
    let depths = members.map(|(id, holding)| match holding {
        Holding::Opaque => 0,
        _ if !seen.insert(id.index()) => 0,
        Holding::Inline => 2 + depth(facts, held, id.index(), seen),
        Holding::Boxed => 6 + depth(facts, held, id.index(), seen),
    });
    depths.max().unwrap_or_default()
}

#[test]
fn from_no_type_on_rustc_gets_too_deep() {
    let mut cut = 0;
    for seed in 0..200 {
        let (types, held) = tangle(60, seed);
        let facts = received(types, TypeId::new(0));
        let opaque = facts.types.iter().flat_map(|ty| &ty.held);
        cut += opaque.filter(|held| **held == Holding::Opaque).count();
        for start in 0..held.len() {
            let depth = depth(&facts, &held, start, &mut BTreeSet::from([start]));
            assert!(depth <= 80, "seed {seed}: {depth} from {start}");
        }
    }
    assert!(cut > 0, "nothing was ever too deep");
}
