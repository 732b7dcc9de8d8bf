//! The request of a page that a parameter selects.

use serde_json::Value;

use super::table::Sent;
use crate::call::core::Call;
use crate::call::set_named::set_named;

/// Sends the request of the page that has the value `place` of a parameter.
pub(super) fn send_with(mut call: Box<Call>, parameter: &str, place: &Value) -> Sent {
    set_named(&mut call, parameter, place);
    Box::pin(async move { call.send().await })
}
