//! Decoding: [`Decode`] exposes a value as a [`Slot`] that the reader fills.

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
    // Creates a value to be filled. Callers never see it in this state.
    #[doc(hidden)]
    fn blank() -> Self
    where
        Self: Sized;

    #[doc(hidden)]
    fn slot(&mut self) -> Slot<'_>;
}

/// The destination of a decoded value, by the values that it accepts.
#[non_exhaustive]
pub enum Slot<'a> {
    /// Accepts and discards any value.
    Ignored,
    /// Accepts `true` or `false`.
    Bool(&'a mut bool),
    /// Accepts an integer.
    Integer(&'a mut dyn IntegerSlot),
    /// Accepts a number.
    Number(&'a mut dyn NumberSlot),
    /// Accepts a string.
    Text(&'a mut dyn TextSlot),
    /// Accepts a value or `null`.
    Optional(&'a mut dyn OptionalSlot),
    /// Accepts an object with known keys.
    Object(&'a mut dyn Object),
    /// Accepts an object with arbitrary keys.
    Map(&'a mut dyn MapSlot),
    /// Accepts an array.
    List(&'a mut dyn ListSlot),
    /// Accepts a kind of value that only some APIs use.
    Kind(Kind<'a>),
    /// Like `Kind`, but does not accept `null`.
    NonNull(Kind<'a>),
    /// Accepts any JSON.
    Json(&'a mut Value),
    /// Accepts a value that errors must not quote.
    Secret(&'a mut dyn Decode),
    /// Accepts a boxed value.
    Boxed(&'a mut dyn Decode),
}

/// The destination of an integer.
#[doc(hidden)]
pub trait IntegerSlot {
    /// Stores `value`.
    ///
    /// # Errors
    ///
    /// Describes the valid numbers if `value` is out of range.
    fn put(&mut self, value: i128) -> Result<(), &'static str>;
}

/// The destination of a number.
#[doc(hidden)]
pub trait NumberSlot {
    /// Stores `value`, rounded to the precision of the destination.
    fn put(&mut self, value: f64);
}

/// The destination of a string.
#[doc(hidden)]
pub trait TextSlot {
    /// Stores `value`.
    fn put(&mut self, value: Cow<'_, str>);
}

/// The destination of a value or `null`.
#[doc(hidden)]
pub trait OptionalSlot {
    /// Stores `null`.
    fn clear(&mut self);
    /// Creates a value to be filled.
    fn fill(&mut self) -> Slot<'_>;
}

/// The destination of an array.
#[doc(hidden)]
pub trait ListSlot {
    /// Appends an element to be filled.
    fn push(&mut self) -> Slot<'_>;
    /// Removes the last element, which was skipped.
    fn pop(&mut self);
    /// The size of an element in bytes.
    fn item_bytes(&self) -> usize;
}

/// The destination of an object with arbitrary keys.
#[doc(hidden)]
pub trait MapSlot {
    /// Inserts a value to be filled. A duplicate key replaces the earlier value.
    fn insert(&mut self, key: String) -> Slot<'_>;
    /// Removes the value of `key`, which was skipped.
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
