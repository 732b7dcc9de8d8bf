//! Decimal numbers in strings.

use super::formatted::Format;

/// A decimal number in a string. With the feature `rust_decimal`, its value is a `rust_decimal::Decimal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecimalText {}

impl Format for DecimalText {
    const NAME: &'static str = "decimal";
}
