//! How long a server asks to wait (RFC 9110, 10.2.3).

use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, HeaderName, RETRY_AFTER};

/// The time from `Retry-After`: seconds, or a date, which is compared with the `Date` of the same
/// response, so that the clock of this machine does not matter.
pub(crate) fn from_headers(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::trim);
    let value = text(RETRY_AFTER)?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(value).ok()?;
    let now = httpdate::parse_http_date(text(DATE)?).ok()?;
    // A moment that has passed is no wait.
    Some(until.duration_since(now).unwrap_or_default())
}

/// The time from a number of seconds in the body.
pub(crate) fn from_json(value: &serde_json::Value) -> Option<Duration> {
    Duration::try_from_secs_f64(value.as_f64()?).ok()
}
