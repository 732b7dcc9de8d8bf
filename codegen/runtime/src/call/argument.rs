//! Values of parameters.

use std::borrow::Cow;

use serde_json::Value;

use super::parameter::Parameter;
use crate::constants::DOCUMENT;
use crate::wire::redacted::REDACTED;
use crate::wire::secret_names::is_secret_name;
use crate::wire::secrets;

/// The value of a parameter.
#[derive(Clone)]
pub(crate) struct Argument {
    pub(super) value: Value,
    /// Whether its type has a secret.
    pub(super) is_secret: bool,
    /// Why the value cannot be sent.
    pub(super) problem: Option<String>,
}

impl Argument {
    /// The value that is sent for `parameter` by default.
    pub(super) fn implied(parameter: &dyn Parameter) -> Option<Self> {
        parameter.default().map(|value| Self {
            value,
            is_secret: false,
            problem: None,
        })
    }

    /// Redacts the value of `parameter` if any of it is secret.
    pub(super) fn hide(&mut self, parameter: &dyn Parameter) {
        let is_text = !(self.value.is_boolean() || self.value.is_number());
        let is_hidden = self.is_secret
            || is_hidden(parameter, is_text)
            || matches!(secrets::without_secrets(&self.value), Cow::Owned(_));
        if is_hidden {
            self.value = Value::from(REDACTED);
        }
    }
}

/// Whether `parameter` says that its value, which may be text, is a secret.
pub(super) fn is_hidden(parameter: &dyn Parameter, is_text: bool) -> bool {
    is_key(parameter) || (is_text && is_secret_name(parameter.name()))
}

/// Whether a security scheme of the document sends the parameter.
fn is_key(parameter: &dyn Parameter) -> bool {
    let location = parameter.key_location();
    location.is_some_and(|location| DOCUMENT.has_key(location, parameter.name()))
}
