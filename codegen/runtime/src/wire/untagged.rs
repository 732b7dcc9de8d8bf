//! Reads unions without a discriminator, whose variant is selected by the form of the value (OAS 3.0, `oneOf` and
//! `anyOf`).
//!
//! A value matches a variant if it passes one of the variant's tests. Variants are never decoded by trial and error,
//! and their order is irrelevant:
//!
//! - If it matches one variant, that one is selected. An error inside the value is an error, as for any other type.
//! - If it matches several, the most specific one is selected: its tests check everything that the tests of each other
//!   one check, it declares every key of the value that the other declares, and it exceeds the other in at least one of
//!   the two respects.
//! - If there is no such variant or the value matches none, it is unknown and kept as JSON.

use std::any::TypeId;
use std::collections::BTreeSet;

use serde::de::{Deserializer, Error};
use serde_json::Value;

use super::buffer;
use super::decode::Slot;
use super::error::Trace;
use super::kinds::Kind;
use super::object::Shape;
use super::read::read;
use super::read_json::read_json;
use super::test::{Test, implies, passes};

/// The interface of an enum without a discriminator to the reader.
#[doc(hidden)]
pub trait Untagged {
    /// The type of the union.
    fn id(&self) -> TypeId;
    /// The tests of each variant. A value matches if it passes one of them.
    fn tests(&self) -> &'static [&'static [Test]];
    /// Changes to the variant at `index` and returns its slot.
    fn open(&mut self, index: usize) -> Slot<'_>;
    /// Changes to the unknown variant.
    fn keep(&mut self, raw: Value);
}

/// Buffers the whole value before its variant is selected.
pub(super) fn read_untagged<'de, D: Deserializer<'de>>(
    union: &mut dyn Untagged,
    deserializer: D,
    trace: &mut Trace,
) -> Result<(), D::Error> {
    let mark = buffer::mark(&trace.budget);
    let value = read_json(deserializer, trace)?;
    let Some(index) = choose(union, &value) else {
        union.keep(value);
        return Ok(());
    };
    let outer = buffer::begin(&trace.budget, buffer::since(&trace.budget, mark));
    let result = read(union.open(index), value, trace);
    buffer::end(&trace.budget, outer);
    result.map_err(D::Error::custom)
}

/// Selects the variant of a value and returns its index.
fn choose(union: &mut dyn Untagged, value: &Value) -> Option<usize> {
    let tests = union.tests();
    let is_candidate = |index: &usize| passes(tests[*index], value);
    let candidates: Vec<usize> = (0..tests.len()).filter(is_candidate).collect();
    if let [only] = candidates.as_slice() {
        return Some(*only);
    }
    let candidates: Vec<Candidate> = candidates
        .into_iter()
        .map(|index| Candidate {
            index,
            tests: tests[index],
            shapes: shapes_of(union.open(index), value),
        })
        .collect();
    let beats_all = |it: &&Candidate| {
        let mut others = candidates.iter().filter(|other| other.index != it.index);
        others.all(|other| it.covers(other, value) && !other.covers(it, value))
    };
    candidates.iter().find(beats_all).map(|found| found.index)
}

/// A variant that a value matches.
struct Candidate {
    index: usize,
    tests: &'static [Test],
    /// The objects in the variant, including those of unions in it.
    shapes: Vec<&'static Shape>,
}

impl Candidate {
    /// Whether this variant checks and declares everything of `value` that `other` does.
    fn covers(&self, other: &Self, value: &Value) -> bool {
        let mut keys = value.as_object().into_iter().flatten().map(|(key, _)| key);
        implies(self.tests, other.tests, value)
            && keys.all(|key| self.declares(key) || !other.declares(key))
    }

    fn declares(&self, key: &str) -> bool {
        let mut shapes = self.shapes.iter();
        shapes.any(|shape| shape.find(key, 0).is_some())
            || self.tests.iter().any(|test| test.names(key))
    }
}

/// The types of objects to which `slot` may decode `value`.
fn shapes_of(slot: Slot<'_>, value: &Value) -> Vec<&'static Shape> {
    let mut found = Found::default();
    found.search(slot, value);
    found.shapes
}

/// Collects the objects in a variant. Each nested union is searched once, because the number of paths to it can grow
/// exponentially with the depth.
#[derive(Default)]
struct Found {
    shapes: Vec<&'static Shape>,
    searched: BTreeSet<TypeId>,
}

impl Found {
    fn search(&mut self, slot: Slot<'_>, value: &Value) {
        match slot {
            Slot::Object(object) => self.shapes.push(object.shape()),
            Slot::Kind(Kind::Union(union)) => {
                let tag = value.get(union.shape().tag).and_then(Value::as_str);
                if let Some(slot) = tag.and_then(|tag| union.select(tag)) {
                    self.search(slot, value);
                }
            }
            Slot::Kind(Kind::Untagged(union)) if self.searched.insert(union.id()) => {
                let tests = union.tests();
                for index in (0..tests.len()).filter(|index| passes(tests[*index], value)) {
                    self.search(union.open(index), value);
                }
            }
            Slot::Secret(place) | Slot::Boxed(place) => self.search(place.slot(), value),
            _ => {}
        }
    }
}
