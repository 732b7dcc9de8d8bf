//! What may be shown of a call.

use std::borrow::Cow;

use serde_json::Value;

use crate::body::Body;
use crate::constants::DOCUMENT;
use crate::curl::Data;
use crate::document::ApiKeyLocation;
use crate::operation::{Location, Parameter, Style};
use crate::wire::{self, REDACTED};

/// The value of a parameter.
#[derive(Clone)]
pub(super) struct Argument {
    pub(super) value: Value,
    /// Whether its type says that some of it is secret.
    pub(super) is_secret: bool,
}

impl Argument {
    /// What is sent for `parameter` unless the caller sets it.
    pub(super) fn implied(parameter: &Parameter) -> Option<Self> {
        let default = parameter.default?;
        let json = || serde_json::from_str(default).ok();
        let value = match parameter.style {
            Style::Json => json()?,
            _ => Value::from(default),
        };
        Some(Self {
            value,
            is_secret: false,
        })
    }

    /// Removes what is not to be shown of the value of `parameter`. A value with a secret in it is
    /// removed as a whole, as parameters are too small to be of use in part.
    pub(super) fn hide(&mut self, parameter: &Parameter) {
        let is_text = !(self.value.is_boolean() || self.value.is_number());
        let is_hidden = self.is_secret
            || is_key(parameter)
            || (is_text && wire::is_secret_name(parameter.name))
            || matches!(wire::without_secrets(&self.value), Cow::Owned(_));
        if is_hidden {
            self.value = Value::from(REDACTED);
        }
    }
}

/// What may be shown of a body.
#[derive(Clone, Default)]
pub(super) enum Shown {
    /// Nothing: it is written by the caller, or in parts of which nobody knows what they hold.
    #[default]
    Nothing,
    /// The JSON, but for what is at these pointers and what has the name of a secret.
    Json(Vec<String>),
    /// This text.
    Text(String),
}

impl Shown {
    /// What may be shown of `body`.
    pub(super) fn of(&self, body: &Body) -> Data {
        match (self, body.as_bytes()) {
            (_, Some(bytes)) if bytes.is_empty() => Data::None,
            (Self::Text(text), _) => Data::Text(text.clone()),
            (Self::Json(secrets), Some(bytes)) => json(bytes, secrets),
            _ => Data::Hidden,
        }
    }
}

/// JSON as it is sent, where none of it is secret.
fn json(bytes: &[u8], secrets: &[String]) -> Data {
    let (Ok(text), Ok(mut value)) = (std::str::from_utf8(bytes), serde_json::from_slice(bytes))
    else {
        return Data::Hidden;
    };
    wire::redact(&mut value, secrets);
    match wire::without_secrets(&value) {
        Cow::Borrowed(_) if secrets.is_empty() => Data::Text(text.to_owned()),
        value => Data::Text(value.to_string()),
    }
}

/// Whether the parameter is what a security scheme of the document sends.
fn is_key(parameter: &Parameter) -> bool {
    let location = match parameter.location {
        Location::Path => return false,
        Location::Query => ApiKeyLocation::Query,
        Location::Header => ApiKeyLocation::Header,
        Location::Cookie => ApiKeyLocation::Cookie,
    };
    DOCUMENT.has_key(location, parameter.name)
}
