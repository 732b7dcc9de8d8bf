//! Objects with known keys: what a struct tells the reader and the writer about itself.

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
    /// The index of the field with the wire name `key`, searched from `start` on and then from the
    /// beginning, so that keys that come in order are found at once.
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
    /// Whether the key must be there. Without a value it is `null`.
    pub required: bool,
}

impl Field {
    /// An optional field.
    #[must_use]
    pub const fn new(name: &'static str, wire: &'static str) -> Self {
        Self {
            name,
            wire,
            required: false,
        }
    }

    /// The same field, required.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

/// The place of a constant in what is read: takes anything and keeps nothing.
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

/// A struct, as the reader and the writer see it.
///
/// What it consists of are its constants and fields, in the order of the shape, and behind them the entries that are
/// no field (`additionalProperties`), if the type keeps them.
#[doc(hidden)]
pub trait Object {
    /// Its type.
    fn shape(&self) -> &'static Shape;
    /// Shows what it consists of.
    fn show(&self, look: &mut dyn FnMut(&[&dyn Encode]));
    /// Opens what it consists of.
    fn open(&mut self, fill: &mut dyn FnMut(&mut [&mut dyn Decode]));
}
