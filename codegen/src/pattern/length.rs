//! Patterns that consist of a set of characters and a length: `^[a-z]{1,64}$`.
//!
//! Counting requires a copy of the set for each character, and a set such as `\p{L}` has hundreds of states over bytes. The
//! length is checked without the automaton, which reduces such a pattern to `^[a-z]*$`.

use super::ast::{Direction, Node, Pattern};
use super::{Automaton, sets};

/// The check of a pattern: it accepts the texts of this length that the automaton accepts.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// Checks the characters, and their number if [`length`](Self::length) does not.
    pub automaton: Automaton,
    /// The length of the text.
    pub length: Length,
}

impl Checked {
    /// Whether the pattern accepts a text.
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        let count = text.chars().count() as u64;
        let Length { min, max } = self.length;
        count >= min && max.is_none_or(|max| count <= max) && self.automaton.accepts(text)
    }
}

/// The number of code points of a text; any number by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// The minimum.
    pub min: u64,
    /// The maximum, if any.
    pub max: Option<u64>,
}

/// Extracts the length from a pattern that is one repeated set between anchors.
pub(super) fn take(pattern: &mut Pattern) -> Option<Length> {
    let Node::Concat(parts) = &pattern.root else {
        return None;
    };
    let [first, Node::Repeat { node, min, max }, last] = parts.as_slice() else {
        return None;
    };
    let is_whole = is_edge(pattern, first, Direction::Behind)
        && is_edge(pattern, last, Direction::Ahead)
        && matches!(**node, Node::Set(_));
    if !is_whole {
        return None;
    }
    let length = Length {
        min: u64::from(*min),
        max: max.map(u64::from),
    };
    let any_number = Node::Repeat {
        node: node.clone(),
        min: 0,
        max: None,
    };
    pattern.root = Node::Concat(vec![first.clone(), any_number, last.clone()]);
    Some(length)
}

/// Whether a node is `^` or `$`.
fn is_edge(pattern: &Pattern, node: &Node, direction: Direction) -> bool {
    let Node::Look(look) = node else {
        return false;
    };
    let look = &pattern.looks[*look];
    let any = sets::to_ranges(&sets::any());
    let is_any = matches!(look.body, Node::Set(set) if pattern.sets[set] == any);
    look.negated && look.direction == direction && is_any
}
