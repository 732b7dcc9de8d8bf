//! Contexts: the state of the look-behinds at a position.
//!
//! A look-behind `(?<=r)` holds where the automaton of "anything, then `r`" accepts the text before.
//! Those automata run in parallel from the start of the text; their combined state is a context.

use indexmap::IndexSet;

use super::alphabet::Atom;
use super::ast::LookId;
use super::dfa::Dfa;
use super::limits::{self, Work};
use super::refused::Unchecked;

/// Index of a context; [`Contexts::START`] is the one at the start of the text.
pub(super) type Context = usize;

/// All reachable contexts.
pub(super) struct Contexts {
    atoms: usize,
    /// `context * atoms + atom` to context.
    next: Vec<Context>,
    /// By context, the look-behinds that hold in it, sorted.
    holding: Vec<Vec<LookId>>,
}

impl Contexts {
    pub(super) const START: Context = 0;

    /// The one context of patterns without look-behinds.
    pub(super) fn new(atoms: usize) -> Self {
        Self {
            atoms,
            next: vec![Self::START; atoms],
            holding: vec![vec![]],
        }
    }

    /// The number of contexts.
    pub(super) fn len(&self) -> usize {
        self.holding.len()
    }

    /// The context after one more code point.
    pub(super) fn next(&self, context: Context, atom: Atom) -> Context {
        self.next[context * self.atoms + atom]
    }

    /// Whether the look-behind holds.
    pub(super) fn holds(&self, context: Context, look: LookId) -> bool {
        self.holding[context].contains(&look)
    }

    /// The contexts with one more look-behind, given its automaton.
    pub(super) fn with(&self, look: LookId, dfa: &Dfa, work: &mut Work) -> Result<Self, Unchecked> {
        let mut pairs = IndexSet::from([(Self::START, dfa.starts[Self::START])]);
        let mut product = Self {
            atoms: self.atoms,
            next: Vec::new(),
            holding: Vec::new(),
        };
        while let Some(&(context, state)) = pairs.get_index(product.len()) {
            limits::STATES.check(pairs.len())?;
            work.spend(self.atoms)?;
            for atom in 0..self.atoms {
                let pair = (self.next(context, atom), dfa.next(state, atom));
                product.next.push(pairs.insert_full(pair).0);
            }
            let mut holding = self.holding[context].clone();
            holding.extend(dfa.accepting[state].then_some(look));
            product.holding.push(holding);
        }
        Ok(product)
    }
}
