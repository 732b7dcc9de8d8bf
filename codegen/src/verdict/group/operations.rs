//! Operations, their groups, and what changes with them.

use super::super::change::Verdict;
use super::super::differ::Finding;
use super::super::surface::Kind;
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
            let user = user.or_else(|| self.find(is_user));
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

/// Whether a feature is that of a group: both are named after the tag.
fn is_feature_of(quoted: &str, group: &Finding) -> bool {
    let name = quoted.trim_matches('"').replace('-', "_");
    [&group.old, &group.new]
        .into_iter()
        .flatten()
        .any(|it| it.contains(&format!("fn {name}(")))
}
