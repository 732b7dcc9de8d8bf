//! The groups of operations that need a type. Without these groups, the client omits it.

use std::collections::{BTreeMap, BTreeSet};

use super::direction::{named, roots, uses};
use super::{Availability, Features, Home, OperationFacts};
use crate::ir::{Api, Direction, TagId, TypeId, TypeRef, TypeTable};

/// A type that more groups need is unconditional: nobody reads a longer list, and there is hardly
/// a client without any of them.
const GROUPS: usize = 4;

/// By type: the groups that need it, each as the first tag of its feature. Types in one file are needed together.
pub(super) fn availability(
    api: &Api,
    operations: &[OperationFacts],
    features: &Features,
    error: Option<TypeId>,
    homes: &[Home],
) -> Vec<Availability> {
    let mut users = Users::new(&api.types);
    for (operation, facts) in api.operations.iter().zip(operations) {
        let is_given = |parameter| facts.tag_parameter == Some(parameter);
        for (way, ty) in roots(operation, is_given) {
            users.follow(ty, way, features.first(operation.tag));
        }
    }
    // The shared error and webhooks do not depend on an operation.
    let error = error.map(TypeRef::Named);
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.ty);
    let shared: Vec<_> = webhooks.chain(&error).collect();
    let firsts: BTreeSet<_> = api.tag_ids().map(|tag| features.first(tag)).collect();
    for first in firsts {
        for ty in &shared {
            users.follow(ty, Direction::Response, first);
        }
    }
    let users = together(&api.types, homes, users.of_types());
    let all = features.count(api.tags.len());
    let availability = |home: &Home| Availability::of(&users[home], all);
    homes.iter().map(availability).collect()
}

/// Adds a group. More than the limit make no difference, which bounds the time for types that all groups need.
fn add(groups: &mut BTreeSet<TagId>, group: TagId) -> bool {
    groups.len() <= GROUPS && groups.insert(group)
}

/// The groups that need a type, by type and direction.
struct Users<'t> {
    types: &'t TypeTable,
    sent: Vec<BTreeSet<TagId>>,
    received: Vec<BTreeSet<TagId>>,
}

impl<'t> Users<'t> {
    fn new(types: &'t TypeTable) -> Self {
        let none = vec![BTreeSet::new(); types.len()];
        Self {
            types,
            sent: none.clone(),
            received: none,
        }
    }

    fn follow(&mut self, root: &TypeRef, way: Direction, group: TagId) {
        let groups = match way {
            Direction::Request => &mut self.sent,
            Direction::Response => &mut self.received,
        };
        let mut open = named(root);
        while let Some(id) = open.pop() {
            if add(&mut groups[id.index()], group) {
                open.extend(uses(&self.types.get(id).shape, way).flat_map(named));
            }
        }
    }

    fn of_types(self) -> Vec<BTreeSet<TagId>> {
        let pairs = self.sent.into_iter().zip(self.received);
        pairs.map(|(sent, received)| &sent | &received).collect()
    }
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
            for group in &needed {
                add(known, *group);
            }
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
