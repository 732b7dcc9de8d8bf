use std::fmt;

/// A name in Rust that the document gives (`x-rust-name`): an ASCII identifier, so that arbitrary text
/// cannot become code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GivenName(String);

impl GivenName {
    /// Returns `None` if `text` is not an identifier: a letter, then letters, digits and `_`.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_identifier =
            text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_part);
        is_identifier.then(|| Self(text.to_owned()))
    }

    /// The name as written in the document.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for GivenName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
