//! The finished table.

use std::collections::BTreeSet;

use indexmap::IndexSet;

use super::limits;
use super::refused::Unchecked;

/// The transitions of a state, by byte.
pub(super) type Row = [usize; 256];

/// A deterministic automaton over the bytes of UTF-8 text.
///
/// It is complete: each state has a transition for each class of bytes, and the result is whether the
/// state after the last byte is accepting. It is minimal, and states and classes are
/// numbered in the order in which ascending bytes reach them, so the same pattern always gives the
/// same automaton. The result is meaningless for bytes that are not UTF-8.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Automaton {
    /// By byte, its class; bytes of one class have the same transitions.
    pub classes: Box<[u8; 256]>,
    /// The number of classes, 1 to 256.
    pub class_count: usize,
    /// The state before the first byte.
    pub start: u16,
    /// The next state, at `state * class_count + class`.
    pub transitions: Vec<u16>,
    /// By state, whether it is accepting.
    pub accepting: Vec<bool>,
}

impl Automaton {
    /// Whether the pattern matches somewhere in `text`, in one step for each byte.
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        let end = text
            .bytes()
            .fold(self.start, |state, byte| self.next(state, byte));
        self.accepting[usize::from(end)]
    }

    /// Whether `other` accepts every text that this accepts.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let mut seen = BTreeSet::from([(self.start, other.start)]);
        let mut queue = vec![(self.start, other.start)];
        while let Some((own, others)) = queue.pop() {
            if self.accepting[usize::from(own)] && !other.accepting[usize::from(others)] {
                return false;
            }
            for byte in 0..=u8::MAX {
                let next = (self.next(own, byte), other.next(others, byte));
                if seen.insert(next) {
                    queue.push(next);
                }
            }
        }
        true
    }

    fn next(&self, state: u16, byte: u8) -> u16 {
        let class = usize::from(self.classes[usize::from(byte)]);
        self.transitions[usize::from(state) * self.class_count + class]
    }

    /// Packs the rows of all states that `start` reaches. States beyond `accepting` do not accept.
    pub(super) fn pack(rows: &[Row], start: usize, accepting: &[bool]) -> Result<Self, Unchecked> {
        let states = reached(rows, start);
        let mut numbers = vec![0; rows.len()];
        for (number, &state) in states.iter().enumerate() {
            numbers[state] = u16::try_from(number).map_err(|_| limits::TABLE.exceeded())?;
        }
        let mut columns: IndexSet<Vec<u16>> = IndexSet::new();
        let mut classes = Box::new([0; 256]);
        for (byte, class) in classes.iter_mut().enumerate() {
            let column = states
                .iter()
                .map(|&state| numbers[rows[state][byte]])
                .collect();
            // 256 bytes have at most 256 columns.
            *class = u8::try_from(columns.insert_full(column).0).unwrap_or(u8::MAX);
        }
        limits::TABLE.check(states.len() * columns.len())?;
        let transition = |state: usize| columns.iter().map(move |column| column[state]);
        Ok(Self {
            classes,
            class_count: columns.len(),
            start: 0,
            transitions: (0..states.len()).flat_map(transition).collect(),
            accepting: states
                .iter()
                .map(|&state| accepting.get(state) == Some(&true))
                .collect(),
        })
    }
}

/// The states reachable from `start`, in breadth-first order.
fn reached(rows: &[Row], start: usize) -> Vec<usize> {
    let mut seen = vec![false; rows.len()];
    seen[start] = true;
    let mut states = vec![start];
    let mut visited = 0;
    while let Some(&state) = states.get(visited) {
        visited += 1;
        for &next in &rows[state] {
            if !std::mem::replace(&mut seen[next], true) {
                states.push(next);
            }
        }
    }
    states
}
