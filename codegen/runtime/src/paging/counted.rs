//! Pages of a number of items: the end of a list whose response has no token for the next page.

use serde_json::Value;

use super::table::Seen;
use crate::call::get::get;

/// The parameter with the number of items on a page.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) parameter: &'static str,
    /// The number if the parameter is not set.
    pub(crate) default: Option<u64>,
    /// The greatest number that the server documents.
    pub(crate) max: Option<u64>,
}

/// The number of items before `page`, and whether it is the last one.
pub(super) fn is_last(page: &Seen<'_>, before: Option<u64>, size: Option<Size>) -> bool {
    let count = page.count();
    if let Some(more) = page.more() {
        return !more;
    }
    if count == 0 {
        return true;
    }
    if let (Some(before), Some(total)) = (before, page.total()) {
        return before.saturating_add(count) >= total;
    }
    // A server may reduce a number that is greater than it allows, so only a documented number counts.
    let size = size.and_then(|size| size.documented(page));
    size.is_some_and(|size| count < size)
}

impl Size {
    /// The number of items on a full page, if the document guarantees it.
    fn documented(self, page: &Seen<'_>) -> Option<u64> {
        match get(page.call, self.parameter) {
            None => self.default,
            Some(size) => number(size).filter(|size| self.max.is_some_and(|max| *size <= max)),
        }
    }
}

/// A whole number, which a parameter may have as text.
pub(super) fn number(value: &Value) -> Option<u64> {
    let text = || value.as_str()?.parse().ok();
    value.as_u64().or_else(text)
}
