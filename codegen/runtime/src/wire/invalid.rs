//! A value that a document does not allow.

use std::fmt;

/// A value that a constructor refused, as it breaks a rule of the API's document.
///
/// The document may be wrong: every type that checks has a `new_unchecked` for a value that the
/// server is known to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidValue {
    type_name: &'static str,
    /// Unset for a secret.
    shown: Option<String>,
    rule: String,
}

/// How much of a value an error shows, in characters.
const SHOWN: usize = 64;

impl InvalidValue {
    /// The error for a value; a secret is not shown.
    pub(crate) fn new(type_name: &'static str, value: Option<&str>, rule: String) -> Self {
        let shown = value.map(|value| match value.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}...", &value[..end]),
            None => value.to_owned(),
        });
        Self {
            type_name,
            shown,
            rule,
        }
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (type_name, rule) = (self.type_name, &self.rule);
        match &self.shown {
            Some(shown) => write!(f, "{shown:?} is not a valid {type_name}: it must {rule}"),
            None => write!(f, "not a valid {type_name}: it must {rule}"),
        }
    }
}

impl std::error::Error for InvalidValue {}
