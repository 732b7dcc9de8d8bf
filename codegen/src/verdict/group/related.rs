//! Differences of one operation, union or server that belong together.

use super::super::canonical::mentioned;
use super::super::change::{Axis, Verdict};
use super::super::differ::Finding;
use super::super::surface::Kind;
use super::{Groups, ident};

/// Facts about an operation that change with its response.
const RESPONSE: &[&str] = &[
    "Result",
    "Reads",
    "Accept",
    "Streaming",
    "Paging",
    "Waiting",
];

/// Facts about an operation that change with its body.
const REQUEST: &[&str] = &["Sends", "ContentType", "Writes"];

impl Groups {
    /// Joins what has one cause within an operation, a union or a server.
    pub(super) fn join_related(&mut self) {
        let rules = [
            Self::cause_in_operation,
            Self::cause_of_failure,
            Self::cause_in_union,
            Self::cause_by_owner,
            Self::cause_of_condition,
            Self::cause_of_other_names,
        ];
        for rule in rules {
            for at in 0..self.findings.len() {
                let cause = rule(self, &self.findings[at]).filter(|it| *it != at);
                if let Some(cause) = cause.filter(|_| self.is_root(at)) {
                    self.join(at, cause);
                }
            }
        }
    }

    fn cause_in_operation(&self, finding: &Finding) -> Option<usize> {
        let owner = &finding.owner;
        let is_own = |it: &Finding| it.owner == *owner;
        match finding.kind {
            Kind::Operation if is_one(RESPONSE, finding) => {
                self.find(|it| is_own(it) && is_one(RESPONSE, it))
            }
            Kind::Method if owner.starts_with("api::") => {
                self.find(|it| is_own(it) && is_one(RESPONSE, it))
            }
            // The method of a version that is not the usual one any more.
            Kind::Operation if finding.rule == "added" => self.findings.iter().position(|it| {
                it.kind == Kind::Operation && it.pointer == finding.pointer && it.rule == "Accept"
            }),
            Kind::Operation if is_one(REQUEST, finding) => {
                self.find(|it| is_own(it) && (is_body(it) || is_one(REQUEST, it)))
            }
            Kind::Argument | Kind::Setter if is_body(finding) => {
                self.find(|it| is_own(it) && is_one(REQUEST, it))
            }
            Kind::Operation if finding.rule == "Named" => {
                self.find(|it| is_own(it) && it.kind == Kind::Argument)
            }
            Kind::Argument => self.find(|it| is_own(it) && it.rule == "Request"),
            // Commands have the names of operations and their tags.
            Kind::Operation if finding.rule == "Command" => self.find(|it| {
                let is_group = it.kind == Kind::Group;
                let is_outer = is_group && owner.starts_with(&format!("{}::", it.owner));
                it.rule == "rename" && (is_own(it) || is_outer)
            }),
            _ => None,
        }
    }

    /// The body that failures share decides which failures have one of their own.
    fn cause_of_failure(&self, finding: &Finding) -> Option<usize> {
        let is_failure = matches!(finding.rule.as_str(), "Failure" | "Statuses" | "Errors");
        let shared = |it: &Finding| it.path == "Error::api_error";
        let own = |it: &Finding| it.owner == finding.owner && it.rule == "Failure";
        let found = is_failure.then(|| self.find(shared).or_else(|| self.find(own)));
        found.flatten()
    }

    fn cause_in_union(&self, finding: &Finding) -> Option<usize> {
        let is_own = |it: &Finding| it.owner == finding.owner;
        let variant = || self.find(|it| is_own(it) && it.kind == Kind::Variant);
        match finding.kind {
            Kind::From | Kind::Method if finding.path.starts_with("types::") => {
                variant().or_else(|| self.find(|it| is_own(it) && it.rule == "Tag"))
            }
            Kind::Variant if finding.owner.starts_with("types::") => {
                let tag = self.find(|it| is_own(it) && it.rule == "Tag");
                tag.or_else(|| self.tested_field(finding))
            }
            Kind::Field => self.find(|it| {
                let tags = [&it.old, &it.new].into_iter().flatten();
                it.rule == "Tag" && tags.into_iter().any(|tag| tag == ident(&finding.path))
            }),
            _ => None,
        }
    }

    /// The field of the payload whose change makes other JSON select the variant.
    fn tested_field(&self, variant: &Finding) -> Option<usize> {
        let is_source = |it: &Finding| it.effects.iter().any(|it| it.axis == Axis::Source);
        let payload = variant.new.as_deref()?;
        if is_source(variant) {
            return None;
        }
        self.find(|it| {
            it.kind == Kind::Field && mentioned(payload).any(|name| name == ident(&it.owner))
        })
    }

    fn cause_by_owner(&self, finding: &Finding) -> Option<usize> {
        let is_own = |it: &Finding| it.owner == finding.owner;
        let is_whole = |it: &Finding| it.path == it.owner;
        match finding.rule.as_str() {
            "Webhooks" => self.find(|it| is_own(it) && it.kind == Kind::Variant),
            "Xml" => self.find(|it| is_one(&["Reads", "Writes"], it)),
            _ if finding.owner.starts_with("servers::") && !is_whole(finding) => {
                self.find(|it| is_own(it) && is_whole(it))
            }
            _ => None,
        }
    }

    /// The features of a type follow from the operations that use it: one that has come, gone or moved, or else several.
    fn cause_of_condition(&self, finding: &Finding) -> Option<usize> {
        if finding.rule != "When" {
            return None;
        }
        let is_moved = |it: &&Finding| {
            it.kind == Kind::Operation && is_one(&["rename", "removed", "added"], it)
        };
        let shared = self.find(|it| it.path == "Error::api_error");
        match self.findings.iter().filter(is_moved).count() {
            1 => self.find(|it| is_moved(&it)),
            _ => shared.or_else(|| self.find(|it| it.rule == "When")),
        }
    }

    /// Commands that only get additional names: one setting causes all of them.
    fn cause_of_other_names(&self, finding: &Finding) -> Option<usize> {
        let is_kept = |it: &Finding| {
            let mut effects = it.effects.iter();
            it.rule == "Command" && effects.all(|it| it.verdict == Verdict::Minor)
        };
        is_kept(finding).then(|| self.find(is_kept))?
    }
}

fn is_one(rules: &[&str], finding: &Finding) -> bool {
    rules.contains(&finding.rule.as_str())
}

fn is_body(finding: &Finding) -> bool {
    finding.path.ends_with("::body")
}
