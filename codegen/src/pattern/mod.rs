//! ECMA-262 patterns as small automata.

/// A deterministic automaton over the bytes of a UTF-8 text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Automaton {
    /// Byte to class.
    pub classes: Box<[u8; 256]>,
    /// Number of classes.
    pub class_count: usize,
    /// The state before the first byte.
    pub start: u16,
    /// `state * class_count + class` to state.
    pub transitions: Vec<u16>,
    /// Whether a text may end in a state.
    pub accepting: Vec<bool>,
}
