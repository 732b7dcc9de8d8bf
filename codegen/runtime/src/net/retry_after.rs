//! The delay that a server requests (RFC 9110, 10.2.3).

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, HeaderName, RETRY_AFTER};
use serde_json::Value;

use crate::constants::DOCUMENT;

/// The delay in the `Retry-After` header: seconds or a date. A date is compared with the `Date` of the same response,
/// or else with the local clock.
pub(crate) fn from_headers(headers: &HeaderMap, received: Option<SystemTime>) -> Option<Duration> {
    let text = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::trim);
    let value = text(RETRY_AFTER)?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(value).ok()?;
    let sent = text(DATE).and_then(|date| httpdate::parse_http_date(date).ok());
    // A date in the past means no delay.
    Some(until.duration_since(sent.or(received)?).unwrap_or_default())
}

/// The delay in the body of an error, if its code has one.
pub(crate) fn from_body(body: &Value) -> Option<Duration> {
    let (code, pointer) = DOCUMENT.error.retry_after?;
    if DOCUMENT.error.code(body)? != code {
        return None;
    }
    Duration::try_from_secs_f64(body.pointer(pointer)?.as_f64()?).ok()
}
