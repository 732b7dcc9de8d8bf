//! Which item of the new surface an item of the old one has become.

use std::collections::{BTreeMap, BTreeSet};

use super::canonical::{Canonical, mentioned};
use super::surface::{Fact, Item, Kind};

/// The pairs of two surfaces, by position.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    /// By old item: the new one.
    pub(super) of_old: Vec<Option<usize>>,
    /// By new item: the old one.
    pub(super) of_new: Vec<Option<usize>>,
    /// The new names of types that have been renamed, by old name.
    pub(super) renamed: BTreeMap<String, String>,
}

/// Shapes with at least this share of equal parts can be the same type, if it is used in the same place.
const SIMILAR: f64 = 0.4;

struct Pairing<'a> {
    old: &'a [Item],
    new: &'a [Item],
    pairs: Pairs,
}

pub(super) fn pair(old: &[Item], new: &[Item]) -> Pairs {
    let mut pairing = Pairing {
        old,
        new,
        pairs: Pairs {
            of_old: vec![None; old.len()],
            of_new: vec![None; new.len()],
            renamed: BTreeMap::new(),
        },
    };
    pairing.declared_elsewhere();
    pairing.unchanged();
    pairing.taken();
    pairing.by_name();
    pairing.moved_groups();
    pairing.by_place();
    pairing.operations_by(Fact::Request);
    pairing.operations_by(Fact::Id);
    pairing.by_shape_and_use();
    pairing.pairs
}

/// Whether an item can become another of this kind and remain the same thing.
fn is_family(old: &Item, new: &Item) -> bool {
    old.kind == new.kind || (old.is_type() && new.is_type())
}

