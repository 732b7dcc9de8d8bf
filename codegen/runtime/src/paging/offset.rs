//! Pages by the number of items before them.

use http::HeaderMap;
use serde_json::Value;

use super::counted::{Size, is_last, number};
use super::send_with::send_with;
use super::table::{Next, Seen, Sent};
use crate::call::core::Call;
use crate::call::get::get;

/// A parameter has the position of the first item of the page.
pub(crate) struct Offset {
    pub(crate) parameter: &'static str,
    /// The position of the first item of all.
    pub(crate) first: u64,
    pub(crate) size: Option<Size>,
}

impl Next for Offset {
    fn after(&self, page: &Seen<'_>, _: &HeaderMap) -> Result<Option<Value>, String> {
        let offset = page.place.or_else(|| get(page.call, self.parameter));
        let offset = offset.and_then(number).unwrap_or(self.first);
        let before = offset.checked_sub(self.first);
        let count = page.count();
        // The number of items that were received, because a server may return fewer than requested.
        let next = offset.saturating_add(count);
        let is_last = count == 0 || is_last(page, before, self.size);
        Ok((!is_last).then(|| Value::from(next)))
    }

    fn send(&self, call: Box<Call>, place: &Value, _: &[String]) -> Result<Sent, String> {
        Ok(send_with(call, self.parameter, place))
    }
}
