//! Pages by number.

use http::HeaderMap;
use serde_json::Value;

use super::counted::{Size, is_last, number};
use super::look::{Path, scalar};
use super::send_with::send_with;
use super::table::{Next, Seen, Sent};
use crate::call::core::Call;
use crate::call::get::get;

/// A parameter has the number of the page.
pub(crate) struct PageNumber {
    pub(crate) parameter: &'static str,
    /// The number of the first page, which the server returns if the parameter is not set.
    pub(crate) first: u64,
    pub(crate) size: Option<Size>,
    /// The number of pages.
    pub(crate) pages: Option<Path>,
}

impl PageNumber {
    fn of(&self, call: &Call, place: Option<&Value>) -> u64 {
        let number = place.or_else(|| get(call, self.parameter)).and_then(number);
        number.unwrap_or(self.first)
    }
}

impl Next for PageNumber {
    fn after(&self, page: &Seen<'_>, _: &HeaderMap) -> Result<Option<Value>, String> {
        let number = self.of(page.call, page.place);
        let next = number.saturating_add(1);
        let pages = self.pages.and_then(|path| scalar(page.body.view(), path));
        let is_last = match pages.as_ref().and_then(Value::as_u64) {
            Some(pages) if page.more().is_none() => next.saturating_sub(self.first) >= pages,
            _ => is_last(page, page.before, self.size),
        };
        Ok((!is_last).then(|| Value::from(next)))
    }

    fn send(&self, call: Box<Call>, place: &Value, _: &[String]) -> Result<Sent, String> {
        Ok(send_with(call, self.parameter, place))
    }

    fn before(&self, call: &Call) -> Option<u64> {
        (self.of(call, None) == self.first).then_some(0)
    }
}