impl Pairing<'_> {
    fn join(&mut self, old: usize, new: usize) {
        self.pairs.of_old[old] = Some(new);
        self.pairs.of_new[new] = Some(old);
        let (before, after) = (&self.old[old], &self.new[new]);
        if before.is_type() && before.ident() != after.ident() {
            let names = (before.ident().to_owned(), after.ident().to_owned());
            self.pairs.renamed.insert(names.0, names.1);
        }
    }

    fn old_left(&self) -> Vec<usize> {
        let all = 0..self.old.len();
        all.filter(|at| self.pairs.of_old[*at].is_none()).collect()
    }

    /// The new items that are left, by a key.
    fn new_left<'k>(
        &'k self,
        key: impl Fn(&'k Item) -> Option<&'k str>,
    ) -> BTreeMap<&'k str, Vec<usize>> {
        let mut map: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, item) in self.new.iter().enumerate() {
            if let Some(key) = key(item).filter(|_| self.pairs.of_new[at].is_none()) {
                map.entry(key).or_default().push(at);
            }
        }
        map
    }

    /// Pairs items by a key that one item on each side has.
    fn join_by(
        &mut self,
        is_fit: impl Fn(&Item, &Item) -> bool,
        key: impl Fn(&Item) -> Option<&str>,
    ) {
        let left = self.new_left(&key);
        let mut found = Vec::new();
        for at in self.old_left() {
            let item = &self.old[at];
            let candidates = key(item).and_then(|key| left.get(key));
            let mut candidates = candidates.into_iter().flatten().copied();
            found.extend(
                candidates
                    .find(|it| is_fit(item, &self.new[*it]))
                    .map(|it| (at, it)),
            );
        }
        for (old, new) in found {
            if self.pairs.of_new[new].is_none() {
                self.join(old, new);
            }
        }
    }

    /// Types that are declared under another of their names: equal inline types share a declaration, and the others are
    /// aliases of it.
    fn declared_elsewhere(&mut self) {
        let (old, new) = (Declared::of(self.old), Declared::of(self.new));
        let mut found = Vec::new();
        for name in old.0.keys().filter(|name| new.0.contains_key(*name)) {
            if let (Some(before), Some(after)) = (old.at(name), new.at(name))
                && self.old[before].ident() != self.new[after].ident()
                && similarity(&self.old[before], &self.new[after]) >= SIMILAR
            {
                found.push((before, after));
            }
        }
        for (old, new) in found {
            if self.pairs.of_old[old].is_none() && self.pairs.of_new[new].is_none() {
                self.join(old, new);
            }
        }
    }

    /// Items with the same path and the same place.
    fn unchanged(&mut self) {
        self.join_by(
            |old, new| is_family(old, new) && old.pointer == new.pointer,
            |item| Some(&item.name),
        );
    }

    /// A type that another type takes the name of, and therefore has another name.
    fn taken(&mut self) {
        let names = self.new_left(|item| item.is_type().then_some(&*item.name));
        let places = self.new_left(|item| item.is_type().then_some(&*item.pointer));
        let mut found = Vec::new();
        for at in self.old_left() {
            let item = &self.old[at];
            let by_name = names.get(&*item.name).and_then(|it| it.first());
            let at_place = places.get(&*item.pointer).into_iter().flatten();
            let by_place = at_place.max_by(|a, b| {
                let [a, b] = [a, b].map(|it| similarity(item, &self.new[**it]));
                a.total_cmp(&b)
            });
            if let (Some(other), Some(moved)) = (by_name, by_place)
                && other != moved
                && similarity(item, &self.new[*moved]) > similarity(item, &self.new[*other])
            {
                found.push((at, *moved));
            }
        }
        for (old, new) in found {
            if self.pairs.of_new[new].is_none() {
                self.join(old, new);
            }
        }
    }

    fn by_name(&mut self) {
        self.join_by(is_family, |item| Some(&item.name));
    }

    /// Groups whose operations are mostly at the same places.
    fn moved_groups(&mut self) {
        let operations = |items: &[Item], group: &Item| -> BTreeSet<String> {
            let prefix = format!("{}::", group.name);
            let own = items.iter().filter(|it| it.kind == Kind::Operation);
            own.filter(|it| it.name.starts_with(&prefix))
                .map(|it| it.pointer.clone())
                .collect()
        };
        for at in self.old_left() {
            let before = &self.old[at];
            if before.kind != Kind::Group {
                continue;
            }
            let places = operations(self.old, before);
            let groups = (0..self.new.len()).filter(|it| self.new[*it].kind == Kind::Group);
            let mut groups = groups.filter(|it| self.pairs.of_new[*it].is_none());
            let found = groups.find(|it| {
                let others = operations(self.new, &self.new[*it]);
                2 * places.intersection(&others).count() > places.len().max(others.len())
            });
            if let Some(found) = found {
                self.join(at, found);
            }
        }
    }

    /// Operations and enums of theirs at the same place, and types with the same shape there.
    fn by_place(&mut self) {
        let fits = |old: &Item, new: &Item| {
            let is_known = !old.pointer.is_empty();
            let same = old.kind == new.kind && old.kind != Kind::Crate;
            let is_alike = !old.is_type() || similarity(old, new) >= SIMILAR;
            is_known && same && is_alike
        };
        self.join_by(fits, |item| Some(&item.pointer));
    }

    fn operations_by(&mut self, fact: Fact) {
        self.join_by(
            |old, new| old.kind == new.kind && old.kind == Kind::Operation,
            |item| item.fact(fact),
        );
    }

    /// Types that have another name and another place, but a similar shape and the same uses.
    fn by_shape_and_use(&mut self) {
        while self.renamed_once() {}
    }

    fn renamed_once(&mut self) -> bool {
        let votes = self.votes();
        let mut found = false;
        for at in self.old_left() {
            let item = &self.old[at];
            let Some(candidates) = votes.get(&at) else {
                continue;
            };
            let candidates = candidates.iter();
            let scored =
                candidates.map(|(new, count)| (*new, *count, similarity(item, &self.new[*new])));
            let fit = scored.filter(|(new, _, similarity)| {
                self.pairs.of_new[*new].is_none()
                    && self.new[*new].kind == item.kind
                    && *similarity >= SIMILAR
            });
            let best =
                fit.max_by(|a, b| a.2.total_cmp(&b.2).then(a.1.cmp(&b.1)).then(b.0.cmp(&a.0)));
            if let Some((new, ..)) = best {
                self.join(at, new);
                found = true;
            }
        }
        found
    }

    /// How often a new name is used where an old one was, among the types that are left.
    fn votes(&self) -> BTreeMap<usize, BTreeMap<usize, usize>> {
        let left = |items: &[Item], pairs: &[Option<usize>]| -> BTreeMap<String, usize> {
            let items = items.iter().enumerate();
            let types = items.filter(|(at, it)| it.is_type() && pairs[*at].is_none());
            types.map(|(at, it)| (it.ident().to_owned(), at)).collect()
        };
        let old = left(self.old, &self.pairs.of_old);
        let new = left(self.new, &self.pairs.of_new);
        let mut votes: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
        if old.is_empty() || new.is_empty() {
            return votes;
        }
        let canonical = Canonical::of(&[], &self.pairs.renamed);
        for (at, other) in self.pairs.of_old.iter().enumerate() {
            let Some(other) = other else { continue };
            let before = signatures(&self.old[at]);
            let after = signatures(&self.new[*other]);
            for (key, signature) in &before {
                let Some(changed) = after.get(key).filter(|it| *it != signature) else {
                    continue;
                };
                let signature = canonical.apply(signature);
                let gone = only(&signature, changed, &old);
                let come = only(changed, &signature, &new);
                if let (Some(gone), Some(come)) = (gone, come) {
                    *votes.entry(gone).or_default().entry(come).or_default() += 1;
                }
            }
        }
        votes
    }
}

