//! Response bodies that are read as they arrive.

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
use crate::client::attempts::Sink;
use crate::client::clock::Wait;
use crate::client::handle::Client;
use crate::error::call_error::Error;

/// The body of a response, to be read as it comes: in chunks of any size, as the network cuts them.
///
/// It has no limit of size, and no limit of time in all; but each chunk has the time that
/// [`ClientBuilder::timeout`](crate::ClientBuilder::timeout) or the call gives to an attempt. A
/// body that breaks off is an error. It is not asked for again, as what was read cannot be taken
/// back.
///
/// It is a [`Stream`] as well, for what works with those.
pub struct ByteStream {
    /// The id of the operation.
    operation: Cow<'static, str>,
    client: Client,
    response: reqwest::Response,
    /// How long a chunk may take.
    timeout: Option<Duration>,
    /// How long the next chunk may still take, once it is late.
    timer: Option<Wait>,
    attempts: u32,
}

impl ByteStream {
    /// The next chunk, or nothing at the end.
    ///
    /// # Errors
    ///
    /// When the body breaks off, or a chunk does not come in time.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|cx| self.poll_chunk(cx)).await
    }

    fn poll_chunk(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        // This future keeps nothing from one poll to the next, so it need not be kept either.
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

/// Keeps the response of a success until the call has returned.
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
            return Err(Error::invalid(reply.operation, "it has no stream"));
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
