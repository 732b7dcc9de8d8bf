use std::fmt;

/// A name that the document gives for Rust (`x-rust-name`): an identifier of ASCII, so that no text of a document can be
/// anything else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GivenName(String);

impl GivenName {
    /// `None` when `text` is no identifier: letters, digits and `_`, of which a letter comes first.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_identifier =
            text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_part);
        is_identifier.then(|| Self(text.to_owned()))
    }

    /// As the document writes it.
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
