//! The groups of operations that need a type. Without these groups, the client omits it.

use std::collections::{BTreeMap, BTreeSet};

use super::direction::{Directions, named, uses};
use super::{Availability, Home, OperationFacts};
use crate::ir::{Api, Direction, TagId, TypeId, TypeRef, TypeTable};

/// A type that more groups need is unconditional: nobody reads a longer list, and there is hardly
/// a client without any of them.
const GROUPS: usize = 4;

/// By type: the groups that need it. Types in one file are needed together.
pub(super) fn availability(
    api: &Api,
    operations: &[OperationFacts],
    error: Option<TypeId>,
    homes: &[Home],
) -> Vec<Availability> {
    let mut users = vec![BTreeSet::new(); api.types.len()];
    let mut groups = vec![Directions::default(); api.tags.len()];
    for (operation, facts) in api.operations.iter().zip(operations) {
        let is_given = |parameter| facts.tag_parameter == Some(parameter);
        groups[operation.tag.index()].operation(&api.types, operation, is_given);
    }
    for (tag, needed) in api.tag_ids().zip(&groups) {
        for id in needed.types() {
            users[id.index()].insert(tag);
        }
    }
    // The shared error does not depend on the operation.
    let mut always = Directions::default();
    if let Some(error) = error {
        let error = TypeRef::Named(error);
        always.follow(&api.types, &error, Direction::Response);
    }
    for id in always.types() {
        users[id.index()].extend(api.tag_ids());
    }
    let users = together(&api.types, homes, users);
    let availability = |home: &Home| Availability::of(&users[home], api.tags.len());
    homes.iter().map(availability).collect()
}

/// The groups that need a type of each file, and therefore all its types and those that they mention.
fn together<'a>(
    types: &TypeTable,
    homes: &'a [Home],
    users: Vec<BTreeSet<TagId>>,
) -> BTreeMap<&'a Home, BTreeSet<TagId>> {
    let mut groups = BTreeMap::<_, BTreeSet<TagId>>::new();
    let mut mentioned = BTreeMap::<_, BTreeSet<&Home>>::new();
    for ((ty, home), users) in types.iter().zip(homes).zip(users) {
        groups.entry(home).or_default().extend(users);
        let ids = uses(&ty.shape, Direction::Response).flat_map(named);
        let others = ids.map(|id| &homes[id.index()]);
        mentioned.entry(home).or_default().extend(others);
    }
    let mut open: Vec<&Home> = groups.keys().copied().collect();
    while let Some(home) = open.pop() {
        let needed = groups[home].clone();
        for other in &mentioned[home] {
            let known = groups.entry(other).or_default();
            let before = known.len();
            known.extend(&needed);
            if known.len() > before {
                open.push(other);
            }
        }
    }
    groups
}

impl Availability {
    /// The availability of a part that these groups need, given the number of groups.
    fn of(groups: &BTreeSet<TagId>, all: usize) -> Self {
        if groups.len() < all && (1..=GROUPS).contains(&groups.len()) {
            Self::With(groups.clone())
        } else {
            Self::Always
        }
    }

    /// The availability of a part that any of these parts needs.
    pub(crate) fn any<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        let mut groups = BTreeSet::new();
        for availability in all {
            match availability {
                Self::Always => return Self::Always,
                Self::With(some) => groups.extend(some),
            }
        }
        Self::With(groups)
    }
}
