//! Envelopes: JSON objects that contain the status and the usual body.

use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;

use super::core::Call;
use crate::client::attempts::Unwrap;
use crate::constants::ENVELOPE;
use crate::document::ApiKeyLocation;
use crate::net::reply::Reply;
use crate::wire::DecodeError;
use crate::wire::parse::parse_within;

/// An envelope, for callers that cannot see the status and the headers of a response.
pub(crate) struct Envelope {
    /// The query parameter that requests it with `true`.
    pub(crate) parameter: &'static str,
    /// The place of the HTTP status, as a JSON pointer.
    pub(crate) status: &'static str,
    /// The possible places of the body, as JSON pointers; the first that exists counts.
    pub(crate) content: &'static [&'static str],
}

/// How to open the envelope, if `call` requests one.
pub(crate) fn envelope(call: &Call) -> Option<Unwrap> {
    let mut sent = call.sent();
    let is_requested = sent.any(|(parameter, argument)| {
        parameter.name() == ENVELOPE.parameter
            && parameter.key_location() == Some(ApiKeyLocation::Query)
            && matches!(argument.value, Value::Bool(true))
    });
    is_requested.then_some(open)
}

/// Replaces the status and the body by those in the envelope. A body that is not an envelope, such as the page of a
/// gateway, is unchanged.
///
/// # Errors
///
/// If the envelope exceeds the memory limit.
fn open(reply: &mut Reply) -> Result<(), DecodeError> {
    let wrapped: Value = match parse_within(&reply.body, reply.memory()) {
        Ok(wrapped) => wrapped,
        Err(error) if error.is_too_large() => return Err(error),
        Err(_) => return Ok(()),
    };
    let content = ENVELOPE
        .content
        .iter()
        .find_map(|pointer| wrapped.pointer(pointer));
    let Some(body) = content.and_then(|value| serde_json::to_vec(value).ok()) else {
        return Ok(());
    };
    if let Some(status) = wrapped.pointer(ENVELOPE.status).and_then(status) {
        reply.status = status;
    }
    reply.body = Bytes::from(body);
    Ok(())
}

fn status(value: &Value) -> Option<StatusCode> {
    StatusCode::from_u16(u16::try_from(value.as_u64()?).ok()?).ok()
}
