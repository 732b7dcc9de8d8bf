//! Bodies in an envelope: the status and the usual body inside one JSON object.

use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;

use crate::document::Envelope;
use crate::response::Reply;
use crate::wire::{self, DecodeError};

/// Takes the reply out of its envelope. What is in no envelope, such as the page of a gateway,
/// stays as it is.
///
/// # Errors
///
/// When the envelope takes more memory than it may.
pub(crate) fn open(envelope: &Envelope, reply: &mut Reply) -> Result<(), DecodeError> {
    let wrapped: Value = match wire::parse_within(&reply.body, reply.memory()) {
        Ok(wrapped) => wrapped,
        Err(error) if error.is_too_large() => return Err(error),
        Err(_) => return Ok(()),
    };
    let content = envelope
        .content
        .iter()
        .find_map(|pointer| wrapped.pointer(pointer));
    let Some(body) = content.and_then(|value| serde_json::to_vec(value).ok()) else {
        return Ok(());
    };
    if let Some(status) = wrapped.pointer(envelope.status).and_then(status) {
        reply.status = status;
    }
    reply.body = Bytes::from(body);
    Ok(())
}

fn status(value: &Value) -> Option<StatusCode> {
    StatusCode::from_u16(u16::try_from(value.as_u64()?).ok()?).ok()
}
