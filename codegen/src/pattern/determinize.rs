//! Subset construction with look-arounds.
//!
//! A state is a set of threads, as usual. Here a thread also carries duties: automata of look-aheads
//! that it passed, each of which has to accept all the text that follows the point where it was
//! passed. A look-behind needs no duty, because the context, which is part of the state, answers it.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};

use super::alphabet::{Alphabet, Atom};
use super::ast::{Direction, Pattern};
use super::context::{Context, Contexts};
use super::dfa::Dfa;
use super::limits::{self, Work};
use super::looks::{Duties, Looks, NO_DUTIES};
use super::minimize::minimize;
use super::program::{Inst, Pc, Program};
use super::refused::Unchecked;

/// The next instruction, and its duties.
type Thread = (Pc, Duties);

/// The live threads, and the context.
#[derive(Clone, PartialEq, Eq, Hash)]
struct State {
    context: Context,
    threads: Vec<Thread>,
}

/// A regular expression and its mode.
#[derive(Clone, Copy)]
struct Task {
    entry: Pc,
    mode: Mode,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Any part of the text, like `RegExp.prototype.test`.
    Search,
    /// Any prefix of the text that follows: a look-ahead.
    Prefix,
    /// Any suffix of the text before: a look-behind.
    Suffix,
}

/// The minimal automaton of a pattern over the atoms of its alphabet.
pub(super) fn determinize(
    pattern: &Pattern,
    alphabet: &Alphabet,
    work: &mut Work,
) -> Result<Dfa, Unchecked> {
    let mut program = Program::new();
    let looks = pattern.looks.iter().map(|look| program.add(&look.body));
    let looks = looks.collect::<Result<Vec<_>, _>>()?;
    let entry = program.add(&pattern.root)?;
    let mut determinizer = Determinizer {
        program: &program,
        alphabet,
        looks: Looks::new(pattern, alphabet.len()),
        work,
    };
    // Look-behinds contain no look-aheads; look-aheads require all contexts.
    determinizer.define(pattern, &looks, Direction::Behind)?;
    determinizer.define(pattern, &looks, Direction::Ahead)?;
    let mode = Mode::Search;
    determinizer.automaton(Task { entry, mode })
}

struct Determinizer<'a> {
    program: &'a Program,
    alphabet: &'a Alphabet,
    looks: Looks<'a>,
    work: &'a mut Work,
}

impl Determinizer<'_> {
    /// Builds the automata of the looks of one direction; inner looks come first.
    fn define(
        &mut self,
        pattern: &Pattern,
        entries: &[Pc],
        direction: Direction,
    ) -> Result<(), Unchecked> {
        for (id, (look, &entry)) in pattern.looks.iter().zip(entries).enumerate() {
            if look.direction != direction {
                continue;
            }
            let mode = match direction {
                Direction::Behind => Mode::Suffix,
                Direction::Ahead => Mode::Prefix,
            };
            let dfa = self.automaton(Task { entry, mode })?;
            self.looks.define(id, dfa, self.work)?;
        }
        Ok(())
    }

    /// The minimal automaton of a regular expression.
    fn automaton(&mut self, task: Task) -> Result<Dfa, Unchecked> {
        let atoms = self.alphabet.len();
        let mut dfa = Dfa {
            atoms,
            starts: vec![],
            transitions: vec![],
            accepting: vec![],
        };
        let mut states = IndexSet::new();
        // Only a look-ahead starts inside the text.
        let contexts = if task.mode == Mode::Prefix {
            self.looks.contexts().len()
        } else {
            1
        };
        for context in 0..contexts {
            let threads = vec![(task.entry, NO_DUTIES)];
            let start = self.close(State { context, threads }, task.mode)?;
            dfa.starts.push(states.insert_full(start).0);
        }
        // Many atoms lead to the same instructions.
        let mut closed: IndexMap<State, usize> = IndexMap::new();
        while let Some(state) = states.get_index(dfa.len()).cloned() {
            dfa.accepting.push(self.accepts(&state));
            for atom in 0..atoms {
                let next = self.step(&state, atom, task);
                self.work.spend(1 + next.threads.len())?;
                let next = if let Some(&known) = closed.get(&next) {
                    known
                } else {
                    let target = states.insert_full(self.close(next.clone(), task.mode)?).0;
                    closed.insert(next, target);
                    target
                };
                dfa.transitions.push(next);
            }
            limits::STATES.check(states.len())?;
        }
        Ok(minimize(&dfa))
    }

    /// Whether the text may end here.
    fn accepts(&self, state: &State) -> bool {
        let accepted = |&(pc, duties): &Thread| pc == Program::ACCEPT && self.looks.met(duties);
        state.threads.iter().any(accepted)
    }

    /// The state after one more code point, before [`Self::close`].
    fn step(&mut self, state: &State, atom: Atom, task: Task) -> State {
        let mut threads = Vec::new();
        for &(pc, duties) in &state.threads {
            let target = match self.program.insts[pc] {
                Inst::Set(set, target) if self.alphabet.contains(set, atom) => target,
                // After a match, only the duties matter.
                Inst::Accept if task.mode != Mode::Suffix => pc,
                _ => continue,
            };
            threads.extend(
                self.looks
                    .advance(duties, atom)
                    .map(|duties| (target, duties)),
            );
        }
        if task.mode != Mode::Prefix {
            threads.push((task.entry, NO_DUTIES));
        }
        threads.sort_unstable();
        threads.dedup();
        State {
            context: self.looks.contexts().next(state.context, atom),
            threads,
        }
    }

    /// Follows all instructions that consume no input.
    fn close(&mut self, state: State, mode: Mode) -> Result<State, Unchecked> {
        let State {
            context,
            threads: mut stack,
        } = state;
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
                Inst::Look(look, next) => {
                    let duties = self.looks.pass(look, context, duties);
                    [duties.map(|duties| (next, duties)), None]
                }
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

    /// Drops redundant threads, so that there are fewer states. The threads are sorted.
    fn canonical(&mut self, mut state: State, mode: Mode) -> Result<State, Unchecked> {
        let matched = state.threads.first() == Some(&(Program::ACCEPT, NO_DUTIES));
        let settled = match mode {
            Mode::Search => matched,
            Mode::Prefix => matched || state.threads.is_empty(),
            Mode::Suffix => false,
        };
        if settled {
            state.threads.truncate(1);
            return Ok(State {
                context: Contexts::START,
                ..state
            });
        }
        // A thread with more duties than another at the same instruction adds nothing.
        let mut kept = Vec::with_capacity(state.threads.len());
        for rivals in state.threads.chunk_by(|one, other| one.0 == other.0) {
            self.work.spend(rivals.len() * (rivals.len() - 1))?;
            let outdone = |more| rivals.iter().any(|rival| self.looks.fewer(rival.1, more));
            kept.extend(rivals.iter().filter(|thread| !outdone(thread.1)));
        }
        Ok(State {
            threads: kept,
            ..state
        })
    }
}
