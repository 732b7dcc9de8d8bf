//! Streamed response bodies.

use std::borrow::Cow;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::reply::Reply;
use super::response::Response;
use super::transport::{TransportError, TransportErrorKind};
use crate::client::clock::Wait;
use crate::client::handle::Client;
use crate::client::options::Sink;
use crate::error::call_error::Error;

/// The body of a response, which is read in chunks as it arrives.
///
/// The size and the total time of a stream are unlimited. Each chunk must arrive within the timeout of an attempt,
/// which [`ClientBuilder::timeout`](crate::ClientBuilder::timeout) or the request builder sets. A truncated body is an
/// error and is not retried, because earlier chunks may have been processed.
///
/// It also implements [`Stream`].
pub struct ByteStream {
    /// The id of the operation.
    operation: Cow<'static, str>,
    client: Client,
    response: reqwest::Response,
    /// The timeout of each chunk.
    timeout: Option<Duration>,
    /// The timer of the next chunk, once a read has to wait.
    timer: Option<Wait>,
    attempts: u32,
}

impl ByteStream {
    /// Returns the next chunk, or `None` at the end.
    ///
    /// # Errors
    ///
    /// If the body is truncated or a chunk does not arrive in time.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|cx| self.poll_chunk(cx)).await
    }

    fn poll_chunk(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        // The future has no state between polls, so each poll can create a new one.
        let chunk = match pin!(self.response.chunk()).poll(cx) {
            Poll::Ready(chunk) => chunk.map_err(TransportError::of_body),
            Poll::Pending => {
                let Some(timeout) = self.timeout else {
                    return Poll::Pending;
                };
                let clock = &self.client.parts().clock;
                let timer = self.timer.get_or_insert_with(|| clock.timer(timeout));
                ready!(timer.as_mut().poll(cx));
                Err(TransportError::new(TransportErrorKind::Timeout))
            }
        };
        self.timer = None;
        Poll::Ready(chunk.map_err(|error| {
            let error = Error::transport(self.operation.clone(), error);
            error.after(self.attempts)
        }))
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_chunk(cx).map(Result::transpose)
    }
}

/// Holds a successful response until the call returns.
#[derive(Default)]
pub(crate) struct Unread(Mutex<Option<(reqwest::Response, Option<Duration>)>>);

impl Sink for Unread {
    fn take(&self, response: reqwest::Response, timeout: Option<Duration>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some((response, timeout));
    }
}

impl Unread {
    /// The response to a call of `client`, with the unread body.
    pub(crate) fn response(
        &self,
        client: Client,
        reply: Reply,
    ) -> Result<Response<ByteStream>, Error> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((response, timeout)) = kept.take() else {
            return Err(Error::invalid(
                reply.operation,
                "the response has no stream",
            ));
        };
        let stream = ByteStream {
            operation: reply.operation.clone(),
            client,
            response,
            timeout,
            timer: None,
            attempts: reply.attempts,
        };
        Ok(reply.with_body(stream))
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}
