//! The items of a list.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use std::vec;

use futures_core::Stream;

use super::pages::Pages;
use super::token::PageToken;
use crate::error::call_error::Error;

/// The items of all pages of a list. A page is requested when the items of the page before it have been taken, and not
/// before.
///
/// Errors, retries and cancellation work as for [`Pages`]. It also implements [`Stream`].
#[must_use = "items are requested only when they are polled"]
pub struct Items<T> {
    pub(super) pages: Pages<T>,
    page: vec::IntoIter<T>,
}

impl<T> Pages<T> {
    /// The items of all pages, one after another.
    pub fn items(self) -> Items<T> {
        let page = Vec::new().into_iter();
        Items { pages: self, page }
    }
}

impl<T> Items<T> {
    /// Resumes with the first item of the page of a token, as [`Pages::resume`].
    pub fn resume(self, token: &PageToken) -> Self {
        self.pages.resume(token).items()
    }

    /// Limits the time for all pages together, as [`Pages::with_deadline`].
    pub fn with_deadline(self, time: Duration) -> Self {
        let pages = self.pages.with_deadline(time);
        Self { pages, ..self }
    }

    /// Returns the next item, or `None` after the last one.
    ///
    /// # Errors
    ///
    /// As [`Pages::try_next`].
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|cx| self.poll_item(cx)).await.transpose()
    }

    /// Collects all items that remain.
    ///
    /// # Errors
    ///
    /// As [`Pages::try_next`].
    pub async fn into_vec(mut self) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        while let Some(item) = self.try_next().await? {
            all.push(item);
            all.extend(self.page.by_ref());
        }
        Ok(all)
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => self.page = page.into_iter(),
            }
        }
    }
}

// The items are moved, never pinned.
impl<T> Unpin for Items<T> {}

impl<T> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(cx)
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("left", &self.page.len())
            .finish()
    }
}
