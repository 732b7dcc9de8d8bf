//! Strings that conform to rules, for examples.

use crate::ir::{Check, TextRules, TypeDef};

/// Longer examples do not help a reader.
const LONGEST: usize = 200;

/// The example of the document, unless it is empty or too long.
pub(super) fn given(def: &TypeDef) -> Option<&str> {
    let example = def.example.as_deref()?;
    let fits = (1..=LONGEST).contains(&example.chars().count());
    fits.then_some(example)
}

/// A short string that conforms to the rules; never an empty one.
pub(super) fn short(rules: &TextRules) -> Option<String> {
    let least = usize::try_from(rules.min_length.unwrap_or(0)).ok()?.max(1);
    let text = match rules.pattern.as_ref().map(|pattern| &pattern.check) {
        Some(Check::Automaton(automaton)) => automaton.shortest()?,
        _ => "x".to_owned(),
    };
    // One character may be valid as often as characters are needed.
    let longer = text.repeat(least.min(LONGEST));
    [text, longer].into_iter().find(|text| rules.accepts(text))
}
