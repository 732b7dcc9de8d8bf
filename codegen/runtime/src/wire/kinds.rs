//! Kinds of values that only some APIs use.

use std::convert::Infallible;

use serde::de::Deserializer;

use super::decode::TextSlot;
use super::error::Trace;
use super::read_decimal::read_decimal;
use super::read_tuple::{TupleSlot, read_tuple};
use super::read_union::read_union;
use super::union::Union;
use super::untagged::{Untagged, read_untagged};

/// The destination of a value of a kind that only some APIs use.
#[non_exhaustive]
pub enum Kind<'a> {
    /// Accepts nothing.
    Never(&'a Infallible),
    /// Accepts a decimal number with all its digits.
    Decimal(&'a mut dyn TextSlot),
    /// Accepts an array with a type for each position.
    Tuple(&'a mut dyn TupleSlot),
    /// Accepts an object of a union, selected by its tag.
    Union(&'a mut dyn Union),
    /// Accepts a value of a union without a discriminator.
    Untagged(&'a mut dyn Untagged),
}

impl Kind<'_> {
    pub(super) fn read<'de, D: Deserializer<'de>>(
        self,
        deserializer: D,
        trace: &mut Trace,
    ) -> Result<(), D::Error> {
        match (self, deserializer, trace) {
            (Self::Never(never), ..) => match *never {},
            (Self::Decimal(place), deserializer, trace) => read_decimal(place, deserializer, trace),
            (Self::Tuple(place), deserializer, trace) => read_tuple(place, deserializer, trace),
            (Self::Union(place), deserializer, trace) => read_union(place, deserializer, trace),
            (Self::Untagged(place), deserializer, trace) => {
                read_untagged(place, deserializer, trace)
            }
        }
    }
}
