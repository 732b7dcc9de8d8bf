//! Strings that are sent and received but never printed.

use std::borrow::Cow;

use secrecy::{ExposeSecret, SecretString};

use super::decode::{Decode, Slot, TextSlot};
use super::encode::{Encode, View};

/// The text of a secret, as a value without redaction.
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
