//! Pages at a URL that the body of the previous page has.

use http::HeaderMap;
use serde_json::Value;

use super::look::{Path, scalar};
use super::table::{Next, Seen, Sent};
use super::url;
use crate::call::core::Call;

/// A property has the URL of the next page, absolute or relative.
pub(crate) struct NextUrl {
    pub(crate) url: Path,
}

impl Next for NextUrl {
    fn after(&self, page: &Seen<'_>, _: &HeaderMap) -> Result<Option<Value>, String> {
        if page.more() == Some(false) {
            return Ok(None);
        }
        let reference = scalar(page.body.view(), self.url);
        let reference = reference.as_ref().and_then(Value::as_str);
        reference.map(|it| url::absolute(page, it)).transpose()
    }

    fn send(&self, call: Box<Call>, place: &Value, allowed: &[String]) -> Result<Sent, String> {
        url::send(call, place, allowed)
    }
}
