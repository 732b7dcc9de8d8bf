//! Response bodies of JSON.

use http::header::CONTENT_TYPE;

use crate::net::charset;
use crate::net::media_type;
use crate::net::reply::Reply;
use crate::wire::decode::Slot;
use crate::wire::json;
use crate::wire::{Decode, DecodeError};

impl Reply {
    /// Decodes a body of JSON. An empty body is a missing optional value.
    pub(crate) fn read_json<T: Decode>(&self) -> Result<T, DecodeError> {
        let mut body = T::blank();
        read(self, body.slot())?;
        Ok(body)
    }
}

fn read(reply: &Reply, slot: Slot<'_>) -> Result<(), DecodeError> {
    // An empty body is a missing optional value, and `null` where any JSON is allowed.
    if is_empty(reply) && matches!(slot, Slot::Optional(_) | Slot::Json(_)) {
        return Ok(());
    }
    match problem(reply) {
        Some(reason) => Err(DecodeError::new(String::new(), reason)),
        None => json::fill(slot, &reply.body, reply.memory()),
    }
}

/// Whether there is no JSON text at all.
pub(super) fn is_empty(reply: &Reply) -> bool {
    json::without_mark(&reply.body).trim_ascii().is_empty()
}

/// Why the body cannot be JSON.
fn problem(reply: &Reply) -> Option<String> {
    if is_empty(reply) {
        let status = reply.status.as_u16();
        return Some(format!(
            "the body is empty (status {status}), JSON was expected"
        ));
    }
    let content_type = reply.headers.get(CONTENT_TYPE);
    let content_type = content_type.map(|value| value.to_str().unwrap_or_default())?;
    if !media_type::is_json(content_type) {
        return Some(format!("the content type is `{content_type}` and not JSON"));
    }
    let charset = charset::foreign_charset(content_type, &reply.body)?;
    Some(format!("the charset is `{charset}`, JSON is UTF-8"))
}
