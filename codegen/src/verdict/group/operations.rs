//! Operations, their groups, and what changes with them.

use super::super::change::Verdict;
use super::super::differ::{Finding, Sides};
use super::super::surface::{Fact, Item, Kind};
use super::Groups;

impl Groups {
    /// Operations and features of groups that are new, renamed or removed.
    pub(super) fn join_features(&mut self) {
        for at in 0..self.findings.len() {
            let finding = &self.findings[at];
            let rule = finding.rule.clone();
            let group = match finding.kind {
                Kind::Operation if rule == "added" || rule == "removed" => {
                    let group = finding
                        .path
                        .rsplit_once("::")
                        .map(|(group, _)| group.to_owned());
                    self.find(|it| {
                        it.kind == Kind::Group
                            && it.rule == rule
                            && Some(&it.path) == group.as_ref()
                    })
                }
                Kind::Feature if finding.path == "default" => {
                    self.find(|it| it.kind == Kind::Feature && it.rule == "removed")
                }
                Kind::Feature => {
                    let name = format!("\"{}\"", finding.path);
                    self.find(|it| {
                        it.kind == Kind::Group
                            && (it.rule == "rename" || it.rule == rule)
                            && is_feature_of(&name, it)
                    })
                }
                _ => None,
            };
            if let Some(group) = group {
                self.join(at, group);
            }
        }
    }

    /// Operations that wait by an operation, whose waiter has come, gone or changed.
    pub(super) fn join_waits(&mut self, sides: &Sides<'_>) {
        for at in 0..self.findings.len() {
            let poll = polling(&self.findings[at], sides).map(|it| it.name.clone());
            let is_poll = |it: &Finding| it.rule == "Waiting" && Some(&it.owner) == poll.as_ref();
            if let Some(waiter) = self.find(is_poll) {
                self.join(at, waiter);
            }
        }
    }

    /// Items of the runtime come and go with what uses them.
    pub(super) fn join_exports(&mut self) {
        for rule in ["added", "removed"] {
            let verdict = if rule == "added" {
                Verdict::Minor
            } else {
                Verdict::Major
            };
            let is_user = |it: &Finding| {
                let has = it.effects.iter().any(|it| it.verdict == verdict);
                has && it.kind != Kind::Export
            };
            let user = self.find(|it| it.rule == rule && is_user(it));
            let user = user.or_else(|| self.find(|it| it.rule == "Security"));
            let user = user.or_else(|| self.findings.iter().position(is_user));
            let first = self.find(|it| it.kind == Kind::Export && it.rule == rule);
            let Some(cause) = user.or(first) else {
                continue;
            };
            for at in 0..self.findings.len() {
                let finding = &self.findings[at];
                if finding.kind == Kind::Export && finding.rule == rule {
                    self.join(at, cause);
                }
            }
        }
    }
}

/// The operation by which another one waits.
fn polling<'a>(finding: &Finding, sides: &Sides<'a>) -> Option<&'a Item> {
    let text = finding.new.as_deref().or(finding.old.as_deref());
    let (_, poll) = text
        .filter(|_| finding.rule == "Waiting")?
        .split_once(" by ")?;
    let id = poll.split(',').next();
    let mut all = sides.new.iter().chain(sides.old);
    all.find(|it| it.kind == Kind::Operation && it.fact(Fact::Id) == id)
}

/// Whether a feature is that of a group: both are named after the tag.
fn is_feature_of(quoted: &str, group: &Finding) -> bool {
    let name = quoted.trim_matches('"').replace('-', "_");
    [&group.old, &group.new]
        .into_iter()
        .flatten()
        .any(|it| it.contains(&format!("fn {name}(")))
}
