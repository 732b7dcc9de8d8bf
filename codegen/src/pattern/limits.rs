//! Limits on the time of compilation and on the size of the table.

use super::refused::Unchecked;

/// Length of the source, in bytes.
pub(super) const SOURCE: Limit = Limit("bytes of source", 8 * 1024);
/// Nesting depth of groups; the parser and the visitors of its tree recurse this deep.
pub(super) const NESTING: Limit = Limit("nested groups", 100);
/// Different sets of code points.
pub(super) const SETS: Limit = Limit("character sets", 1_000);
/// Instructions after expanding counted repetitions.
pub(super) const PROGRAM: Limit = Limit("instructions", 20_000);
/// States of one automaton over characters, before minimization.
pub(super) const STATES: Limit = Limit("states", 10_000);
/// Transitions and instructions visited to build all automata of one pattern.
pub(super) const STEPS: Limit = Limit("steps", 1_000_000);
/// Numbers in the finished table, each of which is emitted into the client.
pub(super) const TABLE: Limit = Limit("table entries", 65_536);

/// A limit: a plural noun and the maximum.
#[derive(Clone, Copy)]
pub(super) struct Limit(&'static str, usize);

impl Limit {
    /// Fails if `count` exceeds the limit.
    pub(super) fn check(self, count: usize) -> Result<(), Unchecked> {
        if count > self.1 {
            Err(self.exceeded())
        } else {
            Ok(())
        }
    }

    /// The reason for a pattern that exceeds the limit.
    pub(super) fn exceeded(self) -> Unchecked {
        Unchecked::TooLarge {
            what: self.0,
            limit: self.1,
        }
    }
}

/// Steps for all patterns of one document, and ten for each number in their tables.
const DOCUMENT: usize = 20_000_000;

/// The remaining budget for the patterns of one document, because many patterns within the limits take long together.
#[derive(Clone, Copy, Debug)]
pub struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(DOCUMENT)
    }
}

impl Budget {
    /// Creates a budget of this number of steps.
    #[must_use]
    pub fn of(steps: usize) -> Self {
        Self(steps)
    }

    /// Charges the cost of a pattern.
    pub(super) fn pay(&mut self, work: &Work, table: usize) {
        let cost = work.steps.saturating_add(table.saturating_mul(10));
        self.0 = self.0.saturating_sub(cost);
    }
}

/// Counts the work on one pattern against [`STEPS`] and the remaining budget of the document.
pub(super) struct Work {
    steps: usize,
    left: usize,
}

impl Work {
    pub(super) fn within(budget: Budget) -> Self {
        Self {
            steps: 0,
            left: budget.0,
        }
    }

    /// Adds `steps`; fails if the total exceeds the limit.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Unchecked> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > self.left {
            return Err(Limit("steps for all patterns together", DOCUMENT).exceeded());
        }
        STEPS.check(self.steps)
    }
}
