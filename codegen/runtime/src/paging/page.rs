//! One page.

use std::fmt;
use std::vec;

use http::{HeaderMap, StatusCode};

use super::token::PageToken;
use crate::net::response::Response;

/// One page of a list: its items, and the status and the headers of the response.
#[derive(Clone)]
pub struct Page<T> {
    pub(super) response: Response<Vec<T>>,
    pub(super) next: Option<PageToken>,
    pub(super) total: Option<u64>,
}

impl<T> Page<T> {
    /// The items.
    pub fn items(&self) -> &[T] {
        self.response.body()
    }

    /// Returns the items without the status and the headers.
    pub fn into_items(self) -> Vec<T> {
        self.response.into_body()
    }

    /// The token of the next page, or `None` if this page is the last one.
    pub fn next_token(&self) -> Option<&PageToken> {
        self.next.as_ref()
    }

    /// The number of items on all pages, if the server reports it.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The response with its other metadata, such as the request id, the rate limit and the body before decoding.
    pub fn response(&self) -> &Response<Vec<T>> {
        &self.response
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> vec::IntoIter<T> {
        self.into_items().into_iter()
    }
}

/// Omits the items, which may be secret.
impl<T> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("items", &self.items().len())
            .field("response", &self.response)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}
