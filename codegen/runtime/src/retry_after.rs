//! How long a server asks to wait (RFC 9110, 10.2.3).

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, HeaderName, RETRY_AFTER};

/// The time from `Retry-After`: seconds, or a date. That is compared with the `Date` of the same
/// response, so that the clock of this machine matters only when there is none.
pub(crate) fn from_headers(headers: &HeaderMap, received: SystemTime) -> Option<Duration> {
    let text = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::trim);
    let value = text(RETRY_AFTER)?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(value).ok()?;
    let sent = text(DATE).and_then(|date| httpdate::parse_http_date(date).ok());
    // A moment that has passed is no wait.
    Some(
        until
            .duration_since(sent.unwrap_or(received))
            .unwrap_or_default(),
    )
}

/// The time from a number of seconds in the body.
pub(crate) fn from_json(value: &serde_json::Value) -> Option<Duration> {
    Duration::try_from_secs_f64(value.as_f64()?).ok()
}
