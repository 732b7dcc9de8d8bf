//! One label for each alternative out of those that it may have.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::spelling::spelled;

use crate::load::{Schema, keyword};
use crate::resolve::target;

/// Keywords that do not constrain the values of a schema.
const WORDS: [&str; 5] = [
    keyword::DESCRIPTION,
    keyword::EXAMPLE,
    keyword::EXAMPLES,
    keyword::EXTERNAL_DOCS,
    keyword::DEFAULT,
];

/// The quality of a label; the least is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The key of a component, or a name for Rust.
    Key,
    /// A constant.
    Tag,
    Title,
    Property,
    Type,
    Format,
    Keys,
}

impl Rank {
    /// Whether the label is a text of the wire, which case and symbols distinguish from others.
    fn is_wire_text(self) -> bool {
        matches!(self, Self::Tag | Self::Property | Self::Keys)
    }
}

/// A label that an alternative may have.
#[derive(Clone)]
pub(super) struct Candidate {
    rank: Rank,
    label: String,
}

/// Adds a label that is not there.
pub(super) fn add(found: &mut Vec<Candidate>, rank: Rank, label: String) {
    let is_known = |it: &Candidate| normal(&it.label) == normal(&label);
    if !found.iter().any(is_known) {
        found.push(Candidate { rank, label });
    }
}

/// The labels of `members`, of which each has candidates.
pub(super) fn distinct(members: &[Schema<'_>], candidates: &[Vec<Candidate>]) -> Vec<String> {
    let candidates = with_spellings(candidates);
    let picks = picks(&candidates);
    numbered(members, &candidates, &picks)
}

/// The candidates. One that differs from another alternative's in case or symbols only is followed by its spelled-out forms.
fn with_spellings(candidates: &[Vec<Candidate>]) -> Vec<Vec<Candidate>> {
    let mut written: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for candidate in candidates.iter().flatten() {
        if candidate.rank.is_wire_text() {
            let spellings = written.entry(normal(&candidate.label)).or_default();
            spellings.insert(&candidate.label);
        }
    }
    let is_ambiguous = |candidate: &Candidate| {
        let spellings = written.get(&normal(&candidate.label));
        candidate.rank.is_wire_text() && spellings.is_some_and(|it| it.len() > 1)
    };
    let of_member = |own: &Vec<Candidate>| {
        let mut found = Vec::new();
        for candidate in own {
            add(&mut found, candidate.rank, candidate.label.clone());
            let spelled = spelled(&candidate.label).into_iter();
            for label in spelled.filter(|_| is_ambiguous(candidate)) {
                add(&mut found, candidate.rank, label);
            }
        }
        found
    };
    candidates.iter().map(of_member).collect()
}

/// For each alternative the position of the candidate that no other takes with a better or the same rank; the last one
/// where there is none.
fn picks(candidates: &[Vec<Candidate>]) -> Vec<usize> {
    let mut picks = vec![0; candidates.len()];
    loop {
        let mut moved = false;
        for group in groups(candidates, &picks) {
            let keeper = keeper(candidates, &picks, &group);
            for index in group.into_iter().filter(|index| Some(*index) != keeper) {
                if picks[index] + 1 < candidates[index].len() {
                    picks[index] += 1;
                    moved = true;
                }
            }
        }
        if !moved {
            return picks;
        }
    }
}

/// The alternatives that have picked one label, where they are several.
fn groups(candidates: &[Vec<Candidate>], picks: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, pick) in picks.iter().enumerate() {
        let label = normal(&candidates[index][*pick].label);
        groups.entry(label).or_default().push(index);
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// The alternative of a group with the best rank, if it is one.
fn keeper(candidates: &[Vec<Candidate>], picks: &[usize], group: &[usize]) -> Option<usize> {
    let rank = |index: &usize| candidates[*index][picks[*index]].rank;
    let best = group.iter().map(rank).min()?;
    let mut holders = group.iter().filter(|index| rank(index) == best);
    let first = holders.next().copied();
    first.filter(|_| holders.next().is_none())
}

/// The labels that were picked, with a numeral where nothing distinguishes two alternatives.
fn numbered(members: &[Schema<'_>], candidates: &[Vec<Candidate>], picks: &[usize]) -> Vec<String> {
    let picked = picks.iter().enumerate();
    let mut labels: Vec<_> = picked
        .map(|(index, pick)| candidates[index][*pick].label.clone())
        .collect();
    for mut group in groups(candidates, picks) {
        let keeper = keeper(candidates, picks, &group);
        let is_component = |index: &usize| target(&members[*index]).is_some();
        group.retain(|index| Some(*index) != keeper && !is_component(index));
        group.sort_by_cached_key(|index| content(members[*index].value));
        for (number, index) in group.into_iter().enumerate() {
            labels[index] = format!("{} {}", labels[index], number + 1);
        }
    }
    labels
}

/// The constraints of a schema as text, independent of their order.
fn content(value: &Value) -> String {
    match value {
        Value::Mapping(members) => {
            let mut parts: Vec<_> = members
                .iter()
                .filter_map(|(key, value)| Some((key.as_str()?, value)))
                .filter(|(key, _)| !WORDS.contains(key))
                .map(|(key, value)| format!("{key}:{}", content(value)))
                .collect();
            parts.sort();
            format!("{{{}}}", parts.join(","))
        }
        Value::Sequence(items) => {
            let mut parts: Vec<_> = items.iter().map(content).collect();
            parts.sort();
            format!("[{}]", parts.join(","))
        }
        value => format!("{value:?}"),
    }
}

/// A label as names in Rust see it.
fn normal(label: &str) -> String {
    let letters = label.chars().filter(|c| c.is_alphanumeric());
    let normal: String = letters.flat_map(char::to_lowercase).collect();
    if normal.is_empty() {
        label.to_owned()
    } else {
        normal
    }
}
