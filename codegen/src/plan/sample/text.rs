//! Strings that conform to rules, for examples.

use crate::ir::{Check, TextRules, TypeDef};
use crate::pattern::Automaton;

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
        Some(Check::Automaton(automaton)) => shortest(automaton)?,
        _ => "x".to_owned(),
    };
    // One character may be valid as often as characters are needed.
    let longer = text.repeat(least.min(LONGEST));
    [text, longer].into_iter().find(|text| rules.accepts(text))
}

/// The shortest string that the automaton accepts, except the empty one; of several, the most readable.
fn shortest(automaton: &Automaton) -> Option<String> {
    let mut found: Vec<Option<Vec<u8>>> = vec![None; automaton.accepting.len()];
    let mut front = vec![(automaton.start, Vec::new())];
    while !front.is_empty() {
        let mut next = Vec::new();
        for (state, text) in front {
            for byte in readable() {
                let class = usize::from(automaton.classes[usize::from(byte)]);
                let to = automaton.transitions[usize::from(state) * automaton.class_count + class];
                if found[usize::from(to)].is_some() {
                    continue;
                }
                let text = [text.as_slice(), &[byte]].concat();
                if automaton.accepting[usize::from(to)] {
                    return String::from_utf8(text).ok();
                }
                found[usize::from(to)] = Some(text.clone());
                next.push((to, text));
            }
        }
        front = next;
    }
    None
}

/// Printable ASCII: digits and letters before punctuation.
fn readable() -> impl Iterator<Item = u8> {
    (b'0'..=b'9')
        .chain(b'a'..=b'z')
        .chain(b'A'..=b'Z')
        .chain((b'!'..=b'~').filter(|byte| !byte.is_ascii_alphanumeric()))
}
