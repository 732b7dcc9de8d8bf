//! Strings with a format, which keep their text.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decode::{Decode, Slot, TextSlot};
use super::encode::{Encode, View};
use super::forward::{debug, deserialize, serialize};
use super::quoted::quoted;
use super::text_argument::TextArgument;

/// A format of strings.
///
/// Sealed: only types of this crate implement it.
pub trait Format {
    #[doc(hidden)]
    const NAME: &'static str;
}

/// A format whose values are a type of Rust. Most formats implement it with a feature of this crate only.
///
/// Sealed: only types of this crate implement it.
#[diagnostic::on_unimplemented(
    message = "the value of `{Self}` needs a feature of the crate",
    label = "needs a feature of the crate",
    note = "the documentation of `{Self}` names the feature; add it to the dependency in Cargo.toml"
)]
pub trait Rich: Format {
    /// The type of the value.
    type Value;

    #[doc(hidden)]
    fn parse(text: &str) -> Result<Self::Value, String>;
}

/// A string with a format, such as a date.
///
/// It keeps the text as it was received or set, so it is sent byte for byte, and a response never fails because of it.
/// [`get`](Self::get) returns the value as the type of a library. Two strings are equal if their texts are equal.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Formatted<F> {
    text: String,
    format: PhantomData<F>,
}

impl<F> Formatted<F> {
    /// Creates the string without validation.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            format: PhantomData,
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the text, without a copy.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// Parses the text.
    ///
    /// # Errors
    ///
    /// If the text does not conform to the format, or the type has no such value. The error names the text.
    pub fn get(&self) -> Result<F::Value, FormatError>
    where
        F: Rich,
    {
        self.parsed(F::parse)
    }

    pub(super) fn parsed<T>(
        &self,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<T, FormatError>
    where
        F: Format,
    {
        parse(&self.text).map_err(|reason| FormatError {
            text: self.text.clone(),
            format: F::NAME,
            reason,
        })
    }
}

impl<F, S: TextArgument> From<S> for Formatted<F> {
    fn from(text: S) -> Self {
        Self::new(text.into_text())
    }
}

impl<F> From<&Self> for Formatted<F> {
    fn from(value: &Self) -> Self {
        Self::new(&value.text)
    }
}

impl<F> From<Formatted<F>> for String {
    fn from(value: Formatted<F>) -> Self {
        value.text
    }
}

impl<F> FromStr for Formatted<F> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::new(text))
    }
}

impl<F> AsRef<str> for Formatted<F> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<F> fmt::Display for Formatted<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<F> fmt::Debug for Formatted<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(self, f)
    }
}

impl<F> Encode for Formatted<F> {
    fn view(&self) -> View<'_> {
        View::Text(&self.text)
    }
}

impl<F> TextSlot for Formatted<F> {
    fn put(&mut self, value: Cow<'_, str>) {
        self.text = value.into_owned();
    }
}

impl<F> Decode for Formatted<F> {
    fn blank() -> Self {
        Self::new("")
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

impl<F> Serialize for Formatted<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<'de, F> Deserialize<'de> for Formatted<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

/// The error of a text that does not conform to its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    text: String,
    format: &'static str,
    reason: String,
}

impl FormatError {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, format, reason) = (quoted(&self.text), self.format, &self.reason);
        write!(f, "{text} is not a valid {format}: {reason}")
    }
}

impl std::error::Error for FormatError {}
