//! Unions without a discriminator: what a value looks like says which variant it is (OAS 3.0,
//! `oneOf` and `anyOf`).
//!
//! A value is a variant when it passes one of the variant's tests. Nothing is tried out, and the
//! order of the variants does not matter:
//!
//! - When it passes for one variant only, it is that one. An error inside it is an error, as for
//!   any other type.
//! - When it passes for several, it is the most specific one: the one whose tests ask for all that
//!   those of each other ask for, that declares every key of the value that the other declares,
//!   and does more in one of the two respects.
//! - When there is no such variant, or it passes for none, it is unknown and kept as JSON.

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

/// An enum of types that JSON tells apart, as the reader sees it.
#[doc(hidden)]
pub trait Untagged {
    /// Its type.
    fn id(&self) -> TypeId;
    /// By variant, the tests of which a value has to pass one.
    fn tests(&self) -> &'static [&'static [Test]];
    /// Becomes the variant at `index` and opens it.
    fn open(&mut self, index: usize) -> Slot<'_>;
    /// Becomes the unknown variant.
    fn keep(&mut self, raw: Value);
}

/// Reads the whole value before its variant is known.
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

/// The variant that a value is, by its index.
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

/// A variant that a value may be.
struct Candidate {
    index: usize,
    tests: &'static [Test],
    /// The objects that the variant holds, or the unions in it.
    shapes: Vec<&'static Shape>,
}

impl Candidate {
    /// Whether this asks for all that `other` asks for and declares all that it declares of `value`.
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

/// The objects that `value` may be when it is read into `slot`.
fn shapes_of(slot: Slot<'_>, value: &Value) -> Vec<&'static Shape> {
    let mut found = Found::default();
    found.search(slot, value);
    found.shapes
}

/// The objects that were found in a variant. A union within unions is searched once, whatever the number of ways that
/// lead to it: each of many layers could double them.
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
