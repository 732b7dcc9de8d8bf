//! Converts an automaton over atoms to one over the bytes of UTF-8.
//!
//! A code point of several bytes leads through states between its bytes. Text is always valid UTF-8,
//! which keeps those states few: where all code points behind a lead byte go the same way, the lead
//! byte goes there at once, and the state it reaches stays put for the continuation bytes that follow.

use indexmap::IndexSet;
use regex_syntax::utf8::Utf8Sequences;

use super::alphabet::{Alphabet, Atom};
use super::automaton::Row;
use super::dfa::{Dfa, State};
use super::limits::{self, Work};
use super::refused::Unchecked;

/// The continuation bytes.
const CONTINUATION: std::ops::Range<usize> = 0x80..0xc0;
/// The lead bytes of code points of several bytes.
const LEAD: std::ops::Range<usize> = 0xc0..0x100;

/// One row for each state over bytes; the first ones are the states of `dfa`, in its order.
pub(super) fn rows(dfa: &Dfa, alphabet: &Alphabet, work: &mut Work) -> Result<Vec<Row>, Unchecked> {
    let mut expansion = Expansion {
        dfa,
        tree: tree(alphabet),
        inner: IndexSet::new(),
        skipping: vec![false; dfa.len()],
        work,
    };
    let mut rows = Vec::with_capacity(dfa.len());
    for state in 0..dfa.len() {
        rows.push(expansion.outer_row(state)?);
    }
    for (state, row) in rows.iter_mut().enumerate() {
        // Impossible continuation bytes may behave like a lead byte.
        let target = if expansion.skipping[state] {
            state
        } else {
            row[LEAD.start]
        };
        row[CONTINUATION].fill(target);
    }
    rows.extend(expansion.inner.iter().map(|targets| {
        let mut row = [targets[0]; 256];
        row[CONTINUATION].copy_from_slice(targets);
        row
    }));
    Ok(rows)
}

struct Expansion<'a> {
    dfa: &'a Dfa,
    tree: Vec<Node>,
    /// The states within code points: where each continuation byte leads.
    inner: IndexSet<[State; CONTINUATION.end - CONTINUATION.start]>,
    /// Whether a state of `dfa` is reached before the last byte of some code point.
    skipping: Vec<bool>,
    work: &'a mut Work,
}

impl Expansion<'_> {
    /// The row of a state of `dfa`, without the continuation bytes.
    fn outer_row(&mut self, state: State) -> Result<Row, Unchecked> {
        let mut row = [state; 256];
        for (byte, target) in row.iter_mut().enumerate() {
            *target = match byte {
                0x80..0xc0 => continue,
                0xc0..0xe0 => self.target(state, 0, byte, 1)?,
                0xe0..0xf0 => self.target(state, 0, byte, 2)?,
                0xf0.. => self.target(state, 0, byte, 3)?,
                _ => self.target(state, 0, byte, 0)?,
            };
        }
        Ok(row)
    }

    /// Where `byte` leads from a node of the tree, if the code point started in `state` and has
    /// `left` more bytes.
    fn target(
        &mut self,
        state: State,
        node: usize,
        byte: usize,
        left: usize,
    ) -> Result<State, Unchecked> {
        let target = match self.tree[node][byte] {
            Step::Never => state,
            Step::Atom(atom) => self.dfa.next(state, atom),
            Step::Node(child) => self.inner(state, child, left.saturating_sub(1))?,
        };
        if let Some(skipping) = self.skipping.get_mut(target).filter(|_| left > 0) {
            *skipping = true;
        }
        Ok(target)
    }

    /// The state at an inner node: the common target of its bytes, if they have one.
    fn inner(&mut self, state: State, node: usize, left: usize) -> Result<State, Unchecked> {
        self.work.spend(CONTINUATION.len())?;
        let mut targets = [state; CONTINUATION.end - CONTINUATION.start];
        for (target, byte) in targets.iter_mut().zip(CONTINUATION) {
            *target = self.target(state, node, byte, left)?;
        }
        let common = targets.iter().all(|&target| target == targets[0]);
        if common && targets[0] < self.dfa.len() {
            return Ok(targets[0]);
        }
        limits::STATES.check(self.inner.len())?;
        Ok(self.dfa.len() + self.inner.insert_full(targets).0)
    }
}

/// The step for a byte within a code point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// No code point has this byte here.
    Never,
    /// All code points from here on belong to this atom.
    Atom(Atom),
    /// Continues at another node of the tree.
    Node(usize),
}

/// A node of the tree: steps by byte.
type Node = [Step; 256];

/// The code points as a tree over their bytes. Node 0 is the root, and children come after parents.
fn tree(alphabet: &Alphabet) -> Vec<Node> {
    let mut tree = vec![[Step::Never; 256]];
    for &(first, last, atom) in &alphabet.ranges {
        for sequence in Utf8Sequences::new(first, last) {
            let bytes = sequence.as_slice().iter();
            insert(
                &mut tree,
                bytes.map(|range| (range.start.into(), range.end.into())),
                atom,
            );
        }
    }
    for id in (0..tree.len()).rev() {
        let mut node = tree[id];
        for step in &mut node {
            if let Step::Node(child) = *step {
                *step = uniform(&tree[child]).unwrap_or(*step);
            }
        }
        fill_gaps(&mut node);
        tree[id] = node;
    }
    tree
}

/// Adds the code points whose bytes lie in the ranges. The ranges of different calls are equal or
/// disjoint, because together the calls only split the code points.
fn insert(tree: &mut Vec<Node>, ranges: impl Iterator<Item = (usize, usize)>, atom: Atom) {
    let mut ranges = ranges.peekable();
    let mut node = 0;
    while let Some((first, last)) = ranges.next() {
        let step = match tree[node][first] {
            _ if ranges.peek().is_none() => Step::Atom(atom),
            Step::Never => {
                tree.push([Step::Never; 256]);
                Step::Node(tree.len() - 1)
            }
            known => known,
        };
        tree[node][first..=last].fill(step);
        if let Step::Node(child) = step {
            node = child;
        }
    }
}

/// The step of all continuation bytes, if they lead to the same atom.
fn uniform(node: &Node) -> Option<Step> {
    let step = node[CONTINUATION.start];
    let same = node[CONTINUATION].iter().all(|other| *other == step);
    (same && matches!(step, Step::Atom(_))).then_some(step)
}

/// Makes impossible bytes behave like a neighbour, so that they do not distinguish states.
fn fill_gaps(node: &mut Node) {
    for byte in (CONTINUATION.start..LEAD.end - 1).rev() {
        if node[byte] == Step::Never {
            node[byte] = node[byte + 1];
        }
    }
    for byte in CONTINUATION.start + 1..LEAD.end {
        if node[byte] == Step::Never {
            node[byte] = node[byte - 1];
        }
    }
}
