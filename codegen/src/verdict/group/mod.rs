//! Joins differences with one cause into one change.

mod operations;
mod related;
mod split;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Axis, Cause, Change, Effect, Verdict};
use super::differ::{Finding, Sides};
use super::surface::{Fact, Kind};

/// Differences, each with the one that causes it, if that is another.
struct Groups {
    findings: Vec<Finding>,
    causes: Vec<Option<usize>>,
}

pub(super) fn changes(sides: &Sides<'_>) -> Vec<Change> {
    let mut groups = Groups::of(sides.findings());
    groups.join_splits(sides);
    groups.join_equal();
    groups.join_moved();
    groups.join_features();
    groups.join_related();
    groups.join_waits(sides);
    groups.join_kinds();
    groups.join_schemes();
    groups.join_exports();
    groups.join_types(sides.new, "added", |it| it.new.as_deref());
    groups.join_types(sides.old, "removed", |it| it.old.as_deref());
    groups.join_members();
    groups.into_changes()
}

impl Groups {
    fn of(findings: Vec<Finding>) -> Self {
        Self {
            causes: vec![None; findings.len()],
            findings,
        }
    }

    /// Whether nothing causes the difference yet.
    fn is_root(&self, at: usize) -> bool {
        self.causes[at].is_none()
    }

    fn root(&self, at: usize) -> usize {
        let mut root = at;
        while let Some(cause) = self.causes[root] {
            root = cause;
        }
        root
    }

    fn join(&mut self, at: usize, cause: usize) {
        let cause = self.root(cause);
        if self.is_root(at) && cause != at {
            self.causes[at] = Some(cause);
        }
    }

    fn find(&self, is: impl Fn(&Finding) -> bool) -> Option<usize> {
        let mut all = 0..self.findings.len();
        all.find(|at| self.is_root(*at) && is(&self.findings[*at]))
    }

    /// Operations that share a parameter, and facts that change in the same way.
    fn join_equal(&mut self) {
        let mut seen: BTreeMap<(String, String, Option<String>, Option<String>), usize> =
            BTreeMap::new();
        for at in 0..self.findings.len() {
            let finding = &self.findings[at];
            let is_shared = is_of_several(&finding.pointer)
                && matches!(
                    finding.kind,
                    Kind::Argument | Kind::Setter | Kind::Implied | Kind::Method
                );
            let is_fact = finding.kind == Kind::Operation && is_common(&finding.rule);
            if !self.is_root(at) || !(is_shared || is_fact) {
                continue;
            }
            let place = if is_shared {
                finding.pointer.clone()
            } else {
                String::new()
            };
            let key = (
                place,
                finding.rule.clone(),
                finding.old.clone(),
                finding.new.clone(),
            );
            match seen.get(&key) {
                Some(first) => self.join(at, *first),
                None => {
                    seen.insert(key, at);
                }
            }
        }
    }

    /// What is renamed because of where it is: types in a renamed schema or operation.
    fn join_moved(&mut self) {
        let renames: Vec<_> = (0..self.findings.len())
            .filter(|at| self.findings[*at].rule == "rename" && self.is_root(*at))
            .collect();
        for at in &renames {
            let pointer = &self.findings[*at].pointer;
            let outer = renames.iter().filter(|it| *it != at);
            let mut outer = outer.filter(|it| {
                let place = &self.findings[**it].pointer;
                !place.is_empty()
                    && pointer.strip_prefix(place.as_str()).is_some_and(|rest| {
                        rest.starts_with('/') || (rest.is_empty() && **it < *at)
                    })
            });
            if let Some(outer) = outer.next() {
                self.join(*at, *outer);
            }
        }
    }

    /// Security schemes, their types and variables come and go with the operations that need them; the variables
    /// also change with the name of the crate.
    pub(super) fn join_schemes(&mut self) {
        let cause = self.find(|it| it.rule == "Package");
        let cause = cause.or_else(|| self.find(|it| it.rule == "Security"));
        let cause = cause.or_else(|| self.find(|it| it.kind == Kind::Scheme));
        let Some(cause) = cause else { return };
        for at in 0..self.findings.len() {
            let finding = &self.findings[at];
            if finding.kind == Kind::Scheme || finding.rule == "Environment" {
                self.join(at, cause);
            }
        }
    }

