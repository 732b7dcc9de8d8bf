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

use serde_json::Value;

use super::decode::Slot;
use super::object::Shape;
use super::test::{Test, implies, passes};

/// An enum of types that JSON tells apart, as the reader sees it.
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

/// The variant that a value is, by its index.
pub(super) fn choose(union: &mut dyn Untagged, value: &Value) -> Option<usize> {
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
            Slot::Union(union) => {
                let tag = value.get(union.shape().tag).and_then(Value::as_str);
                if let Some(slot) = tag.and_then(|tag| union.select(tag)) {
                    self.search(slot, value);
                }
            }
            Slot::Untagged(union) if self.searched.insert(union.id()) => {
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

/// Implements [`Untagged`], [`Encode`](super::Encode), [`Decode`](super::Decode), `Serialize`,
/// `Deserialize` and `Debug` for an enum: `untagged_union!(Type { Variant(Payload) = [Test, ..],
/// .. } else Unknown)`. `Type secret` is an enum of which no variant is printed.
///
/// `Variant(Payload) at "key"` is an object whose only key holds the payload, and `Variant is "text"` has no payload.
#[allow(unused_macros, reason = "a document may have no such union")]
macro_rules! untagged_union {
    (@ view $this:ident $value:ident [] []) => {
        $crate::wire::Encode::view($value)
    };
    (@ view $this:ident $value:ident [secret] []) => {
        $crate::wire::View::Secret($value)
    };
    (@ view $this:ident $value:ident $secret:tt [$key:literal]) => {{
        let _ = $value;
        $crate::wire::View::Object($this)
    }};
    (@ slot $this:ident $value:ident [] []) => {
        $crate::wire::Decode::slot($value)
    };
    (@ slot $this:ident $value:ident [secret] []) => {
        $crate::wire::Slot::Secret($value)
    };
    (@ slot $this:ident $value:ident $secret:tt [$key:literal]) => {{
        let _ = $value;
        $crate::wire::Slot::Object($this)
    }};
    (@ object $name:ident []) => {};
    // A variant with a key is an object of one field.
    (@ object $name:ident [$($variant:ident $key:literal)+]) => {
        impl $crate::wire::Object for $name {
            fn shape(&self) -> &'static $crate::wire::Shape {
                match self {
                    $(Self::$variant(_) => {
                        static SHAPE: $crate::wire::Shape = $crate::wire::Shape {
                            name: stringify!($variant),
                            fields: &[$crate::wire::Field::new($key, $key).required()],
                        };
                        &SHAPE
                    })+
                    _ => {
                        static NONE: $crate::wire::Shape =
                            $crate::wire::Shape { name: stringify!($name), fields: &[] };
                        &NONE
                    }
                }
            }

            fn show(&self, look: &mut dyn ::core::ops::FnMut(&[&dyn $crate::wire::Encode])) {
                match self {
                    $(Self::$variant(value) => look(&[value]),)+
                    _ => look(&[]),
                }
            }

            fn open(&mut self, fill: &mut dyn ::core::ops::FnMut(&mut [&mut dyn $crate::wire::Decode])) {
                match self {
                    $(Self::$variant(value) => fill(&mut [value]),)+
                    _ => fill(&mut []),
                }
            }
        }
    };
    ($name:ident $($secret:ident)? { $($variants:tt)* }) => {
        $crate::wire::untagged_union!(@ $name [$($secret)?] { $($variants)* } Unknown);
    };
    ($name:ident $($secret:ident)? { $($variants:tt)* } else $unknown:ident) => {
        $crate::wire::untagged_union!(@ $name [$($secret)?] { $($variants)* } $unknown);
    };
    (@ $name:ident $secret:tt { $($variant:ident $(($payload:ty) $(at $key:literal)?)? $(is $text:literal)? = $tests:expr),* $(,)? } $unknown:ident) => {
        impl $crate::wire::Untagged for $name {
            fn id(&self) -> ::std::any::TypeId {
                ::std::any::TypeId::of::<Self>()
            }

            fn tests(&self) -> &'static [&'static [$crate::wire::Test]] {
                static TESTS: &[&[$crate::wire::Test]] = &[$(&$tests),*];
                TESTS
            }

            fn open(&mut self, index: usize) -> $crate::wire::Slot<'_> {
                #[allow(dead_code, clippy::enum_variant_names, reason = "it counts the variants, which have the names of the API")]
                enum __Variant { $($variant,)* }
                *self = match index {
                    $(at if at == __Variant::$variant as usize => {
                        Self::$variant $((<$payload as $crate::wire::Decode>::blank()))?
                    })*
                    _ => return $crate::wire::Slot::Ignored,
                };
                match self {
                    $($(Self::$variant(value) => $crate::wire::untagged_union!(@ slot self value $secret [$($key)?]),)?)*
                    _ => $crate::wire::Slot::Ignored,
                }
            }

            fn keep(&mut self, raw: ::serde_json::Value) {
                *self = Self::$unknown($crate::wire::UnknownVariant::new(raw));
            }
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::View<'_> {
                match self {
                    $(
                        $(Self::$variant(value) => $crate::wire::untagged_union!(@ view self value $secret [$($key)?]),)?
                        $(Self::$variant => $crate::wire::View::Text($text),)?
                    )*
                    Self::$unknown(value) => $crate::wire::View::Unknown(value),
                }
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self::$unknown($crate::wire::UnknownVariant::new(::serde_json::Value::Null))
            }

            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Untagged(self)
            }
        }

        $crate::wire::untagged_union!(@ object $name [$($($($variant $key)?)?)*]);
        $crate::wire::forward!($name);
        $crate::wire::equality!($name);
    };
}
#[allow(unused_imports, reason = "a document may have no such union")]
pub(crate) use untagged_union;
