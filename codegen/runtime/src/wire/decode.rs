//! From the wire to a value: [`Decode`] opens a value as a [`Slot`] that the reader fills.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde_json::Value;

use super::encode::Encode;
use super::kinds::Kind;
use super::object::Object;

/// A value that can be received.
///
/// Sealed: only types of this crate implement it.
pub trait Decode: Encode {
    // Creates a value to be filled; callers never see it before.
    #[doc(hidden)]
    fn blank() -> Self
    where
        Self: Sized;

    #[doc(hidden)]
    fn slot(&mut self) -> Slot<'_>;
}

/// A place for a value off the wire, by what may be put there.
#[non_exhaustive]
pub enum Slot<'a> {
    /// Takes anything and keeps nothing.
    Ignored,
    /// Takes `true` or `false`.
    Bool(&'a mut bool),
    /// Takes a whole number.
    Integer(&'a mut dyn IntegerSlot),
    /// Takes a number.
    Number(&'a mut dyn NumberSlot),
    /// Takes a string.
    Text(&'a mut dyn TextSlot),
    /// Takes `null` as well.
    Optional(&'a mut dyn OptionalSlot),
    /// Takes an object with known keys.
    Object(&'a mut dyn Object),
    /// Takes an object with free keys.
    Map(&'a mut dyn MapSlot),
    /// Takes an array.
    List(&'a mut dyn ListSlot),
    /// Takes a value that not every API has.
    Kind(Kind<'a>),
    /// The same, if null is not such a value.
    NonNull(Kind<'a>),
    /// Takes any JSON.
    Json(&'a mut Value),
    /// Takes a value that no error may quote.
    Secret(&'a mut dyn Decode),
    /// Takes a value that has memory of its own.
    Boxed(&'a mut dyn Decode),
}

/// A place for a whole number.
#[doc(hidden)]
pub trait IntegerSlot {
    /// Puts `value` here.
    ///
    /// # Errors
    ///
    /// Says which numbers fit when this one does not.
    fn put(&mut self, value: i128) -> Result<(), &'static str>;
}

/// A place for a number.
#[doc(hidden)]
pub trait NumberSlot {
    /// Puts `value` here, rounded to the precision of the place.
    fn put(&mut self, value: f64);
}

/// A place for a string.
#[doc(hidden)]
pub trait TextSlot {
    /// Puts `value` here.
    fn put(&mut self, value: Cow<'_, str>);
}

/// A place for a value or `null`.
#[doc(hidden)]
pub trait OptionalSlot {
    /// Puts `null` here.
    fn clear(&mut self);
    /// Makes room for a value.
    fn fill(&mut self) -> Slot<'_>;
}

/// A place for an array.
#[doc(hidden)]
pub trait ListSlot {
    /// Makes room for one more element.
    fn push(&mut self) -> Slot<'_>;
    /// Takes the last element away: there was none.
    fn pop(&mut self);
    /// The size of an element in bytes.
    fn item_bytes(&self) -> usize;
}

/// A place for an object with free keys.
#[doc(hidden)]
pub trait MapSlot {
    /// Makes room for the value of `key`; a key that comes twice keeps the later value.
    fn insert(&mut self, key: String) -> Slot<'_>;
    /// Takes the value of `key` away: there was none.
    fn remove(&mut self, key: &str);
    /// The size of a key and a value in bytes.
    fn entry_bytes(&self) -> usize;
}

macro_rules! decode_leaves {
    ($($type:ty: $slot:ident,)*) => {$(
        impl Decode for $type {
            fn blank() -> Self {
                Self::default()
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::$slot(self)
            }
        }
    )*};
}

decode_leaves! {
    bool: Bool,
    i8: Integer,
    i16: Integer,
    i32: Integer,
    i64: Integer,
    u8: Integer,
    u16: Integer,
    u32: Integer,
    u64: Integer,
    f32: Number,
    f64: Number,
    String: Text,
    Cow<'static, str>: Text,
    Value: Json,
}

macro_rules! integer_slots {
    ($($type:ty: $expected:literal,)*) => {$(
        impl IntegerSlot for $type {
            fn put(&mut self, value: i128) -> Result<(), &'static str> {
                *self = Self::try_from(value).map_err(|_| $expected)?;
                Ok(())
            }
        }
    )*};
}

integer_slots! {
    i8: "a whole number of 8 bits",
    i16: "a whole number of 16 bits",
    i32: "a whole number of 32 bits",
    i64: "a whole number of 64 bits",
    u8: "a whole number of 8 bits that is not negative",
    u16: "a whole number of 16 bits that is not negative",
    u32: "a whole number of 32 bits that is not negative",
    u64: "a whole number of 64 bits that is not negative",
}

impl NumberSlot for f64 {
    fn put(&mut self, value: f64) {
        *self = value;
    }
}

impl NumberSlot for f32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounding is what the field asks for"
    )]
    fn put(&mut self, value: f64) {
        *self = value as Self;
    }
}

impl TextSlot for String {
    fn put(&mut self, value: Cow<'_, str>) {
        *self = value.into_owned();
    }
}

impl TextSlot for Cow<'static, str> {
    fn put(&mut self, value: Cow<'_, str>) {
        *self = Cow::Owned(value.into_owned());
    }
}

impl<T: Decode> Decode for Option<T> {
    fn blank() -> Self {
        None
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Optional(self)
    }
}

impl<T: Decode> OptionalSlot for Option<T> {
    fn clear(&mut self) {
        *self = None;
    }

    fn fill(&mut self) -> Slot<'_> {
        self.insert(T::blank()).slot()
    }
}

impl<T: Decode> Decode for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Boxed(&mut **self)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

impl<T: Decode> ListSlot for Vec<T> {
    fn push(&mut self) -> Slot<'_> {
        Vec::push(self, T::blank());
        self.last_mut().map_or(Slot::Ignored, T::slot)
    }

    fn pop(&mut self) {
        Vec::pop(self);
    }

    fn item_bytes(&self) -> usize {
        size_of::<T>()
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> MapSlot for BTreeMap<String, T> {
    fn insert(&mut self, key: String) -> Slot<'_> {
        match self.entry(key) {
            Entry::Vacant(entry) => entry.insert(T::blank()).slot(),
            Entry::Occupied(entry) => {
                let value = entry.into_mut();
                *value = T::blank();
                value.slot()
            }
        }
    }

    fn remove(&mut self, key: &str) {
        Self::remove(self, key);
    }

    fn entry_bytes(&self) -> usize {
        size_of::<(String, T)>()
    }
}
