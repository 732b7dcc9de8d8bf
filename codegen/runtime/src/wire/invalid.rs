//! Errors of validation.

use std::fmt;

/// The error of a value that violates a rule of the API's document.
///
/// If the document is wrong, create the value with `new_unchecked`, which does not validate it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidValue {
    type_name: &'static str,
    /// Unset for a secret.
    shown: Option<String>,
    rule: String,
}

impl InvalidValue {
    /// Creates the error for a value in its printed form, or for one that must not be printed.
    pub(crate) fn new(type_name: &'static str, shown: Option<String>, rule: String) -> Self {
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
            Some(shown) => write!(f, "{shown} is not a valid {type_name}: it must {rule}"),
            None => write!(f, "not a valid {type_name}: it must {rule}"),
        }
    }
}

impl std::error::Error for InvalidValue {}
