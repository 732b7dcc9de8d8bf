//! Headers with media types.

use http::{HeaderName, HeaderValue};

use super::core::Call;

/// Sets a header with a media type of the caller.
pub(super) fn set(call: &mut Call, name: HeaderName, media_type: &str) {
    match HeaderValue::from_str(media_type) {
        Ok(value) => call.header(name, value),
        Err(_) => call.problem = Some(format!("`{media_type}` is no media type")),
    }
}
