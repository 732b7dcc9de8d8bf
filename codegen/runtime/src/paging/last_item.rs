//! Pages after an item.

use http::HeaderMap;
use serde_json::Value;

use super::look::{self, Path, scalar};
use super::send_with::send_with;
use super::table::{Next, Seen, Sent};
use crate::call::core::Call;

/// A parameter has the key of the last item of the previous page.
pub(crate) struct LastItem {
    pub(crate) parameter: &'static str,
    pub(crate) key: Path,
}

impl Next for LastItem {
    fn after(&self, page: &Seen<'_>, _: &HeaderMap) -> Result<Option<Value>, String> {
        if page.more() == Some(false) || page.count() == 0 {
            return Ok(None);
        }
        let key = last(page, self.key);
        let missing = || format!("the last item has no `{}`", self.key.join("."));
        key.map(Some).ok_or_else(missing)
    }

    fn send(&self, call: Box<Call>, place: &Value, _: &[String]) -> Result<Sent, String> {
        Ok(send_with(call, self.parameter, place))
    }
}

/// The value at `key` in the last item.
fn last(page: &Seen<'_>, key: Path) -> Option<Value> {
    let mut found = None;
    look::list(page.body.view(), page.paging.items, &mut |count, item| {
        if let Some(last) = count.checked_sub(1) {
            item(last, &mut |view| found = scalar(view, key));
        }
    });
    found
}
