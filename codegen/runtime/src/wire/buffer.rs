//! Memory of values that are buffered until their types are known.

use super::budget::Budget;

/// What may still be charged, to be compared later.
pub(super) fn mark(budget: &Budget) -> usize {
    budget.left.get().saturating_add(budget.buffered.get())
}

/// What has been charged since `mark`.
pub(super) fn since(budget: &Budget, mark: usize) -> usize {
    mark.saturating_sub(self::mark(budget))
}

/// Begins to decode buffered JSON for which `bytes` were charged. Returns what [`end`] takes.
pub(super) fn begin(budget: &Budget, bytes: usize) -> usize {
    budget.buffered.replace(bytes)
}

/// Refunds what was charged for JSON that has been decoded and is dropped.
pub(super) fn end(budget: &Budget, outer: usize) {
    let dropped = budget.buffered.replace(outer);
    budget.left.set(budget.left.get().saturating_add(dropped));
}
