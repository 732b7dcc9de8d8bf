//! The pages of a list.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;

use super::page::Page;
use super::pager::{Pager, Received};
use super::table::Paging;
use super::token::PageToken;
use crate::call::core::Call;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::wire::{DecodeError, Encode};

/// The pages of a list, each of which is requested when it is polled and not before.
///
/// The options of the call apply to each page: credentials, headers, timeout and retries. After an error, the next poll
/// sends the request of the same page again, unless no request would be valid. Dropping this value abandons a request
/// that has not finished.
///
/// It also implements [`Stream`].
#[must_use = "pages are requested only when they are polled"]
pub struct Pages<T> {
    pub(super) pager: Pager,
    pub(super) read: ReadPage<T>,
}

/// Decodes the items of a page, and shows the body before it is taken apart.
pub(crate) type ReadPage<T> = fn(&Reply, Look<'_>) -> Result<Vec<T>, DecodeError>;

/// Sees the body of a page.
pub(crate) type Look<'a> = &'a mut dyn FnMut(&dyn Encode);

impl<T> Pages<T> {
    pub(crate) fn new(call: Box<Call>, paging: &'static Paging, read: ReadPage<T>) -> Self {
        let pager = Pager::new(call, paging);
        Self { pager, read }
    }

    /// Resumes at the page of a token, from [`Page::next_token`]. The other arguments of the call must be those of the call
    /// that received the token.
    pub fn resume(mut self, token: &PageToken) -> Self {
        self.pager.resume(token);
        self
    }

    /// Limits the time for all pages together, from now on. A page that is not received by then is an error that
    /// [is a timeout](Error::is_timeout).
    pub fn with_deadline(mut self, time: Duration) -> Self {
        self.pager.set_deadline(time);
        self
    }

    /// Requests the next page. Returns `None` after the last one. The request survives if the future is dropped; the next
    /// call continues with it.
    ///
    /// # Errors
    ///
    /// The errors of `send` of the request builder. Also if the deadline has passed, if a page refers to itself or to an
    /// earlier page, or if the URL of the page has an origin that is not allowed.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>, Error> {
        poll_fn(|cx| self.poll_page(cx)).await.transpose()
    }

    /// Whether the last page was received.
    pub(super) fn is_ended(&self) -> bool {
        self.pager.is_ended()
    }

    pub(super) fn poll_page(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Page<T>, Error>>> {
        let reply = ready!(self.pager.poll_reply(cx));
        Poll::Ready(reply.map(|reply| self.page(reply?)))
    }

    fn page(&mut self, reply: Box<Reply>) -> Result<Page<T>, Error> {
        let mut received = Received::default();
        let mut look = |body: &dyn Encode| received = self.pager.advance(&reply, body);
        let items = match (self.read)(&reply, &mut look) {
            Ok(items) => items,
            Err(error) => return Err(Error::decode(reply, error)),
        };
        Ok(Page {
            response: reply.with_body(items),
            next: received.next,
            total: received.total,
        })
    }
}

impl<T> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(cx)
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.pager.operation())
            .field("is_ended", &self.is_ended())
            .finish_non_exhaustive()
    }
}
