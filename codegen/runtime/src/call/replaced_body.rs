//! Bodies that are changed before they are sent.

use bytes::Bytes;

use super::core::Call;
use crate::net::body::Body;

/// Replaces the body by one in the same media type, unless it is a stream or `change` returns none.
pub(crate) fn replace_body(call: &mut Call, change: impl Fn(&Bytes) -> Option<Vec<u8>>) {
    if let Some(body) = call.body.as_bytes().and_then(change) {
        call.body = Body::from(body);
    }
}
