//! The properties of alternatives.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use crate::load::Schema;
use crate::lower::schemas::compose::Composed;
use crate::lower::schemas::index::Schemas;
use crate::resolve::target;

/// How many properties of an object make a label.
const KEYS: usize = 3;

/// The properties of an alternative.
#[derive(Default)]
pub(super) struct Keys<'d> {
    /// Required properties with one value, by key.
    pub(super) constants: BTreeMap<&'d str, String>,
    /// The other required properties.
    pub(super) required: BTreeSet<&'d str>,
    /// All properties.
    pub(super) declared: BTreeSet<&'d str>,
}

/// The properties of all alternatives of a union, counted.
#[derive(Default)]
pub(super) struct Shared<'d> {
    /// How many alternatives declare a property.
    declared: BTreeMap<&'d str, usize>,
    /// By property that is a constant: how many alternatives have it, and the values.
    constants: BTreeMap<&'d str, (usize, BTreeSet<String>)>,
}

impl<'d> Keys<'d> {
    /// The first properties that no other alternative has, required ones if there are any.
    pub(super) fn own(&self, shared: &Shared<'d>) -> Option<String> {
        let own = |set: &BTreeSet<&'d str>| {
            let own = set.iter().copied().filter(|key| shared.is_own(key));
            own.take(KEYS).collect::<Vec<_>>().join(" ")
        };
        let mut sets = [&self.required, &self.declared].into_iter().map(own);
        sets.find(|label| !label.is_empty())
    }

    /// All properties, if they are few.
    pub(super) fn all(&self) -> Option<String> {
        let keys: Vec<_> = self.declared.iter().copied().collect();
        (1..=KEYS).contains(&keys.len()).then(|| keys.join(" "))
    }
}

impl<'d> Shared<'d> {
    pub(super) fn of(all: &[Keys<'d>]) -> Self {
        let mut shared = Self::default();
        for keys in all {
            for key in &keys.declared {
                *shared.declared.entry(key).or_default() += 1;
            }
            for (key, value) in &keys.constants {
                let (count, values) = shared.constants.entry(key).or_default();
                *count += 1;
                values.insert(value.clone());
            }
        }
        shared
    }

    /// Whether each alternative has a value of its own for a constant.
    pub(super) fn distinguishes(&self, key: &str) -> bool {
        let constant = self.constants.get(key);
        constant.is_some_and(|(count, values)| values.len() == *count)
    }

    fn is_own(&self, key: &str) -> bool {
        self.declared.get(key) == Some(&1)
    }
}

impl<'d> Schemas<'d> {
    pub(super) fn keys(&self, member: &Schema<'d>) -> Keys<'d> {
        if target(member).is_some() {
            return Keys::default();
        }
        let composed = Composed::of(self, std::slice::from_ref(member));
        let mut keys = Keys {
            declared: composed.properties.keys().copied().collect(),
            ..Keys::default()
        };
        for key in composed.required {
            let part = composed.properties.get(key);
            match part.and_then(|part| self.only_value(&part.schema)) {
                Some(Value::String(text)) => keys.constants.insert(key, text.clone()),
                Some(Value::Bool(value)) => keys.constants.insert(key, format!("{key} {value}")),
                Some(Value::Number(value)) => keys.constants.insert(key, format!("{key} {value}")),
                _ => {
                    keys.required.insert(key);
                    continue;
                }
            };
        }
        keys
    }
}
