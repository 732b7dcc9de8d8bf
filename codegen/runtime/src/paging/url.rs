//! The request of a page at a URL that the server has sent.

use reqwest::Url;
use serde_json::Value;

use super::table::{Seen, Sent};
use crate::call::core::Call;
use crate::call::send_to::send_to;
use crate::client::attempts::RequestSource;

/// The absolute URL of the page after `page`; a relative reference is relative to the URL of `page`.
pub(super) fn absolute(page: &Seen<'_>, reference: &str) -> Result<Value, String> {
    let base = match page.place.and_then(Value::as_str) {
        Some(place) => parse(place)?,
        None => page.call.request()?.url().clone(),
    };
    let url = base.join(reference);
    let url = url.map_err(|_| "the URL of the next page is not valid".to_owned())?;
    Ok(Value::from(String::from(url)))
}

/// Sends the request of the page at a URL. Only the origin of the call receives credentials, and other origins must be
/// allowed.
pub(super) fn send(call: Box<Call>, place: &Value, allowed: &[String]) -> Result<Sent, String> {
    let url = parse(place.as_str().unwrap_or_default())?;
    let own = call.request()?.url().origin();
    let origin = url.origin();
    let is_own = origin == own;
    let text = origin.ascii_serialization();
    let is_allowed = || {
        let mut allowed = allowed.iter().filter_map(|it| Url::parse(it).ok());
        allowed.any(|it| it.origin() == origin)
    };
    if !is_own && !is_allowed() {
        let own = own.ascii_serialization();
        return Err(format!(
            "the next page is at `{text}` and not at `{own}`; `allow_origin` allows it"
        ));
    }
    Ok(Box::pin(async move { send_to(&call, url, is_own).await }))
}

fn parse(url: &str) -> Result<Url, String> {
    let url = Url::parse(url).map_err(|_| "the place of the page is not a URL".to_owned())?;
    match url.scheme() {
        "http" | "https" => Ok(url),
        _ => Err("the URL of the next page is not one of HTTP".to_owned()),
    }
}
