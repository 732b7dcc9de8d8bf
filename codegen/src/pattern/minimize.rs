//! Minimizes automata (Hopcroft 1971).

use std::collections::BTreeMap;

use super::alphabet::Atom;
use super::dfa::{Dfa, State};

/// Index of a block of states that are not distinguished yet.
type Block = usize;

/// Merges the states that accept the same continuations. All states must be reachable.
pub(super) fn minimize(dfa: &Dfa) -> Dfa {
    let mut partition = Partition::new(dfa);
    while let Some(splitter) = partition.pending.pop() {
        for predecessors in partition.predecessors(splitter) {
            partition.split(predecessors);
        }
    }
    let block_of = &partition.block_of;
    let representatives = || partition.blocks.iter().map(|block| block[0]);
    Dfa {
        atoms: dfa.atoms,
        starts: dfa.starts.iter().map(|&start| block_of[start]).collect(),
        transitions: representatives()
            .flat_map(|state| dfa.row(state).iter().map(|&next| block_of[next]))
            .collect(),
        accepting: representatives()
            .map(|state| dfa.accepting[state])
            .collect(),
    }
}

struct Partition {
    blocks: Vec<Vec<State>>,
    block_of: Vec<Block>,
    /// Blocks whose predecessors have not been split yet.
    pending: Vec<Block>,
    /// By state, its incoming transitions.
    incoming: Vec<Vec<(Atom, State)>>,
}

impl Partition {
    /// Separates accepting states from the others.
    fn new(dfa: &Dfa) -> Self {
        let (accepting, rejecting): (Vec<_>, Vec<_>) =
            (0..dfa.len()).partition(|&state| dfa.accepting[state]);
        let blocks: Vec<_> = [accepting, rejecting]
            .into_iter()
            .filter(|block| !block.is_empty())
            .collect();
        let mut incoming = vec![vec![]; dfa.len()];
        for state in 0..dfa.len() {
            for (atom, &next) in dfa.row(state).iter().enumerate() {
                incoming[next].push((atom, state));
            }
        }
        let mut block_of = vec![0; dfa.len()];
        for (id, block) in blocks.iter().enumerate() {
            for &state in block {
                block_of[state] = id;
            }
        }
        Self {
            pending: (0..blocks.len()).collect(),
            blocks,
            block_of,
            incoming,
        }
    }

    /// For each atom, the states with a transition into the block.
    fn predecessors(&self, block: Block) -> Vec<Vec<State>> {
        let mut by_atom: BTreeMap<Atom, Vec<State>> = BTreeMap::new();
        for &state in &self.blocks[block] {
            for &(atom, from) in &self.incoming[state] {
                by_atom.entry(atom).or_default().push(from);
            }
        }
        by_atom.into_values().collect()
    }

    /// Splits every block of which some states are among `states` and some are not.
    fn split(&mut self, states: Vec<State>) {
        let mut touched: BTreeMap<Block, Vec<State>> = BTreeMap::new();
        for state in states {
            touched.entry(self.block_of[state]).or_default().push(state);
        }
        for (block, inside) in touched {
            if inside.len() < self.blocks[block].len() {
                self.split_off(block, inside);
            }
        }
    }

    fn split_off(&mut self, block: Block, mut part: Vec<State>) {
        let id = self.blocks.len();
        part.sort_unstable();
        let is_part = |state: &State| part.binary_search(state).is_ok();
        let mut rest = std::mem::take(&mut self.blocks[block]);
        rest.retain(|state| !is_part(state));
        // The new block is the smaller half, which has to be processed.
        let (old, new) = if part.len() < rest.len() {
            (rest, part)
        } else {
            (part, rest)
        };
        for &state in &new {
            self.block_of[state] = id;
        }
        self.blocks[block] = old;
        self.blocks.push(new);
        self.pending.push(id);
    }
}
