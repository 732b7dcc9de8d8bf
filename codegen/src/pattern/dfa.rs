//! A deterministic automaton over atoms.

use super::alphabet::Atom;

/// Index of a state.
pub(super) type State = usize;

/// A complete deterministic automaton: every state has a transition for every atom.
pub(super) struct Dfa {
    /// The number of atoms.
    pub(super) atoms: usize,
    /// The start states by context of the look-behinds.
    pub(super) starts: Vec<State>,
    /// `state * atoms + atom` to state.
    pub(super) transitions: Vec<State>,
    pub(super) accepting: Vec<bool>,
}

impl Dfa {
    /// The state after one more code point.
    pub(super) fn next(&self, state: State, atom: Atom) -> State {
        self.transitions[state * self.atoms + atom]
    }

    /// All transitions of a state, by atom.
    pub(super) fn row(&self, state: State) -> &[State] {
        &self.transitions[state * self.atoms..][..self.atoms]
    }

    /// The number of states.
    pub(super) fn len(&self) -> usize {
        self.accepting.len()
    }

    /// The result of a state that no further text changes.
    pub(super) fn settled(&self, state: State) -> Option<bool> {
        let settled = self.row(state).iter().all(|&next| next == state);
        settled.then(|| self.accepting[state])
    }

    /// Complements the automaton.
    pub(super) fn complement(&mut self) {
        for accepting in &mut self.accepting {
            *accepting = !*accepting;
        }
    }
}
