//! The syntax tree: a regular expression reduced to sets, repetitions and look-arounds.

use indexmap::IndexSet;

/// A set of code points: sorted ranges, inclusive, that neither overlap nor touch.
pub(super) type CodePoints = Vec<(char, char)>;

/// Index into [`Pattern::sets`].
pub(super) type SetId = usize;

/// Index into [`Pattern::looks`].
pub(super) type LookId = usize;

/// A parsed pattern. Equal sets and equal looks are stored once, because repetitions duplicate them.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    pub(super) root: Node,
    pub(super) sets: IndexSet<CodePoints>,
    /// Inner looks come before the look that contains them.
    pub(super) looks: IndexSet<Look>,
}

/// One regular expression.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Node {
    /// Matches the empty string.
    #[default]
    Empty,
    /// Matches one code point of the set.
    Set(SetId),
    /// Matches its parts in sequence.
    Concat(Vec<Node>),
    /// Matches any of its parts.
    Alternation(Vec<Node>),
    /// Matches `min` to `max` times its node. Greedy and lazy accept the same strings.
    Repeat {
        node: Box<Node>,
        min: u32,
        max: Option<u32>,
    },
    /// Matches the empty string if the look holds.
    Look(LookId),
}

/// An assertion about the text around a position.
///
/// The anchors are looks too: `^` is a negative look-behind for any character, `$` a negative
/// look-ahead for any, and `\b` is "a word character on exactly one side".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Look {
    pub(super) direction: Direction,
    pub(super) negated: bool,
    pub(super) body: Node,
}

/// The direction of a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    Ahead,
    Behind,
}

impl Node {
    /// The parts in sequence.
    pub(super) fn concat(parts: Vec<Self>) -> Self {
        Self::flatten(parts, Self::Concat)
    }

    /// Any of the parts.
    pub(super) fn alternation(parts: Vec<Self>) -> Self {
        Self::flatten(parts, Self::Alternation)
    }

    fn flatten(mut parts: Vec<Self>, wrap: fn(Vec<Self>) -> Self) -> Self {
        match parts.len() {
            0 => Self::Empty,
            1 => parts.swap_remove(0),
            _ => wrap(parts),
        }
    }

    /// Whether `found` holds for a look of this node, not counting looks within looks.
    pub(super) fn any_look(&self, found: &impl Fn(LookId) -> bool) -> bool {
        match self {
            Self::Empty | Self::Set(_) => false,
            Self::Concat(parts) | Self::Alternation(parts) => {
                parts.iter().any(|part| part.any_look(found))
            }
            Self::Repeat { node, .. } => node.any_look(found),
            Self::Look(look) => found(*look),
        }
    }
}
