//! Values of decimal numbers in strings.

use rust_decimal::Decimal;

use super::format_decimal::DecimalText;
use super::formatted::{Formatted, Rich};

/// Numbers that the type rounds are errors.
impl Rich for DecimalText {
    type Value = Decimal;

    fn parse(text: &str) -> Result<Decimal, String> {
        let value = if text.contains(['e', 'E']) {
            Decimal::from_scientific(text)
        } else {
            Decimal::from_str_exact(text)
        };
        value.map_err(|error| error.to_string())
    }
}

impl From<Decimal> for Formatted<DecimalText> {
    fn from(value: Decimal) -> Self {
        Self::new(value.to_string())
    }
}
