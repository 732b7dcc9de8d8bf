//! Decoding in a format of the caller: errors have a path, and nested types share the limit of memory.

use std::fmt;

use super::budget::{AROUND, Budget};
use super::error::{Trace, write_located};

/// Takes the budget of the enclosing value, which [`restore`] returns. Without such a value, there is no limit.
pub(super) fn take() -> Budget {
    let budget = Budget::unlimited();
    AROUND.with(|around| around.swap(&budget));
    budget
}

/// Returns the budget that [`take`] took.
pub(super) fn restore(budget: &Budget) {
    AROUND.with(|around| around.swap(budget));
}

/// The error of a format, preceded by the path.
pub(super) fn locate<E: serde::de::Error>(trace: &Trace, error: E) -> E {
    let mut message = String::new();
    match write_located(&mut message, &trace.path(), &trace.reason(&error)) {
        Ok(()) => E::custom(message),
        Err(fmt::Error) => error,
    }
}
