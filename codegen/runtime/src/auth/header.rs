//! Secret header values.

use http::HeaderValue;
use http::header::InvalidHeaderValue;

/// Creates a header value that is omitted from `{:?}`, and from the error.
pub(super) fn sensitive(text: &str) -> Result<HeaderValue, InvalidHeaderValue> {
    let mut value = HeaderValue::from_str(text)?;
    value.set_sensitive(true);
    Ok(value)
}
