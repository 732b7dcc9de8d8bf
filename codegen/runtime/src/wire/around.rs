//! The memory limit of a value around another.

use super::budget::Budget;

thread_local! {
    /// The budget of a body that is decoded to a type of the caller. serde cannot pass it to types of this crate within
    /// that type.
    pub(super) static AROUND: Budget = Budget::unlimited();
}

impl Budget {
    pub(super) fn unlimited() -> Self {
        Self::new(usize::MAX)
    }

    pub(super) fn swap(&self, other: &Self) {
        self.limit.swap(&other.limit);
        self.left.swap(&other.left);
        self.buffered.swap(&other.buffered);
        self.is_exhausted.swap(&other.is_exhausted);
    }
}
