//! URLs that the server has sent.

use reqwest::Url;

use super::core::Call;
use super::send_to::send_to;
use crate::client::attempts::RequestSource;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::transport::BoxFuture;

/// Where the server refers to, for messages: `the next page`.
pub(crate) type Referent = &'static str;

/// The absolute URL of a reference, which is relative to `base`, or else to the URL of the call.
pub(crate) fn absolute(
    call: &Call,
    base: Option<&str>,
    reference: &str,
    referent: Referent,
) -> Result<Url, String> {
    let base = match base {
        Some(base) => parse(base, referent)?,
        None => call.request()?.url().clone(),
    };
    let url = base.join(reference);
    url.map_err(|_| format!("the URL of {referent} is not valid"))
}

/// Gets a URL. Only the origin of the call receives credentials, and other origins must be allowed.
pub(crate) fn send(
    call: Box<Call>,
    url: &str,
    allowed: &[String],
    referent: Referent,
) -> Result<BoxFuture<'static, Result<Box<Reply>, Error>>, String> {
    let url = parse(url, referent)?;
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
            "{referent} is at `{text}` and not at `{own}`; `allow_origin` allows it"
        ));
    }
    Ok(Box::pin(async move { send_to(&call, url, is_own).await }))
}

fn parse(url: &str, referent: Referent) -> Result<Url, String> {
    let url = Url::parse(url).map_err(|_| format!("the place of {referent} is not a URL"))?;
    match url.scheme() {
        "http" | "https" => Ok(url),
        _ => Err(format!("the URL of {referent} is not one of HTTP")),
    }
}
