//! The values of a sequence.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::{HeaderMap, StatusCode};

use super::framing::Meta;
use super::reader::Reader;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::wire::DecodeError;

/// The values of a response, each of which is decoded when it is complete: an `Event` with its data for
/// `text/event-stream`, and a value of the API for JSON on lines.
///
/// A value that cannot be decoded is one error, and the next poll continues after it. After an error of the connection,
/// and after a value that is longer than [`max_response_bytes`](crate::ClientBuilder::max_response_bytes), the sequence
/// ends. The number of values and the total time are unlimited, and no more than one value and one chunk of the body is
/// in memory. Each chunk must arrive within the timeout of an attempt. Dropping this value closes the connection.
///
/// It also implements [`Stream`].
#[must_use = "values are received only when they are polled"]
pub struct Events<E> {
    pub(super) reader: Reader,
    pub(super) read: ReadRecord<E>,
}

/// Decodes a record, which is the body of the reply.
pub(crate) type ReadRecord<E> = fn(&Reply, Meta) -> Result<E, DecodeError>;

impl<E> Events<E> {
    /// Returns the next value, or `None` at the end. Nothing is lost if the future is dropped.
    ///
    /// # Errors
    ///
    /// If the value cannot be decoded, if the body is truncated, or if a chunk does not arrive in time.
    pub async fn try_next(&mut self) -> Result<Option<E>, Error> {
        poll_fn(|cx| self.poll_value(cx)).await.transpose()
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.reader.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.reader.headers
    }

    fn poll_value(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<E, Error>>> {
        let record = match ready!(self.reader.poll_record(cx)) {
            None => return Poll::Ready(None),
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            Some(Ok(record)) => record,
        };
        let reply = self.reader.reply(record.data);
        let value = match record.problem {
            None => (self.read)(&reply, record.meta),
            Some(problem) => Err(DecodeError::new(String::new(), problem.to_owned())),
        };
        Poll::Ready(Some(value.map_err(|error| Error::decode(reply, error))))
    }
}

// The values are moved, never pinned.
impl<E> Unpin for Events<E> {}

impl<E> Stream for Events<E> {
    type Item = Result<E, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_value(cx)
    }
}

impl<E> fmt::Debug for Events<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events")
            .field("operation", &self.reader.operation())
            .field("status", &self.status())
            .field("is_ended", &self.reader.is_ended())
            .finish_non_exhaustive()
    }
}
