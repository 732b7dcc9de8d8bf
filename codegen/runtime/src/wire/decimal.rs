//! Decimal numbers with all digits (`type: number`, `format: decimal`).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::decode::{Decode, Slot, TextSlot};
use super::encode::{Encode, View};
use super::forward::forward;
use super::invalid::InvalidValue;
use super::kinds::Kind;
use super::number::is_number;
use super::quoted::quoted;

/// A decimal number with all its digits, as text: `0.10` stays `0.10`, without loss of precision.
///
/// It has no arithmetic: convert it to the type of a library with [`as_str`](Self::as_str). Two numbers are equal if
/// their texts are equal.
///
/// JSON preserves every digit. Other formats have the precision of a double, and so does a union whose tag follows the
/// number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal(Cow<'static, str>);

impl Decimal {
    /// Parses a text such as `-12.50` or `1e3`.
    ///
    /// # Errors
    ///
    /// If the text is not a JSON number (RFC 8259, section 6).
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidValue> {
        let text = text.into();
        if is_number(&text) {
            return Ok(Self(text.into()));
        }
        let rule = "be a number as JSON writes it".to_owned();
        Err(InvalidValue::new("Decimal", Some(quoted(&text)), rule))
    }

    /// The number of a library or of Rust, whose text is one that JSON allows.
    pub(super) fn of(number: &impl ToString) -> Self {
        Self(number.to_string().into())
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the number, rounded to double precision.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self::of(&value)
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 u8 u16 u32 u64);

impl FromStr for Decimal {
    type Err = InvalidValue;

    fn from_str(text: &str) -> Result<Self, InvalidValue> {
        Self::new(text)
    }
}

impl TryFrom<f64> for Decimal {
    type Error = InvalidValue;

    /// Uses the shortest text that represents the number. Fails for infinities and `NaN`.
    fn try_from(value: f64) -> Result<Self, InvalidValue> {
        let number = serde_json::Number::from_f64(value);
        Self::new(number.map_or_else(|| value.to_string(), |number| number.to_string()))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Encode for Decimal {
    fn view(&self) -> View<'_> {
        View::Decimal(&self.0)
    }
}

impl TextSlot for Decimal {
    fn put(&mut self, value: Cow<'_, str>) {
        self.0 = Cow::Owned(value.into_owned());
    }
}

impl Decode for Decimal {
    fn blank() -> Self {
        Self(Cow::Borrowed("0"))
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::NonNull(Kind::Decimal(self))
    }
}

forward!(Decimal);
