//! Types, and the differences that mention them.

use std::collections::{BTreeMap, VecDeque};

use super::super::canonical::mentioned;
use super::super::differ::Finding;
use super::super::surface::{Fact, Item, Kind};
use super::{Groups, ident};

impl Groups {
    /// Uses of a type that has another form.
    pub(super) fn join_kinds(&mut self) {
        for at in 0..self.findings.len() {
            let finding = &self.findings[at];
            let is_cause = matches!(finding.rule.as_str(), "kind" | "Target");
            if !self.is_root(at) || !is_cause {
                continue;
            }
            let name = ident(&finding.path).to_owned();
            for it in 0..self.findings.len() {
                let text = self.findings[it].old.as_deref().unwrap_or_default();
                if mentioned(text).any(|it| it == name) {
                    self.join(it, at);
                }
            }
        }
    }

    /// Types that come or go with what mentions them.
    pub(super) fn join_types(
        &mut self,
        items: &[Item],
        rule: &str,
        text: impl Fn(&Finding) -> Option<&str>,
    ) {
        let is_type = |it: &Finding| (it.rule == rule || it.rule == "sent") && is_declared(it);
        let mut waiting: BTreeMap<String, usize> = BTreeMap::new();
        for (at, finding) in self.findings.iter().enumerate() {
            if is_type(finding) && self.is_root(at) {
                waiting.insert(ident(&finding.path).to_owned(), at);
            }
        }
        let items: BTreeMap<&str, &Item> = items.iter().map(|it| (it.name.as_str(), it)).collect();
        let mut queue: VecDeque<(usize, Vec<String>)> = VecDeque::new();
        for (at, finding) in self.findings.iter().enumerate() {
            if is_type(finding) && self.is_root(at) {
                continue;
            }
            let names = text(finding)
                .into_iter()
                .flat_map(mentioned)
                .map(str::to_owned);
            let whole = items
                .get(finding.path.as_str())
                .filter(|_| finding.rule == rule);
            let inner = whole.into_iter().flat_map(|it| names_in(it));
            queue.push_back((at, names.chain(inner).collect()));
        }
        while let Some((cause, names)) = queue.pop_front() {
            for name in names {
                let Some(at) = waiting.remove(&name) else {
                    continue;
                };
                self.join(at, cause);
                let path = &self.findings[at].path;
                let inner = items.get(path.as_str()).map(|it| names_in(it));
                queue.push_back((at, inner.unwrap_or_default()));
            }
        }
    }

    /// Methods of a union that return a field of all variants change with the fields.
    pub(super) fn join_members(&mut self) {
        for at in 0..self.findings.len() {
            let finding = &self.findings[at];
            if finding.kind != Kind::Method || !finding.path.starts_with("types::") {
                continue;
            }
            let name = ident(&finding.path).to_owned();
            let field = self.find(|it| {
                it.kind == Kind::Field && ident(&it.path) == name && it.path != finding.path
            });
            if let Some(field) = field {
                self.join(at, field);
            }
        }
    }
}

/// Whether the difference is of a type that signatures mention.
fn is_declared(finding: &Finding) -> bool {
    let is_type = finding.path.starts_with("types::") || finding.path.starts_with("api::");
    let is_enum = matches!(finding.kind, Kind::Outcomes | Kind::Alternatives);
    let is_named = matches!(
        finding.kind,
        Kind::Struct | Kind::Enum | Kind::Union | Kind::Text | Kind::Integer | Kind::Alias
    );
    is_type && (is_enum || is_named)
}

/// The types that an item mentions.
fn names_in(item: &Item) -> Vec<String> {
    let signatures = item.members.iter().map(|it| it.signature.as_str());
    let facts = [Fact::Result, Fact::Failure, Fact::Target, Fact::Sends];
    let facts = facts.iter().filter_map(|it| item.fact(*it));
    let names = signatures.chain(facts).flat_map(mentioned);
    names.map(str::to_owned).collect()
}
