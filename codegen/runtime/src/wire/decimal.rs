//! Numbers with all their digits (`type: number`, `format: decimal`).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

use super::decode::{Decode, Slot, TextSlot};
use super::encode::{Encode, View};
use super::forward::forward;
use super::invalid::InvalidValue;

/// A number with all its digits, as JSON writes numbers: `0.10` stays `0.10`, and no digit is lost to
/// binary fractions.
///
/// It is no arithmetic; [`as_str`](Self::as_str) is what libraries for that read. Two numbers are
/// equal when their texts are.
///
/// In JSON every digit goes out and comes in. Another format keeps what a number of double precision
/// keeps, and so does a union whose tag comes behind the number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal(Cow<'static, str>);

impl Decimal {
    /// Checks a text: `-12.50`, `1e3`.
    ///
    /// # Errors
    ///
    /// When the text is no number of JSON (RFC 8259, section 6).
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidValue> {
        let text = text.into();
        if is_number(&text) {
            return Ok(Self(text.into()));
        }
        let rule = "be a number as JSON writes it".to_owned();
        Err(InvalidValue::new("Decimal", &text, rule))
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number, rounded to double precision.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}

/// RFC 8259, section 6.
pub(super) fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// A number of the format where that has the same text, else the digits as they are, which only JSON can hold.
pub(super) fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(value) = text.parse::<i64>().ok().filter(|it| it.to_string() == text) {
        return serializer.serialize_i64(value);
    }
    let double = text.parse().ok().and_then(serde_json::Number::from_f64);
    match double
        .filter(|it| it.to_string() == text)
        .and_then(|it| it.as_f64())
    {
        Some(value) => serializer.serialize_f64(value),
        None => RawValue::from_string(text.to_owned())
            .map_err(S::Error::custom)?
            .serialize(serializer),
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self(value.to_string().into())
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

    /// The shortest text that means the same number; there is none for what is not finite.
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
        Slot::Decimal(self)
    }
}

forward!(Decimal);
