//! Values of decimal numbers.

use super::decimal::Decimal;
use super::format_decimal::DecimalText;
use super::formatted::{FormatError, Formatted};

impl Decimal {
    /// Returns the number as a type of the crate `rust_decimal`.
    ///
    /// # Errors
    ///
    /// If the type has too few digits. The error names the number.
    pub fn get(&self) -> Result<rust_decimal::Decimal, FormatError> {
        Formatted::<DecimalText>::new(self.as_str()).get()
    }
}

impl From<rust_decimal::Decimal> for Decimal {
    fn from(value: rust_decimal::Decimal) -> Self {
        Self::of(&value)
    }
}
