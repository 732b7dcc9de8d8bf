//! Subset construction with look-arounds.
//!
//! A state is a set of threads, as usual. Here a thread also carries duties: automata of look-aheads
//! that it passed, each of which has to accept all the text that follows the point where it was
//! passed. A look-behind needs no duty, because the context, which is part of the state, answers it.

use std::collections::BTreeSet;

use indexmap::IndexSet;

use super::alphabet::{Alphabet, Atom};
use super::ast::{Direction, Look, LookId};
use super::context::{Context, Contexts};
use super::dfa::{self, Dfa};
use super::limits::{self, Work};
use super::minimize::minimize;
use super::program::{Inst, Pc, Program};
use super::refused::Unchecked;

/// A look-ahead that has been passed, and the state its automaton is in.
type Duty = (LookId, dfa::State);

/// Index of a sorted set of duties in [`Determinizer::duty_sets`].
type DutySet = usize;

/// The set without duties.
const NO_DUTIES: DutySet = 0;

/// An instruction to go on at, and what has to hold beside it.
type Thread = (Pc, DutySet);

/// The threads that are alive, and what is known about the text so far.
#[derive(PartialEq, Eq, Hash)]
struct State {
    context: Context,
    /// Sorted; only instructions that consume or accept.
    threads: Vec<Thread>,
}

/// What a regular expression is matched against.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Any part of the text: what `RegExp.prototype.test` does.
    Search,
    /// Any prefix of the text that follows: a look-ahead.
    Prefix,
    /// Any suffix of the text before: a look-behind.
    Suffix,
}

/// Turns the regular expressions of one pattern into deterministic automata.
pub(super) struct Determinizer<'p> {
    program: &'p Program,
    alphabet: &'p Alphabet,
    looks: &'p IndexSet<Look>,
    contexts: Contexts,
    /// The automata of the look-aheads that have been built.
    aheads: Vec<Option<Dfa>>,
    duty_sets: IndexSet<Vec<Duty>>,
    pub(super) work: Work,
}

impl<'p> Determinizer<'p> {
    pub(super) fn new(
        program: &'p Program,
        alphabet: &'p Alphabet,
        looks: &'p IndexSet<Look>,
    ) -> Self {
        Self {
            program,
            alphabet,
            looks,
            contexts: Contexts::new(alphabet.len()),
            aheads: looks.iter().map(|_| None).collect(),
            duty_sets: IndexSet::from([vec![]]),
            work: Work::default(),
        }
    }

    /// Builds what the looks need, given the entry of each.
    ///
    /// Inner looks come first. Look-behinds, which contain no look-aheads, go before all look-aheads,
    /// because the automaton of a look-ahead starts once in every context.
    pub(super) fn prepare(&mut self, entries: &[Pc]) -> Result<(), Unchecked> {
        for (id, (look, &entry)) in self.looks.iter().zip(entries).enumerate() {
            if look.direction == Direction::Behind {
                let dfa = self.look(look, entry, Mode::Suffix, 1)?;
                self.contexts = self.contexts.with(id, &dfa)?;
            }
        }
        for (id, (look, &entry)) in self.looks.iter().zip(entries).enumerate() {
            if look.direction == Direction::Ahead {
                let dfa = self.look(look, entry, Mode::Prefix, self.contexts.len())?;
                self.aheads[id] = Some(dfa);
            }
        }
        Ok(())
    }

    fn look(
        &mut self,
        look: &Look,
        entry: Pc,
        mode: Mode,
        starts: usize,
    ) -> Result<Dfa, Unchecked> {
        let mut dfa = minimize(&self.determinize(entry, mode, starts)?);
        if look.negated {
            dfa.complement();
        }
        Ok(dfa)
    }

    /// The automaton of the regular expression at `entry`, started in each of the first `starts` contexts.
    pub(super) fn determinize(
        &mut self,
        entry: Pc,
        mode: Mode,
        starts: usize,
    ) -> Result<Dfa, Unchecked> {
        let atoms = self.alphabet.len();
        let mut states = IndexSet::new();
        let mut dfa = Dfa {
            atoms,
            starts: vec![],
            transitions: vec![],
            accepting: vec![],
        };
        for context in 0..starts {
            let start = self.close(context, mode, vec![(entry, NO_DUTIES)])?;
            dfa.starts.push(states.insert_full(start).0);
        }
        while let Some(state) = states.get_index(dfa.len()) {
            dfa.accepting.push(self.accepts(state));
            let mut row = Vec::with_capacity(atoms);
            for atom in 0..atoms {
                row.push(self.step(state, atom, entry, mode)?);
            }
            dfa.transitions
                .extend(row.into_iter().map(|next| states.insert_full(next).0));
            limits::STATES.check(states.len())?;
        }
        Ok(dfa)
    }

