//! Integers without rules of their own.

use super::integer_argument::IntegerArgument;
use super::integer_value::Width;
use super::{Bounds, IntegerValue};

/// A number as a caller gives it, which the limits of its type bound.
pub(crate) fn plain_integer<T: Width>(given: impl IntegerArgument) -> IntegerValue<T> {
    let limits: &'static Bounds = T::LIMITS;
    IntegerValue::given(given, limits)
}
