//! Converts the syntax tree to a nondeterministic automaton as a list of instructions (Thompson 1968).

use super::ast::{LookId, Node, SetId};
use super::limits;
use super::refused::Unchecked;

/// Index of an instruction.
pub(super) type Pc = usize;

/// One instruction; all but [`Inst::Set`] and [`Inst::Accept`] consume nothing.
#[derive(Clone, Copy)]
pub(super) enum Inst {
    /// Consumes one code point of the set.
    Set(SetId, Pc),
    /// Continues at both targets.
    Split(Pc, Pc),
    /// Continues if the look holds.
    Look(LookId, Pc),
    /// The end of the regular expression.
    Accept,
}

/// The instructions of a pattern and of all its looks, which end in one shared [`Inst::Accept`].
pub(super) struct Program {
    pub(super) insts: Vec<Inst>,
}

impl Program {
    /// The end of every regular expression of the program.
    pub(super) const ACCEPT: Pc = 0;

    pub(super) fn new() -> Self {
        Self {
            insts: vec![Inst::Accept],
        }
    }

    /// Adds a regular expression; returns its entry.
    pub(super) fn add(&mut self, node: &Node) -> Result<Pc, Unchecked> {
        self.emit(node, Self::ACCEPT)
    }

    /// Adds the instructions for `node`, followed by `next`; returns their entry.
    fn emit(&mut self, node: &Node, next: Pc) -> Result<Pc, Unchecked> {
        match node {
            Node::Empty => Ok(next),
            Node::Set(set) => self.push(Inst::Set(*set, next)),
            Node::Look(look) => self.push(Inst::Look(*look, next)),
            Node::Concat(parts) => parts
                .iter()
                .rev()
                .try_fold(next, |next, part| self.emit(part, next)),
            Node::Alternation(parts) => self.alternation(parts, next),
            Node::Repeat { node, min, max } => {
                let tail = match max {
                    None => self.unbounded(node, next)?,
                    Some(max) => self.optional(node, max.saturating_sub(*min), next)?,
                };
                self.times(node, *min, tail)
            }
        }
    }

    fn alternation(&mut self, parts: &[Node], next: Pc) -> Result<Pc, Unchecked> {
        let Some((last, others)) = parts.split_last() else {
            return Ok(next);
        };
        let last = self.emit(last, next)?;
        others.iter().rev().try_fold(last, |rest, part| {
            let entry = self.emit(part, next)?;
            self.push(Inst::Split(entry, rest))
        })
    }

    fn unbounded(&mut self, node: &Node, next: Pc) -> Result<Pc, Unchecked> {
        let again = self.push(Inst::Split(next, next))?;
        let entry = self.emit(node, again)?;
        self.insts[again] = Inst::Split(entry, next);
        Ok(again)
    }

    /// Up to `count` times, as in `(r(r(r)?)?)?`.
    fn optional(&mut self, node: &Node, count: u32, next: Pc) -> Result<Pc, Unchecked> {
        let mut tail = next;
        for _ in 0..count {
            let entry = self.emit(node, tail)?;
            tail = self.push(Inst::Split(entry, next))?;
        }
        Ok(tail)
    }

    fn times(&mut self, node: &Node, count: u32, next: Pc) -> Result<Pc, Unchecked> {
        let mut tail = next;
        for _ in 0..count {
            let entry = self.emit(node, tail)?;
            // Without this check, an empty node would loop up to four billion times.
            if entry == tail {
                break;
            }
            tail = entry;
        }
        Ok(tail)
    }

    fn push(&mut self, inst: Inst) -> Result<Pc, Unchecked> {
        limits::PROGRAM.check(self.insts.len())?;
        self.insts.push(inst);
        Ok(self.insts.len() - 1)
    }
}