    /// Whether the text may end here.
    fn accepts(&self, state: &State) -> bool {
        state.threads.iter().any(|&(pc, duties)| {
            pc == Program::ACCEPT
                && self.duty_sets[duties].iter().all(|&(look, state)| {
                    self.aheads[look]
                        .as_ref()
                        .is_some_and(|dfa| dfa.accepting[state])
                })
        })
    }

    /// The state after one more code point.
    fn step(
        &mut self,
        state: &State,
        atom: Atom,
        entry: Pc,
        mode: Mode,
    ) -> Result<State, Unchecked> {
        self.work.spend(1)?;
        let mut next = Vec::new();
        for &(pc, duties) in &state.threads {
            let target = match self.program.insts[pc] {
                Inst::Set(set, target) if self.alphabet.contains(set, atom) => target,
                // Whatever follows a match does not matter, but for the duties.
                Inst::Accept if mode != Mode::Suffix => pc,
                _ => continue,
            };
            if let Some(duties) = self.advance(duties, atom) {
                next.push((target, duties));
            }
        }
        if mode != Mode::Prefix {
            next.push((entry, NO_DUTIES));
        }
        self.close(self.contexts.next(state.context, atom), mode, next)
    }

    /// The duties after one more code point; none when one of them can no longer be met.
    fn advance(&mut self, duties: DutySet, atom: Atom) -> Option<DutySet> {
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

    /// Follows all instructions that consume nothing.
    fn close(
        &mut self,
        context: Context,
        mode: Mode,
        mut stack: Vec<Thread>,
    ) -> Result<State, Unchecked> {
        let mut seen: BTreeSet<Thread> = stack.iter().copied().collect();
        let mut threads = Vec::new();
        while let Some(thread) = stack.pop() {
            self.work.spend(1)?;
            let (pc, duties) = thread;
            let next = match self.program.insts[pc] {
                Inst::Set(..) | Inst::Accept => {
                    threads.push(thread);
                    [None, None]
                }
                Inst::Split(one, other) => [Some((one, duties)), Some((other, duties))],
                Inst::Look(look, next) => [
                    self.pass(look, context, duties)
                        .map(|duties| (next, duties)),
                    None,
                ],
            };
            stack.extend(
                next.into_iter()
                    .flatten()
                    .filter(|&thread| seen.insert(thread)),
            );
        }
        threads.sort_unstable();
        self.canonical(State { context, threads }, mode)
    }

    /// The duties after a look; none where the look does not hold.
    fn pass(&mut self, look: LookId, context: Context, duties: DutySet) -> Option<DutySet> {
        if self.looks[look].direction == Direction::Behind {
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

    fn intern(&mut self, mut duties: Vec<Duty>) -> DutySet {
        duties.sort_unstable();
        duties.dedup();
        self.duty_sets.insert_full(duties).0
    }

    /// Drops what makes no difference, so that fewer states differ.
    fn canonical(&mut self, mut state: State, mode: Mode) -> Result<State, Unchecked> {
        let matched = (Program::ACCEPT, NO_DUTIES);
        let settled = match mode {
            Mode::Suffix => false,
            Mode::Search => state.threads.first() == Some(&matched),
            Mode::Prefix => state.threads.is_empty() || state.threads[0] == matched,
        };
        if settled {
            state.context = Contexts::START;
            state.threads.truncate(1);
            return Ok(state);
        }
        // A thread with more duties than another at the same instruction adds nothing.
        let threads = &state.threads;
        let mut kept = Vec::with_capacity(threads.len());
        for rivals in threads.chunk_by(|one, other| one.0 == other.0) {
            self.work.spend((rivals.len() - 1) * rivals.len())?;
            kept.extend(rivals.iter().filter(|thread| {
                rivals.len() == 1 || !rivals.iter().any(|rival| self.outdoes(*rival, **thread))
            }));
        }
        state.threads = kept;
        Ok(state)
    }

    /// Whether a thread has some of the duties of another, but not all.
    fn outdoes(&self, rival: Thread, thread: Thread) -> bool {
        let (fewer, more) = (&self.duty_sets[rival.1], &self.duty_sets[thread.1]);
        fewer.len() < more.len() && fewer.iter().all(|duty| more.binary_search(duty).is_ok())
    }
}
