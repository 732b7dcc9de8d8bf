//! Decoding from a format of the caller: errors have a path, and nested types share the memory limit.

use std::fmt;

use super::around::AROUND;
use super::budget::Budget;
use super::error::{Trace, write_located};

/// Takes the budget of the enclosing value, which [`restore`] returns. Without an enclosing value, the budget is
/// unlimited.
pub(super) fn take() -> Budget {
    let budget = Budget::unlimited();
    AROUND.with(|around| around.swap(&budget));
    budget
}

/// Returns the budget that [`take`] took.
pub(super) fn restore(budget: &Budget) {
    AROUND.with(|around| around.swap(budget));
}

/// Prepends the path to the error of a format.
pub(super) fn locate<E: serde::de::Error>(trace: &Trace, error: E) -> E {
    let mut message = String::new();
    match write_located(&mut message, &trace.path(), &trace.reason(&error)) {
        Ok(()) => E::custom(message),
        Err(fmt::Error) => error,
    }
}
