//! Pages as data: where a response has its items, and how to request the next page.

use http::HeaderMap;
use serde_json::Value;

use super::look::{self, Path};
use crate::call::core::Call;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::transport::BoxFuture;
use crate::wire::Encode;
use crate::wire::encode::View;

/// How an operation divides its result into pages.
pub(crate) struct Paging {
    /// The list of items.
    pub(crate) items: Path,
    pub(crate) next: &'static dyn Next,
    /// The value that tells whether there is another page.
    pub(crate) more: Option<More>,
    /// The number of items on all pages.
    pub(crate) total: Option<Path>,
}

/// A value that tells whether there is another page.
#[derive(Clone, Copy)]
pub(crate) struct More {
    pub(crate) path: Path,
    pub(crate) read: fn(View<'_>, Path) -> Option<bool>,
}

/// How to request the next page.
pub(crate) trait Next: Sync {
    /// The place of the page after `page`, or `None` if it is the last one.
    ///
    /// # Errors
    ///
    /// Why the response does not tell.
    fn after(&self, page: &Seen<'_>, headers: &HeaderMap) -> Result<Option<Value>, String>;

    /// Sends the request of the page at `place`.
    ///
    /// # Errors
    ///
    /// Why the place is not valid.
    fn send(&self, call: Box<Call>, place: &Value, allowed: &[String]) -> Result<Sent, String>;

    /// The number of items before the first page of a call, if it is known.
    fn before(&self, _call: &Call) -> Option<u64> {
        Some(0)
    }
}

/// A request on its way.
pub(crate) type Sent = BoxFuture<'static, Result<Box<Reply>, Error>>;

/// A page that was received.
pub(crate) struct Seen<'a> {
    pub(crate) paging: &'static Paging,
    pub(crate) call: &'a Call,
    /// Its place, unless it is the first page of the call.
    pub(crate) place: Option<&'a Value>,
    /// The number of items on the pages before it, if that is known.
    pub(crate) before: Option<u64>,
    pub(crate) body: &'a dyn Encode,
}

impl Seen<'_> {
    /// The number of its items.
    pub(crate) fn count(&self) -> u64 {
        look::count(self.body.view(), self.paging.items)
    }

    /// The number of items on all pages, if the response tells it.
    pub(crate) fn total(&self) -> Option<u64> {
        look::scalar(self.body.view(), self.paging.total?)?.as_u64()
    }

    /// Whether there is another page, if the response tells it.
    pub(crate) fn more(&self) -> Option<bool> {
        let more = self.paging.more?;
        (more.read)(self.body.view(), more.path)
    }

    /// The number of items on this page and on those before it, if it is known.
    pub(crate) fn so_far(&self) -> Option<u64> {
        self.before?.checked_add(self.count())
    }
}
