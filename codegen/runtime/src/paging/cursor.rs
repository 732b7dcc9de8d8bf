//! Pages by a token that the response has.

use http::HeaderMap;
use serde_json::Value;

use super::look::{Path, scalar};
use super::send_with::send_with;
use super::table::{Next, Seen, Sent};
use crate::call::core::Call;

/// A parameter has the value that a property of the previous page has.
pub(crate) struct Cursor {
    pub(crate) parameter: &'static str,
    pub(crate) token: Path,
}

impl Next for Cursor {
    fn after(&self, page: &Seen<'_>, _: &HeaderMap) -> Result<Option<Value>, String> {
        if page.more() == Some(false) {
            return Ok(None);
        }
        Ok(scalar(page.body.view(), self.token))
    }

    fn send(&self, call: Box<Call>, place: &Value, _: &[String]) -> Result<Sent, String> {
        Ok(send_with(call, self.parameter, place))
    }
}
