//! Arguments whose types are data, for the command line.

use std::sync::Arc;

use serde_json::Value;

use super::argument::Argument;
use super::core::Call;
use super::redaction::Shown;
use crate::net::body::Body;

/// Sets the parameter at `index`.
pub(crate) fn parameter(call: &mut Call, index: usize, value: Value, is_secret: bool) {
    if let Some(argument) = call.arguments.get_mut(index) {
        *argument = Some(Argument {
            value,
            is_secret,
            problem: None,
        });
    }
}

/// Sets the body, and the text of it that may be shown.
pub(crate) fn body(call: &mut Call, body: Body, shown: String) {
    call.body = body;
    call.shown = Shown(Some(Arc::new(move |_| Some(shown.clone()))));
}
