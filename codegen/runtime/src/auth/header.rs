//! Header values that are secret.

use http::HeaderValue;
use http::header::InvalidHeaderValue;

/// A header value that `{:?}` does not show. Neither does the error.
pub(super) fn sensitive(text: &str) -> Result<HeaderValue, InvalidHeaderValue> {
    let mut value = HeaderValue::from_str(text)?;
    value.set_sensitive(true);
    Ok(value)
}
