//! Pages at a URL that a header of the previous page has.

use http::HeaderMap;
use http::header::LINK;
use serde_json::Value;

use super::link_header::target;
use super::table::{Next, Seen, Sent};
use super::url;
use crate::call::core::Call;

/// The `Link` header has the URL of the next page (RFC 8288).
pub(crate) struct NextLink;

impl Next for NextLink {
    fn after(&self, page: &Seen<'_>, headers: &HeaderMap) -> Result<Option<Value>, String> {
        if page.more() == Some(false) {
            return Ok(None);
        }
        let fields = headers.get_all(LINK).iter();
        let mut fields = fields.filter_map(|field| field.to_str().ok());
        let reference = fields.find_map(|field| target(field, "next"));
        reference.map(|it| url::absolute(page, it)).transpose()
    }

    fn send(&self, call: Box<Call>, place: &Value, allowed: &[String]) -> Result<Sent, String> {
        url::send(call, place, allowed)
    }
}