    fn into_changes(mut self) -> Vec<Change> {
        let roots: Vec<_> = (0..self.findings.len()).map(|at| self.root(at)).collect();
        // The crate's own items tell users more than the items of the runtime that they bring in.
        let (exports, own): (Vec<_>, Vec<_>) =
            (0..self.findings.len()).partition(|at| self.findings[*at].kind == Kind::Export);
        for at in own.into_iter().chain(exports) {
            let root = roots[at];
            if root != at {
                let path = self.findings[at].path.clone();
                let effects = std::mem::take(&mut self.findings[at].effects);
                let root = &mut self.findings[root];
                root.effects.extend(effects);
                let path = whole(&path).to_owned();
                if path != whole(&root.path) && !root.also.contains(&path) {
                    root.also.push(path);
                }
            }
        }
        let findings = self.findings.into_iter().enumerate();
        let roots = findings.filter(|(at, _)| roots[*at] == *at);
        let mut changes: Vec<_> = roots.filter_map(|(_, it)| change(it)).collect();
        changes.sort_by(|a, b| {
            let key = |it: &Change| (std::cmp::Reverse(it.verdict), it.axis, it.item.clone());
            key(a).cmp(&key(b))
        });
        changes
    }
}

/// Whether several operations have what is at a place: a component, or a parameter of a path.
fn is_of_several(pointer: &str) -> bool {
    let keys: Vec<_> = pointer.split('/').skip(1).collect();
    matches!(
        keys.as_slice(),
        ["components", ..] | ["paths", _, "parameters", ..]
    )
}

/// Facts of operations that usually have one place in the document.
fn is_common(rule: &str) -> bool {
    let common = [
        Fact::Security,
        Fact::Url,
        Fact::IdempotencyKey,
        Fact::Envelope,
        Fact::Failure,
        Fact::Statuses,
    ];
    common.iter().any(|fact| format!("{fact:?}") == rule)
}

fn ident(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or_default()
}

/// The path of the operation or type that has the member at a path.
fn whole(path: &str) -> &str {
    let depth = if path.starts_with("api::") { 3 } else { 2 };
    match path.match_indices("::").nth(depth - 1) {
        Some((end, _)) => &path[..end],
        None => path,
    }
}

/// `: 4 operations`
fn operations(also: &[String]) -> String {
    let count = also.iter().filter(|it| it.starts_with("api::")).count();
    match count {
        0 => ".".to_owned(),
        1 => ": 1 operation.".to_owned(),
        count => format!(": {count} operations."),
    }
}

fn change(mut finding: Finding) -> Option<Change> {
    if finding.rule == "split" {
        let counted = operations(&finding.also);
        let reason = finding.effects.first_mut().map(|it| &mut it.reason);
        reason?.push_str(&counted);
    }
    let mut effects: Vec<Effect> = Vec::new();
    let mut seen = BTreeSet::new();
    for effect in finding.effects {
        if seen.insert((effect.axis, effect.verdict, effect.reason.clone())) {
            effects.push(effect);
        }
    }
    // Effects of one verdict and axis stay in their order: that of the cause comes first.
    effects.sort_by_key(|it| (std::cmp::Reverse(it.verdict), it.axis));
    let first = effects.first()?.clone();
    let texts = [
        &finding.rule,
        &finding.path,
        finding.old.as_deref().unwrap_or_default(),
        finding.new.as_deref().unwrap_or_default(),
    ];
    let shared = finding.also.is_empty() || !finding.pointer.starts_with("/components/parameters/");
    let texts = if shared {
        texts
    } else {
        [texts[0], &finding.pointer, texts[2], texts[3]]
    };
    let axis = if first.verdict == Verdict::None {
        Axis::Behaviour
    } else {
        first.axis
    };
    Some(Change {
        fingerprint: fingerprint(&texts),
        pointer: finding.pointer,
        item: finding.path,
        old: finding.old,
        new: finding.new,
        axis,
        verdict: first.verdict,
        reason: first.reason,
        cause: Cause::default(),
        effects,
        also: finding.also,
    })
}

/// FNV-1a over the texts.
fn fingerprint(texts: &[&str]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in texts.iter().flat_map(|it| it.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
