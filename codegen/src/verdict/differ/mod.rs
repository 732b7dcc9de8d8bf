//! The differences between two surfaces, one for each member.

mod finding;
mod members;
mod operation;
mod sides;
mod structure;

pub(super) use finding::Finding;
pub(super) use sides::Sides;

use self::sides::is_type;
use super::change::Effect;
use super::surface::{Fact, Item, Kind};

impl Sides<'_> {
    /// All differences, in the order of the new surface; what is removed comes last.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut all = Vec::new();
        for (at, new) in self.new.iter().enumerate() {
            match self.pairs.of_new[at] {
                Some(old) => self.changed(&self.old[old], new, &mut all),
                None if self.is_still_named(new) => {}
                None => all.extend(added(new)),
            }
        }
        for (at, old) in self.old.iter().enumerate() {
            if self.pairs.of_old[at].is_none() && !self.is_still_named(old) {
                all.extend(removed(old));
            }
            all.extend(self.narrowed_name(old));
        }
        all
    }

    /// The features that a name of a type needs, if it is declared elsewhere now.
    fn narrowed_name(&self, old: &Item) -> Option<Finding> {
        let at = *self.new_types.get(old.name.as_str())?;
        let new = &self.new[at];
        let is_paired = self.pairs.of_new[at].is_some_and(|it| self.old[it].name == old.name);
        if is_paired || !self.is_still_named(old) {
            return None;
        }
        let (before, after) = (old.fact(Fact::When), new.fact(Fact::When));
        let effect = self.fact(Fact::When, before, after)?;
        let finding = Finding::item("When", old, new, vec![effect]);
        Some(finding.of_fact(Fact::When, before, after))
    }

    fn changed(&self, old: &Item, new: &Item, all: &mut Vec<Finding>) {
        let start = all.len();
        self.renamed(old, new, all);
        if old.kind == new.kind {
            self.facts(old, new, all);
            match new.kind {
                Kind::Struct => structure::differ(self, old, new, all),
                Kind::Operation => operation::differ(self, old, new, all),
                _ => members::differ(self, old, new, all),
            }
        } else {
            let reason = "The type has another form.";
            all.push(Finding::item(
                "kind",
                old,
                new,
                vec![Effect::breaks(reason)],
            ));
        }
        for finding in &mut all[start..] {
            finding.owner.clone_from(&new.name);
        }
    }

    fn renamed(&self, old: &Item, new: &Item, all: &mut Vec<Finding>) {
        if old.name == new.name || self.is_moved_with_group(old, new) || self.is_still_named(old) {
            return;
        }
        let reason = match new.kind {
            Kind::Group => "The tag has another name: its accessor and its operations have moved.",
            Kind::Operation if old.ident() == new.ident() => {
                "The operation is in another group, because it has another tag."
            }
            Kind::Operation => "The operation has another method.",
            _ if old.pointer == new.pointer => "The type has another name.",
            _ => "The schema has another name, and so has the type.",
        };
        all.push(Finding::item(
            "rename",
            old,
            new,
            vec![Effect::breaks(reason)],
        ));
    }

    /// Whether the path differs only because the group has been renamed.
    fn is_moved_with_group(&self, old: &Item, new: &Item) -> bool {
        let split = |item: &Item| {
            let (group, name) = item.name.rsplit_once("::").unwrap_or_default();
            (group.to_owned(), name.to_owned())
        };
        let ((before, name), (after, other)) = (split(old), split(new));
        let group = self.old.iter().position(|it| it.name == before);
        let paired = group.and_then(|at| self.pairs.of_old[at]);
        let paired = paired.filter(|it| self.new[*it].kind == Kind::Group);
        new.kind == Kind::Operation
            && name == other
            && paired.is_some_and(|it| self.new[it].name == after)
    }

    fn facts(&self, old: &Item, new: &Item, all: &mut Vec<Finding>) {
        let keys = old.facts.keys().chain(new.facts.keys());
        let keys: std::collections::BTreeSet<_> = keys.copied().collect();
        for fact in keys.into_iter().filter(|it| *it != Fact::Id) {
            let (before, after) = (old.fact(fact), new.fact(fact));
            if before == after && !is_type(fact) {
                continue;
            }
            if let Some(effect) = self.fact(fact, before, after) {
                let is_told = matches!(fact, Fact::Accessor | Fact::Builder | Fact::Named);
                if is_told && old.name != new.name {
                    continue;
                }
                let key = format!("{fact:?}");
                all.push(Finding::item(&key, old, new, vec![effect]).of_fact(fact, before, after));
            }
        }
        let is_declared = matches!(new.kind, Kind::Integer | Kind::Method | Kind::Server);
        if is_declared && !self.is_same(&rest(old), &rest(new)) {
            let reason = "The declaration has changed.";
            all.push(Finding::item(
                "signature",
                old,
                new,
                vec![Effect::breaks(reason)],
            ));
        }
    }
}

/// The declaration without the name.
fn rest(item: &Item) -> String {
    item.signature.replacen(item.ident(), "_", 1)
}

fn added(new: &Item) -> Option<Finding> {
    let reason = match new.kind {
        Kind::Crate => return None,
        Kind::Operation => "The operation is new.",
        Kind::Group => "The group of operations is new.",
        Kind::Feature => "The feature is new.",
        Kind::Export => "The item of the runtime is included now.",
        Kind::Scheme => "The security scheme is new.",
        _ => "The item is new.",
    };
    Some(Finding::added(new, Effect::adds(reason)))
}

fn removed(old: &Item) -> Option<Finding> {
    let reason = match old.kind {
        Kind::Crate => return None,
        Kind::Operation => "The operation does not exist any more.",
        Kind::Group => "The group of operations does not exist any more.",
        Kind::Feature => "The feature does not exist any more.",
        Kind::Export => "The item of the runtime is not included any more.",
        Kind::Scheme => "The security scheme does not exist any more.",
        _ => "The item does not exist any more.",
    };
    Some(Finding::removed(old, Effect::breaks(reason)))
}
