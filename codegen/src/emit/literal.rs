use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::ident::ident;
use crate::output::NUMBERS;

/// The length from which an array of numbers does not fit on a line, so that one token can represent it.
const MANY: usize = 48;

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
    let fits = i64::try_from(value).is_ok();
    suffixed(value, if fits { "_i64" } else { "_u64" })
}

/// A finite number with its type.
pub(super) fn double(value: f64) -> TokenStream {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let digits = format!("{:?}", value.abs());
    let (mantissa, exponent) = match digits.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, format!("e{exponent}")),
        None => (digits.as_str(), String::new()),
    };
    let mantissa = match mantissa.split_once('.') {
        Some((whole, fraction)) => format!("{}.{}", grouped(whole), grouped_fraction(fraction)),
        None => mantissa.to_owned(),
    };
    // A sign and digits are tokens whatever the number is.
    let text = format!("{sign}{mantissa}{exponent}_f64");
    text.parse().unwrap_or_default()
}

fn grouped_fraction(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index.is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
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

/// An array of numbers. A long one is a single token until it is formatted: as expressions, the tables of patterns would
/// be most of the memory of a run.
pub(crate) fn numbers(values: &[usize]) -> TokenStream {
    if values.len() < MANY {
        let values = values.iter().copied().map(Literal::usize_unsuffixed);
        return quote!([#(#values),*]);
    }
    let name = ident(NUMBERS);
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    let values = values.join(" ");
    quote!(#name!(#values))
}

#[cfg(test)]
mod tests {
    use super::double;

    #[test]
    fn fractions_are_grouped_and_keep_every_digit() {
        let of = |value: f64| double(value).to_string().replace(' ', "");
        assert_eq!(of(-0.25), "-0.25_f64");
        assert_eq!(of(1_234_567.123_456_7), "1_234_567.123_456_7_f64");
        assert_eq!(of(1.5e-7), "1.5e-7_f64");
        assert_eq!(of(1e300), "1e300_f64");
    }
}
