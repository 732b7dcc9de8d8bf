//! Objects with known keys: what a struct tells the reader and the writer about itself.

use super::decode::{MapSlot, Slot};
use super::encode::{Entries, View};

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
    /// Whether the value is kept out of `Debug`, traces and error messages.
    pub secret: bool,
}

impl Field {
    /// An optional field.
    #[must_use]
    pub const fn new(name: &'static str, wire: &'static str) -> Self {
        Self {
            name,
            wire,
            required: false,
            secret: false,
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

    /// The same field, secret.
    #[must_use]
    pub const fn secret(self) -> Self {
        Self {
            secret: true,
            ..self
        }
    }
}

/// A struct, as the reader and the writer see it.
pub trait Object {
    /// Its type.
    fn shape(&self) -> &'static Shape;
    /// The value of the field at `index` of the shape.
    fn view(&self, index: usize) -> View<'_>;
    /// The place for the value of the field at `index` of the shape.
    fn slot(&mut self, index: usize) -> Slot<'_>;
    /// The entries that are no field (`additionalProperties`), if the type keeps them.
    fn rest(&self) -> Option<&dyn Entries> {
        None
    }
    /// The place for the entries that are no field, if the type keeps them.
    fn rest_slot(&mut self) -> Option<&mut dyn MapSlot> {
        None
    }
}

/// Implements [`Object`], [`Encode`](super::Encode), [`Decode`](super::Decode), `Serialize`,
/// `Deserialize`, `Debug` and `PartialEq` for a struct: `object!(Type { field: "wireName" required secret, .. }
/// ..additional_properties)`.
#[allow(unused_macros, reason = "a document may have no object")]
macro_rules! object {
    ($name:ident { $($field:ident: $wire:literal $($flag:ident)*),* $(,)? } $(..$rest:ident)?) => {
        #[allow(deprecated, reason = "a deprecated property is still part of the value")]
        #[allow(unused_mut, unused_variables, unused_assignments, reason = "there is nothing to count after the last field")]
        impl $crate::wire::Object for $name {
            fn shape(&self) -> &'static $crate::wire::Shape {
                static SHAPE: $crate::wire::Shape = $crate::wire::Shape {
                    name: stringify!($name),
                    fields: &[$($crate::wire::Field::new(stringify!($field), $wire)$(.$flag())*),*],
                };
                &SHAPE
            }

            fn view(&self, index: usize) -> $crate::wire::View<'_> {
                let mut before = index;
                $(
                    if before == 0 {
                        return $crate::wire::Encode::view(&self.$field);
                    }
                    before = before.wrapping_sub(1);
                )*
                $crate::wire::View::Absent
            }

            fn slot(&mut self, index: usize) -> $crate::wire::Slot<'_> {
                let mut before = index;
                $(
                    if before == 0 {
                        return $crate::wire::Decode::slot(&mut self.$field);
                    }
                    before = before.wrapping_sub(1);
                )*
                $crate::wire::Slot::Ignored
            }

            $(
                fn rest(&self) -> Option<&dyn $crate::wire::Entries> {
                    Some(&self.$rest)
                }

                fn rest_slot(&mut self) -> Option<&mut dyn $crate::wire::MapSlot> {
                    Some(&mut self.$rest)
                }
            )?
        }

        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Object(self)
            }
        }

        #[allow(deprecated, reason = "a deprecated property is still part of the value")]
        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::wire::Decode::blank(),)*
                    $($rest: $crate::wire::Decode::blank(),)?
                }
            }

            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Object(self)
            }
        }

        $crate::wire::forward!($name);
        $crate::wire::equality!($name);
    };
}
#[allow(unused_imports, reason = "a document may have no object")]
pub(crate) use object;
