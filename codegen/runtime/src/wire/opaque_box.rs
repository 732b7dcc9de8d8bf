//! [`OpaqueBox`]: a box that ends the compiler's recursive trait checks.

use std::ops::{Deref, DerefMut};
use std::panic::{RefUnwindSafe, UnwindSafe};

use super::decode::{Decode, Slot};
use super::encode::{Encode, View};

/// A box that ends the compiler's recursive trait checks, for fields of types that nest deeply.
///
/// Use it like a [`Box`]: it dereferences to the value, [`new`](Self::new) and [`From`] box a value, and
/// [`into_inner`](Self::into_inner) returns it.
///
/// To decide whether a type is [`Send`], rustc checks its fields recursively and gives up after 128 steps. An
/// `OpaqueBox` is always `Send` and `Sync`, because only such values can be boxed, so the check ends here.
pub struct OpaqueBox<T>(Box<dyn Holds<T> + Send + Sync + UnwindSafe + RefUnwindSafe>);

/// Implemented by `T` for itself, so that a trait object hides the type.
trait Holds<T> {
    fn shared(&self) -> &T;
    fn exclusive(&mut self) -> &mut T;
    fn into_value(self: Box<Self>) -> T;
}

impl<T> Holds<T> for T {
    fn shared(&self) -> &T {
        self
    }

    fn exclusive(&mut self) -> &mut T {
        self
    }

    fn into_value(self: Box<Self>) -> T {
        *self
    }
}

/// The bounds on values in an [`OpaqueBox`].
pub trait Opaque: Send + Sync + UnwindSafe + RefUnwindSafe + 'static {}

impl<T: Send + Sync + UnwindSafe + RefUnwindSafe + 'static> Opaque for T {}

impl<T> OpaqueBox<T> {
    /// Boxes a value.
    #[must_use]
    pub fn new(value: T) -> Self
    where
        T: Opaque,
    {
        Self(Box::new(value))
    }

    /// Returns the value.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0.into_value()
    }
}

impl<T> Deref for OpaqueBox<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // Not `self.0.shared()`: a box is a `Holds` of itself.
        (*self.0).shared()
    }
}

impl<T> DerefMut for OpaqueBox<T> {
    fn deref_mut(&mut self) -> &mut T {
        (*self.0).exclusive()
    }
}

impl<T> AsRef<T> for OpaqueBox<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T> AsMut<T> for OpaqueBox<T> {
    fn as_mut(&mut self) -> &mut T {
        self
    }
}

impl<T: Opaque> From<T> for OpaqueBox<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Clone + Opaque> Clone for OpaqueBox<T> {
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T: Default + Opaque> Default for OpaqueBox<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for OpaqueBox<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        T::fmt(self, f)
    }
}

impl<T: PartialEq> PartialEq for OpaqueBox<T> {
    fn eq(&self, other: &Self) -> bool {
        T::eq(self, other)
    }
}

impl<T: Encode> Encode for OpaqueBox<T> {
    fn view(&self) -> View<'_> {
        T::view(self)
    }
}

impl<T: Decode + Opaque> Decode for OpaqueBox<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Boxed(&mut **self)
    }
}