/// The types of a surface by name, and their positions.
struct Declared<'a>(BTreeMap<&'a str, (usize, &'a Item)>);

impl<'a> Declared<'a> {
    fn of(items: &'a [Item]) -> Self {
        let items = items.iter().enumerate();
        let types = items.filter(|(_, it)| it.is_type());
        Self(types.map(|(at, it)| (it.ident(), (at, it))).collect())
    }

    /// The declaration that a name denotes. `None` if it is an alias of something else.
    fn at(&self, name: &str) -> Option<usize> {
        let (at, item) = *self.0.get(name)?;
        match item.fact(Fact::Target) {
            None => Some(at),
            Some(target) => {
                let (at, item) = *self.0.get(target)?;
                (item.kind != Kind::Alias).then_some(at)
            }
        }
    }
}

/// The only type that a signature mentions and another does not.
fn only(from: &str, to: &str, names: &BTreeMap<String, usize>) -> Option<usize> {
    let others: BTreeSet<&str> = mentioned(to).collect();
    let gone: BTreeSet<_> = mentioned(from)
        .filter(|it| !others.contains(it))
        .filter_map(|it| names.get(it))
        .collect();
    let mut gone = gone.into_iter();
    gone.next().copied().filter(|_| gone.next().is_none())
}

/// The signatures of an item, by a key that survives renaming.
fn signatures(item: &Item) -> BTreeMap<(Kind, &str), &str> {
    let members = item.members.iter();
    let members = members.map(|it| ((it.kind, it.name.as_str()), it.signature.as_str()));
    let facts = [Fact::Result, Fact::Failure, Fact::Target, Fact::Sends];
    let facts = facts
        .into_iter()
        .zip(["result", "failure", "target", "sends"]);
    let facts = facts.filter_map(|(fact, key)| Some(((item.kind, key), item.fact(fact)?)));
    members.chain(facts).collect()
}

/// The share of equal parts of two shapes; none of shapes that different values select.
fn similarity(old: &Item, new: &Item) -> f64 {
    if old.kind != new.kind || has_other_constant(old, new) {
        return 0.0;
    }
    let (before, after) = (parts(old), parts(new));
    if before.is_empty() && after.is_empty() {
        return 1.0;
    }
    let same = before.intersection(&after).count();
    let all = before.len() + after.len() - same;
    let counts = [same, all].map(|it| u32::try_from(it).unwrap_or(u32::MAX));
    f64::from(counts[0]) / f64::from(counts[1])
}

/// Whether the properties that always have the same value, which tell the alternatives of a `oneOf` apart, are all different.
/// The position of an alternative means nothing, so another one can stand at the same place.
fn has_other_constant(old: &Item, new: &Item) -> bool {
    let constants = |item: &Item| -> BTreeMap<String, String> {
        let members = item.members.iter();
        let members = members.filter(|it| it.kind == Kind::Constant);
        members
            .map(|it| (it.name.clone(), it.signature.clone()))
            .collect()
    };
    let (before, after) = (constants(old), constants(new));
    let is_kept = before
        .iter()
        .any(|(name, value)| after.get(name) == Some(value));
    !before.is_empty() && !after.is_empty() && !is_kept
}

/// The parts of a shape. Names of types in signatures do not count, because they may be renamed as well.
fn parts(item: &Item) -> BTreeSet<String> {
    let members = item.members.iter().filter(|it| it.kind != Kind::From);
    let members = members.map(|it| format!("{:?} {}", it.kind, it.name));
    let facts = item.facts.iter();
    let facts = facts.filter(|(fact, _)| !matches!(fact, Fact::When | Fact::Target | Fact::Xml));
    members
        .chain(facts.map(|(fact, value)| format!("{fact:?} {value}")))
        .collect()
}
