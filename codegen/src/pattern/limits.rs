//! The budgets that keep any pattern from hanging the generator or bloating the client.

use super::refused::Unchecked;

/// Length of the source, in bytes.
pub(super) const SOURCE: Limit = Limit("bytes of source", 8 * 1024);
/// Depth of groups within groups; the parser and what walks its tree recurse this deep.
pub(super) const NESTING: Limit = Limit("nested groups", 100);
/// Different sets of code points.
pub(super) const SETS: Limit = Limit("character sets", 1_000);
/// Instructions once every counted repeat is written out.
pub(super) const PROGRAM: Limit = Limit("instructions", 20_000);
/// States of one automaton over characters, before it is minimised.
pub(super) const STATES: Limit = Limit("states", 10_000);
/// Transitions and instructions visited while all automata of one pattern are built.
pub(super) const STEPS: Limit = Limit("steps", 1_000_000);
/// Numbers in the finished table, each of which is emitted into the client.
pub(super) const TABLE: Limit = Limit("table entries", 65_536);

/// The largest count of something: a plural noun and the number.
#[derive(Clone, Copy)]
pub(super) struct Limit(&'static str, usize);

impl Limit {
    /// Fails when `count` is above the limit.
    pub(super) fn check(self, count: usize) -> Result<(), Unchecked> {
        if count > self.1 {
            Err(self.exceeded())
        } else {
            Ok(())
        }
    }

    /// The reason for a pattern that is above the limit.
    pub(super) fn exceeded(self) -> Unchecked {
        Unchecked::TooLarge {
            what: self.0,
            limit: self.1,
        }
    }
}

/// Steps for all patterns of one document, and ten for each number in their tables.
const DOCUMENT: usize = 20_000_000;

/// What is left for the patterns of one document: many that each keep to the limits would still take long together.
#[derive(Clone, Copy, Debug)]
pub struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(DOCUMENT)
    }
}

impl Budget {
    /// A budget of so many steps.
    #[must_use]
    pub fn of(steps: usize) -> Self {
        Self(steps)
    }

    /// Takes what a pattern has cost.
    pub(super) fn pay(&mut self, work: &Work, table: usize) {
        let cost = work.steps.saturating_add(table.saturating_mul(10));
        self.0 = self.0.saturating_sub(cost);
    }
}

/// Counts the work on one pattern against [`STEPS`], and against what is left for the document.
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

    /// Adds `steps`; fails when that is more than a pattern may take.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Unchecked> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > self.left {
            return Err(Limit("steps for all patterns together", DOCUMENT).exceeded());
        }
        STEPS.check(self.steps)
    }
}
