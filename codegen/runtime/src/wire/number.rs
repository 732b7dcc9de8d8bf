//! JSON numbers.

use serde::de::MapAccess;
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

/// The prefix of the keys under which `serde_json` passes the text of a value.
pub(super) const PRIVATE: &str = "$serde_json::private::";

/// The text of a number that `serde_json` passes as a map, as it does for all numbers if its feature
/// `arbitrary_precision` is enabled anywhere in the build. `None` for any other map.
pub(super) fn number_text<'de, A: MapAccess<'de>>(mut map: A) -> Result<Option<String>, A::Error> {
    match map.next_key::<String>()? {
        Some(key) if key.starts_with(PRIVATE) => map.next_value().map(Some),
        _ => Ok(None),
    }
}

/// Whether the text is a JSON number (RFC 8259, section 6).
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

/// Serialises a number of the format if that has the same text. Otherwise serialises the digits, which only JSON
/// supports.
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
