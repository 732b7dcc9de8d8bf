//! Strings that are sent and received like any other, and never printed.

use std::borrow::Cow;

use secrecy::{ExposeSecret, SecretString};

use super::decode::{Decode, Slot, TextSlot};
use super::encode::{Encode, View};

/// The string of a secret, as a value that does not hide itself.
#[derive(Clone)]
pub(crate) struct SecretText(SecretString);

impl SecretText {
    pub(crate) fn new(text: String) -> Self {
        Self(SecretString::from(text))
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.expose_secret()
    }
}

impl Encode for SecretText {
    fn view(&self) -> View<'_> {
        View::Text(self.as_str())
    }
}

impl TextSlot for SecretText {
    fn put(&mut self, value: Cow<'_, str>) {
        *self = Self::new(value.into_owned());
    }
}

impl Decode for SecretText {
    fn blank() -> Self {
        Self::new(String::new())
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

/// Implements a constrained string of which the value is not printed, a tuple struct of one
/// `Cow<'static, str>`.
#[allow(unused_macros, reason = "a document may have no constrained secret")]
macro_rules! secret_text {
    ($name:ident) => {
        impl $crate::wire::Encode for $name {
            fn view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Secret(&self.0)
            }
        }

        impl $crate::wire::Decode for $name {
            fn blank() -> Self {
                Self(::std::borrow::Cow::Borrowed(""))
            }

            fn slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Secret(&mut self.0)
            }
        }

        $crate::wire::forward!($name);
    };
}
#[allow(unused_imports, reason = "a document may have no constrained secret")]
pub(crate) use secret_text;
