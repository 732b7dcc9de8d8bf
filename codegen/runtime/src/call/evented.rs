//! Calls whose responses are sequences of values.

use http::HeaderValue;
use http::header::ACCEPT;

use super::core::Call;
use crate::net::limits::Limits;

/// The id of the operation.
pub(crate) fn id(call: &Call) -> &'static str {
    call.operation.id
}

pub(crate) fn limits(call: &Call) -> Limits {
    call.client.parts().limits
}

/// Requests a response in this media type.
pub(crate) fn accept(call: &mut Call, media_type: &'static str) {
    let value = HeaderValue::from_static(media_type);
    call.options.headers.insert(ACCEPT, value);
}
