//! Bodies of calls.

use super::core::Call;
use super::redaction::Shown;
use crate::net::body::Body;

/// Sets the body, of which nothing may be shown.
pub(super) fn set(call: &mut Call, body: Body) {
    call.body = body;
    call.shown = Shown::default();
    call.content_type = None;
    call.problem = None;
}
