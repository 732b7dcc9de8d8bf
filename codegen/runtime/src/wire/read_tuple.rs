//! Reads arrays with a type for each position.

use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::decode::Slot;
use super::error::Trace;
use super::read::SlotSeed;

/// The destination of an array with a type for each position.
#[doc(hidden)]
pub trait TupleSlot {
    /// The destination of the item at `index`, if any.
    fn position(&mut self, index: usize) -> Option<Slot<'_>>;
}

pub(super) fn read_tuple<'de, D: Deserializer<'de>>(
    place: &mut dyn TupleSlot,
    deserializer: D,
    trace: &mut Trace,
) -> Result<(), D::Error> {
    deserializer.deserialize_seq(TupleVisitor { place, trace })
}

struct TupleVisitor<'s, 't> {
    place: &'s mut dyn TupleSlot,
    trace: &'t mut Trace,
}

impl<'de> Visitor<'de> for TupleVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            let seed = SlotSeed {
                slot: self.place.position(index).unwrap_or(Slot::Ignored),
                trace: self.trace,
            };
            let item = seq.next_element_seed(seed);
            if item
                .inspect_err(|_| self.trace.push(index.to_string()))?
                .is_none()
            {
                return match self.place.position(index) {
                    Some(_) => Err(A::Error::custom(format_args!("item {index} is missing"))),
                    None => Ok(()),
                };
            }
        }
        Ok(())
    }
}
