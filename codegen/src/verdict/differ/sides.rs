use std::collections::{BTreeMap, BTreeSet};

use super::super::canonical::Canonical;
use super::super::change::Effect;
use super::super::pair::{Pairs, pair};
use super::super::rules;
use super::super::surface::{Fact, Item, Kind, Surface};

/// Two surfaces and what has become of each item.
pub(in crate::verdict) struct Sides<'a> {
    pub(in crate::verdict) old: &'a [Item],
    pub(in crate::verdict) new: &'a [Item],
    pub(in crate::verdict) pairs: Pairs,
    /// The positions of the old types by name.
    old_types: BTreeMap<&'a str, usize>,
    /// Those of the new ones.
    pub(super) new_types: BTreeMap<&'a str, usize>,
    /// The names of the new features.
    features: BTreeSet<&'a str>,
    before: Canonical,
    after: Canonical,
}

impl<'a> Sides<'a> {
    pub(in crate::verdict) fn of(old: &'a Surface, new: &'a Surface) -> Self {
        let (old, new) = (old.items.as_slice(), new.items.as_slice());
        let pairs = pair(old, new);
        Self {
            old,
            new,
            old_types: types(old),
            new_types: types(new),
            features: features(new),
            before: Canonical::of(old, &pairs.renamed),
            after: Canonical::of(new, &BTreeMap::new()),
            pairs,
        }
    }

    /// Whether two signatures denote the same types.
    pub(super) fn is_same(&self, old: &str, new: &str) -> bool {
        if old == new && self.pairs.renamed.is_empty() && !self.differs_in_aliases(old) {
            return true;
        }
        self.before.apply(old) == self.after.apply(new)
    }

    /// Whether the name of a type denotes the same type on both sides, though it is declared under another name on one.
    pub(super) fn is_still_named(&self, item: &Item) -> bool {
        let has = |types: &BTreeMap<&str, usize>| types.contains_key(item.name.as_str());
        let is_type = item.is_type() && has(&self.old_types) && has(&self.new_types);
        is_type && self.is_same(item.ident(), item.ident())
    }

    fn differs_in_aliases(&self, signature: &str) -> bool {
        self.before.apply(signature) != self.after.apply(signature)
    }

    /// The effect of a changed fact; types are compared as such.
    pub(super) fn fact(&self, fact: Fact, old: Option<&str>, new: Option<&str>) -> Option<Effect> {
        let is_equal = match (old, new) {
            (Some(old), Some(new)) if is_type(fact) => self.is_same(old, new),
            _ => old == new,
        };
        let features = self.feature_names(fact, old);
        let old = features.as_deref().or(old);
        if is_equal || old == new {
            return None;
        }
        if fact == Fact::Target {
            let reason = "The alias has another target.";
            return Some(Effect::breaks(reason));
        }
        rules::effect(fact, old, new)
    }

    /// The features by their new names. Removed features have rows of their own and are ignored.
    fn feature_names(&self, fact: Fact, old: Option<&str>) -> Option<String> {
        if !matches!(fact, Fact::When | Fact::Enables) {
            return None;
        }
        let renamed = |list: &str| {
            let names = list.split(", ");
            let names = names.map(|name| self.feature(name).unwrap_or(name));
            let is_kept = |name: &&str| fact != Fact::When || self.features.contains(name);
            names.filter(is_kept).collect::<Vec<_>>().join(", ")
        };
        let lists: Vec<_> = old?.split(" & ").map(renamed).collect();
        Some(lists.join(" & "))
    }

    /// The new name of the feature of a renamed group.
    fn feature(&self, name: &str) -> Option<&str> {
        let groups = self.old.iter().enumerate();
        let mut groups = groups.filter(|(_, it)| it.kind == Kind::Group);
        let (at, old) = groups.find(|(_, it)| it.fact(Fact::When) == Some(name))?;
        let new = &self.new[self.pairs.of_old[at]?];
        (old.name != new.name).then(|| new.fact(Fact::When))?
    }
}

fn features(items: &[Item]) -> BTreeSet<&str> {
    let features = items.iter().filter(|it| it.kind == Kind::Feature);
    features.map(|it| it.name.as_str()).collect()
}

/// The positions of types by name.
fn types(items: &[Item]) -> BTreeMap<&str, usize> {
    let items = items.iter().enumerate();
    let types = items.filter(|(_, it)| it.is_type());
    types.map(|(at, it)| (it.name.as_str(), at)).collect()
}

/// Whether the value of a fact is a type.
pub(super) fn is_type(fact: Fact) -> bool {
    matches!(
        fact,
        Fact::Result | Fact::Failure | Fact::Sends | Fact::Target
    )
}
