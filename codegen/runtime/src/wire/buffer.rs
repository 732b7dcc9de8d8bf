//! Charges for values that are buffered until their types are known.

use super::budget::Budget;

/// The remaining budget, for [`since`].
pub(super) fn mark(budget: &Budget) -> usize {
    budget.left.get().saturating_add(budget.buffered.get())
}

/// The amount charged since `mark`.
pub(super) fn since(budget: &Budget, mark: usize) -> usize {
    mark.saturating_sub(self::mark(budget))
}

/// Begins to decode buffered JSON for which `bytes` were charged. Returns the argument of [`end`].
pub(super) fn begin(budget: &Budget, bytes: usize) -> usize {
    budget.buffered.replace(bytes)
}

/// Refunds the charge for JSON that was decoded and is dropped.
pub(super) fn end(budget: &Budget, outer: usize) {
    let dropped = budget.buffered.replace(outer);
    budget.left.set(budget.left.get().saturating_add(dropped));
}
