//! The request of a page at a URL that the server has sent.

use serde_json::Value;

use super::table::{Seen, Sent};
use crate::call::core::Call;
use crate::call::sent_url;

const PAGE: sent_url::Referent = "the next page";

/// The absolute URL of the page after `page`; a relative reference is relative to the URL of `page`.
pub(super) fn absolute(page: &Seen<'_>, reference: &str) -> Result<Value, String> {
    let base = page.place.and_then(Value::as_str);
    let url = sent_url::absolute(page.call, base, reference, PAGE)?;
    Ok(Value::from(String::from(url)))
}

/// Sends the request of the page at a URL.
pub(super) fn send(call: Box<Call>, place: &Value, allowed: &[String]) -> Result<Sent, String> {
    sent_url::send(call, place.as_str().unwrap_or_default(), allowed, PAGE)
}
