//! Schemas that have two types, one for requests.

use super::super::canonical::mentioned;
use super::super::change::Effect;
use super::super::differ::Sides;
use super::super::surface::Item;
use super::{Groups, ident};

impl Groups {
    /// A schema that has two types now, one for requests, or one type again.
    pub(super) fn join_splits(&mut self, sides: &Sides<'_>) {
        for at in 0..self.findings.len() {
            let finding = &self.findings[at];
            let (is_split, others) = match finding.rule.as_str() {
                "added" => (true, sides.new),
                "removed" => (false, sides.old),
                _ => continue,
            };
            let at_same = |it: &&Item| it.pointer == finding.pointer && it.name != finding.path;
            let types = others.iter().filter(|it| it.is_type());
            let Some(other) = types.clone().find(at_same) else {
                continue;
            };
            if !types.clone().any(|it| it.name == finding.path) {
                continue;
            }
            let is_paired = if is_split {
                let position = sides.new.iter().position(|it| it.name == other.name);
                position.and_then(|it| sides.pairs.of_new[it])
            } else {
                let position = sides.old.iter().position(|it| it.name == other.name);
                position.and_then(|it| sides.pairs.of_old[it])
            };
            if is_paired.is_some() {
                let other = other.clone();
                self.join_split(at, is_split, &other);
            }
        }
    }

    fn join_split(&mut self, at: usize, is_split: bool, other: &Item) {
        let own = self.findings[at].path.clone();
        let [own_ident, other_ident] = [ident(&own), other.ident()].map(str::to_owned);
        let reason = if is_split {
            format!("The schema has two types now, `{other_ident}` and `{own_ident}`")
        } else {
            format!("The schema has one type instead of `{other_ident}` and `{own_ident}`")
        };
        let split = &mut self.findings[at];
        let both = format!("{other_ident}, {own_ident}");
        let (old, new) = if is_split {
            (other_ident.clone(), both)
        } else {
            (both, other_ident.clone())
        };
        (split.old, split.new) = (Some(old), Some(new));
        "split".clone_into(&mut split.rule);
        split.path.clone_from(&other.name);
        split.effects.insert(0, Effect::breaks(reason));
        let mentions = |text: Option<&str>, name: &str| {
            text.is_some_and(|text| mentioned(text).any(|it| it == name))
        };
        for it in 0..self.findings.len() {
            let finding = &self.findings[it];
            let (from, to) = if is_split {
                (&other_ident, &own_ident)
            } else {
                (&own_ident, &other_ident)
            };
            let is_use =
                mentions(finding.old.as_deref(), from) && mentions(finding.new.as_deref(), to);
            if finding.owner == other.name || is_use {
                self.join(it, at);
            }
        }
    }
}
