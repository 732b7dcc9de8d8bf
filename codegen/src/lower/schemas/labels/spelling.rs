//! Labels that differ in nothing but case and symbols, with the difference in words.
//!
//! `a-b` and `a_b` would be one name in Rust, and so would `self` and `Self`. Each is called after its own spelling, so
//! that its name does not depend on how many others there are: `a minus b`, `lowercase self`.

use crate::symbol;

/// A label with its symbols in words, and the same behind a word for its case.
pub(super) fn spelled(label: &str) -> [String; 2] {
    let symbols = symbols(label);
    let case = format!("{} {symbols}", case(label));
    [symbols, case]
}

/// Spaces stand between the properties that make a label.
fn symbols(label: &str) -> String {
    let mut text = String::new();
    for letter in label.chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            text.push(letter);
        } else {
            text.push(' ');
            text.push_str(symbol::name(letter));
            text.push(' ');
        }
    }
    text
}

fn case(label: &str) -> &'static str {
    let mut letters = label.chars().filter(|letter| letter.is_alphabetic());
    let starts_upper = letters.clone().next().is_some_and(char::is_uppercase);
    let has_upper = letters.clone().any(char::is_uppercase);
    let has_lower = letters.any(char::is_lowercase);
    match (has_upper, has_lower) {
        (false, _) => "lowercase",
        (true, false) => "uppercase",
        (true, true) if starts_upper => "capitalized",
        (true, true) => "camel case",
    }
}
