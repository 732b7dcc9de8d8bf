//! Evaluates the looks of a pattern at a position, and tracks the duties of look-aheads.

use indexmap::IndexSet;

use super::alphabet::Atom;
use super::ast::{Direction, LookId, Pattern};
use super::context::{Context, Contexts};
use super::dfa::{Dfa, State};
use super::limits::Work;
use super::refused::Unchecked;

/// A look-ahead that has been passed, and the state of its automaton.
type Duty = (LookId, State);

/// Index of a sorted set of duties.
pub(super) type Duties = usize;

/// The set without duties.
pub(super) const NO_DUTIES: Duties = 0;

/// The looks of one pattern. A look without an automaton never holds.
pub(super) struct Looks<'p> {
    pattern: &'p Pattern,
    contexts: Contexts,
    /// The automata of the look-aheads.
    aheads: Vec<Option<Dfa>>,
    duty_sets: IndexSet<Vec<Duty>>,
}

impl<'p> Looks<'p> {
    pub(super) fn new(pattern: &'p Pattern, atoms: usize) -> Self {
        Self {
            pattern,
            contexts: Contexts::new(atoms),
            aheads: pattern.looks.iter().map(|_| None).collect(),
            duty_sets: IndexSet::from([vec![]]),
        }
    }

    /// The contexts of the look-behinds.
    pub(super) fn contexts(&self) -> &Contexts {
        &self.contexts
    }

    /// Sets the automaton of a look.
    pub(super) fn define(
        &mut self,
        look: LookId,
        mut dfa: Dfa,
        work: &mut Work,
    ) -> Result<(), Unchecked> {
        if self.pattern.looks[look].negated {
            dfa.complement();
        }
        match self.pattern.looks[look].direction {
            Direction::Behind => self.contexts = self.contexts.with(look, &dfa, work)?,
            Direction::Ahead => self.aheads[look] = Some(dfa),
        }
        Ok(())
    }

    /// The duties after a look; `None` if the look does not hold.
    pub(super) fn pass(
        &mut self,
        look: LookId,
        context: Context,
        duties: Duties,
    ) -> Option<Duties> {
        if self.pattern.looks[look].direction == Direction::Behind {
            return self.contexts.holds(context, look).then_some(duties);
        }
        let dfa = self.aheads[look].as_ref()?;
        let start = dfa.starts[context];
        if let Some(holds) = dfa.settled(start) {
            return holds.then_some(duties);
        }
        let mut all = self.duty_sets[duties].clone();
        all.push((look, start));
        Some(self.intern(all))
    }

    /// The duties after one more code point; `None` if one can no longer be fulfilled.
    pub(super) fn advance(&mut self, duties: Duties, atom: Atom) -> Option<Duties> {
        let mut advanced = Vec::new();
        for &(look, state) in &self.duty_sets[duties] {
            let dfa = self.aheads[look].as_ref()?;
            let next = dfa.next(state, atom);
            match dfa.settled(next) {
                Some(true) => {}
                Some(false) => return None,
                None => advanced.push((look, next)),
            }
        }
        Some(self.intern(advanced))
    }

    /// Whether the duties are fulfilled if the text ends here.
    pub(super) fn met(&self, duties: Duties) -> bool {
        self.duty_sets[duties].iter().all(|&(look, state)| {
            self.aheads[look]
                .as_ref()
                .is_some_and(|dfa| dfa.accepting[state])
        })
    }

    /// Whether `fewer` is a proper subset of `more`.
    pub(super) fn fewer(&self, fewer: Duties, more: Duties) -> bool {
        let (fewer, more) = (&self.duty_sets[fewer], &self.duty_sets[more]);
        fewer.len() < more.len() && fewer.iter().all(|duty| more.binary_search(duty).is_ok())
    }

    fn intern(&mut self, mut duties: Vec<Duty>) -> Duties {
        duties.sort_unstable();
        duties.dedup();
        self.duty_sets.insert_full(duties).0
    }
}
