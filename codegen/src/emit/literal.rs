use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// `Some(value)` or `None`.
pub(super) fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(|| quote!(None), |value| quote!(Some(#value)))
}

/// A whole number as a person writes it: digits in groups of three once there are many.
pub(super) fn number(value: i128) -> TokenStream {
    suffixed(value, "")
}

/// The same with its type, where nothing else says which that is.
pub(super) fn long(value: i128) -> TokenStream {
    suffixed(value, "_i64")
}

fn suffixed(value: i128, suffix: &str) -> TokenStream {
    let digits = value.unsigned_abs().to_string();
    let text = if digits.len() > 5 {
        grouped(&digits)
    } else {
        digits
    };
    let sign = if value < 0 { "-" } else { "" };
    // Digits and underscores are a token whatever the number is.
    format!("{sign}{text}{suffix}").parse().unwrap_or_default()
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}
