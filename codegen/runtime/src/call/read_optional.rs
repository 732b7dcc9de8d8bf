//! Response bodies of JSON that may be missing.

use http::header::CONTENT_TYPE;

use super::read_json::is_empty;
use crate::net::media_type;
use crate::net::reply::Reply;
use crate::wire::{Decode, DecodeError};

impl Reply {
    /// Decodes a body of JSON. Returns `None` if the status has no body, the body is empty, or a redirect has a note
    /// for people.
    pub(crate) fn read_optional<T: Decode>(
        &self,
        has_none: impl Fn(u16) -> bool,
    ) -> Result<Option<T>, DecodeError> {
        if has_none(self.status.as_u16()) || is_empty(self) || is_note(self) {
            return Ok(None);
        }
        self.read_json::<Option<T>>()
    }
}

/// Whether the response is a redirect with something other than JSON (RFC 9110, section 15.4).
fn is_note(reply: &Reply) -> bool {
    let content_type = reply.headers.get(CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    reply.status.is_redirection() && content_type.is_some_and(|it| !media_type::is_json(it))
}
