//! Patterns that say which characters a text has and how many: `^[a-z]{1,64}$`.
//!
//! Counting takes a copy of the set for each character, and a set such as `\p{L}` is hundreds of states in bytes. How
//! long a text is needs no automaton, so what is left of such a pattern is `^[a-z]*$`.

use super::ast::{Direction, Node, Pattern};
use super::{Automaton, sets};

/// How a pattern is checked: it takes the texts of this length that the automaton takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// Knows the characters, and their number unless [`length`](Self::length) does.
    pub automaton: Automaton,
    /// How long a text is.
    pub length: Length,
}

impl Checked {
    /// Whether the pattern takes a text.
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        let count = text.chars().count() as u64;
        let Length { min, max } = self.length;
        count >= min && max.is_none_or(|max| count <= max) && self.automaton.accepts(text)
    }
}

/// How many code points a text has; any number by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// At least so many.
    pub min: u64,
    /// At most so many, if there is an end.
    pub max: Option<u64>,
}

/// Takes the length out of a pattern that is a repeated set from one end of the text to the other.
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
