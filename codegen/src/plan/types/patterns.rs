//! The automata of an API: one for each distinct pattern.

use indexmap::IndexMap;

use super::super::condition::Condition;
use super::super::docs::{Doc, TypePhrase};
use super::super::model::Model;
use crate::analyze::Availability;
use crate::ir::{Check, Pattern, Scalar, Shape};
use crate::pattern;

/// The module that has them.
pub(super) const MODULE: &str = "patterns";

/// The file `types/patterns.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Patterns<'a> {
    /// The features that it needs.
    pub condition: Condition<'a>,
    /// The automata.
    pub automata: Vec<Automaton<'a>>,
}

/// The automaton of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Automaton<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// The features that it needs.
    pub condition: Condition<'a>,
    /// The static that holds it.
    pub ident: &'a str,
    /// The automaton.
    pub automaton: &'a pattern::Automaton,
}

/// The name of the automaton of each pattern.
pub(super) struct Names<'a>(IndexMap<&'a str, Entry<'a>>);

struct Entry<'a> {
    /// The name after the first type that has the pattern: a position would change with every pattern before it.
    name: &'a str,
    automaton: &'a pattern::Automaton,
    /// The availability of the types that have the pattern.
    users: Vec<&'a Availability>,
}

impl<'a> Names<'a> {
    pub(super) fn of(model: &Model<'a>) -> Self {
        let mut patterns: IndexMap<&str, Entry<'_>> = IndexMap::new();
        for ty in model.types() {
            if let Shape::Scalar(Scalar::Text(rules, _)) = &ty.def.shape
                && let Some(Pattern { source, check }) = &rules.pattern
                && let Check::Automaton(automaton) = check
            {
                let name = ty.names.constant.as_str();
                let entry = patterns.entry(source.as_str()).or_insert(Entry {
                    name,
                    automaton,
                    users: Vec::new(),
                });
                entry.users.push(&ty.facts.availability);
            }
        }
        Self(patterns)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The static that holds the automaton of a pattern, if it has one.
    pub(super) fn find(&self, pattern: &Pattern) -> Option<&'a str> {
        Some(self.0.get(pattern.source.as_str())?.name)
    }

    pub(super) fn plan(&self, model: &Model<'a>) -> Option<Patterns<'a>> {
        if self.is_empty() {
            return None;
        }
        let automata = self.0.iter().map(|(source, entry)| {
            let users = Availability::any(entry.users.iter().copied());
            Automaton {
                docs: Doc::phrase(TypePhrase::Regex(source)),
                condition: Condition::of(model, &users),
                ident: entry.name,
                automaton: entry.automaton,
            }
        });
        let users = self.0.values().flat_map(|entry| &entry.users);
        Some(Patterns {
            condition: Condition::of(model, &Availability::any(users.copied())),
            automata: automata.collect(),
        })
    }
}
