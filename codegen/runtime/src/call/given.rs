//! Arguments whose types are data, for the command line.

use std::sync::Arc;

use serde_json::Value;

use super::argument::Argument;
use super::core::Call;
use super::redaction::Shown;
use crate::client::attempts::RequestSource as _;
use crate::document::ApiKeyLocation;
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

/// The value of the parameter at `index`.
pub(crate) fn value(call: &Call, index: usize) -> Option<Value> {
    let argument = call.arguments.get(index)?.as_ref()?;
    Some(argument.value.clone())
}

/// Replaces the query by that of a URL of the same resource.
///
/// # Errors
///
/// If the URL is that of another resource.
pub(crate) fn replace_query(call: &mut Call, url: &str) -> Result<(), String> {
    let own = call.request()?.url().clone();
    let next = own.join(url).map_err(|error| format!("the URL: {error}"))?;
    if next.path() != own.path() {
        return Err(format!(
            "the next page is at another path, `{}`",
            next.path()
        ));
    }
    let mut pairs: Vec<(String, String)> = next.query_pairs().into_owned().collect();
    let parameters = call.operation.parameters.iter().zip(&mut call.arguments);
    let queries = parameters.filter(|(it, _)| it.key_location() == Some(ApiKeyLocation::Query));
    for (parameter, argument) in queries {
        match pairs.iter().position(|(name, _)| name == parameter.name()) {
            Some(position) => {
                *argument = Some(Argument {
                    value: pairs.remove(position).1.into(),
                    is_secret: false,
                    problem: None,
                });
            }
            None if parameter.is_required() => {}
            None => *argument = None,
        }
    }
    call.options.query = pairs;
    Ok(())
}

/// Sets the body, and the text of it that may be shown.
pub(crate) fn body(call: &mut Call, body: Body, shown: Option<String>) {
    call.body = body;
    call.shown = Shown(shown.map(|text| Arc::new(move |_: &[u8]| Some(text.clone())) as _));
}

/// Sets the base URL of the operation.
pub(crate) fn server(call: &mut Call, url: &'static str) {
    call.server = Some(url);
}
