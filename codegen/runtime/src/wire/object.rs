//! Objects with known keys: the interface of structs to the reader and the writer.

use super::decode::{Decode, Slot};
use super::encode::{Encode, View};

/// The type of an object: its name and its fields, in the order of the document.
#[derive(Debug)]
pub struct Shape {
    /// The name of the Rust type.
    pub name: &'static str,
    /// The fields; their index identifies them in [`Object`].
    pub fields: &'static [Field],
}

impl Shape {
    /// Returns the index of the field with the wire name `key`. The search begins at `start` and wraps around, so keys
    /// in document order are found at once.
    #[must_use]
    pub fn find(&self, key: &str, start: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at(start.min(self.fields.len()));
        let position = |fields: &[Field]| fields.iter().position(|field| field.wire == key);
        position(after)
            .map(|index| before.len() + index)
            .or_else(|| position(before))
    }
}

/// One field of an object.
#[derive(Debug)]
pub struct Field {
    /// The Rust name, for `Debug`.
    pub name: &'static str,
    /// The name on the wire.
    pub wire: &'static str,
    /// Whether the key is required. Without a value, it is sent as `null`.
    pub required: bool,
}

impl Field {
    /// Creates an optional field.
    #[must_use]
    pub const fn new(name: &'static str, wire: &'static str) -> Self {
        Self {
            name,
            wire,
            required: false,
        }
    }

    /// Makes the field required.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

/// The destination of a constant: accepts and discards any value.
impl Encode for () {
    fn view(&self) -> View<'_> {
        View::Absent
    }
}

impl Decode for () {
    fn blank() -> Self {}

    fn slot(&mut self) -> Slot<'_> {
        Slot::Ignored
    }
}

/// The interface of a struct to the reader and the writer.
///
/// Its parts are the constants and fields, in the order of the shape, followed by the map of all other entries
/// (`additionalProperties`), if the type has one.
#[doc(hidden)]
pub trait Object {
    /// The type of the object.
    fn shape(&self) -> &'static Shape;
    /// Calls `look` with the parts.
    fn show(&self, look: &mut dyn FnMut(&[&dyn Encode]));
    /// Calls `fill` with the parts, to be filled.
    fn open(&mut self, fill: &mut dyn FnMut(&mut [&mut dyn Decode]));
}
