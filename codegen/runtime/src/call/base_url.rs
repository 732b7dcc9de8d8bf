//! The base URL of a call.

use reqwest::Url;

use super::core::Call;

/// The base URL of the operation. A relative one is resolved against that of the client (RFC 3986, section 5). One with
/// a host is overridden by the base URL that the caller has set, so that a test or a proxy receives every request.
pub(super) fn base_url(call: &Call) -> Result<Url, String> {
    let client = call.client.parts();
    let base = &client.base_url;
    let Some(own) = call.server else {
        return Ok(base.clone());
    };
    if client.has_own_base_url && has_host(own) {
        return Ok(base.clone());
    }
    let joined = base.join(own);
    let mut url = joined.map_err(|error| format!("the URL: {error}"))?;
    url.set_query(None);
    url.set_fragment(None);
    Ok(url)
}

/// Whether the URL of a server has a host (RFC 3986, section 4.2).
fn has_host(server: &str) -> bool {
    server.starts_with("//") || Url::parse(server).is_ok()
}
