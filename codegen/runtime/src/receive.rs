//! Receiving responses: in time, and no more of them than fits.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};

use crate::clock::Clock;
use crate::transport::{TransportError, TransportErrorKind};
use crate::wire;

/// What one exchange may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// The time from the first byte sent to the last byte received, or to the headers of a response
    /// whose body is streamed.
    pub(crate) timeout: Option<Duration>,
    /// The size of the response's body in bytes, unless it is streamed.
    pub(crate) response_bytes: usize,
    /// The memory of the decoded body in bytes, if the caller has set it.
    pub(crate) decoded_bytes: Option<usize>,
}

impl Limits {
    /// How much memory decoding `body` may take, in bytes.
    pub(crate) fn memory(&self, body: &[u8]) -> usize {
        let default = || wire::default_limit(body.len());
        self.decoded_bytes.unwrap_or_else(default)
    }
}

/// Does `work` within `limit`, as the clock has it. What is done at once needs no timer, and so no
/// runtime that has one.
pub(crate) fn within<T, E: From<TransportError>>(
    clock: &dyn Clock,
    limit: Option<Duration>,
    work: Pin<&mut impl Future<Output = Result<T, E>>>,
) -> impl Future<Output = Result<T, E>> {
    within_extended(clock, limit, || None, work)
}

/// The same, where `extension` may grant more time when `limit` is over.
pub(crate) fn within_extended<T, E: From<TransportError>>(
    clock: &dyn Clock,
    limit: Option<Duration>,
    extension: impl Fn() -> Option<Duration>,
    mut work: Pin<&mut impl Future<Output = Result<T, E>>>,
) -> impl Future<Output = Result<T, E>> {
    let mut timer = None;
    poll_fn(move |cx| {
        if let Poll::Ready(result) = work.as_mut().poll(cx) {
            return Poll::Ready(result);
        }
        let Some(limit) = limit else {
            return Poll::Pending;
        };
        let timer = timer.get_or_insert_with(|| clock.timer(limit));
        while timer.as_mut().poll(cx).is_ready() {
            let Some(more) = extension() else {
                let error = TransportError::new(TransportErrorKind::Timeout);
                return Poll::Ready(Err(error.into()));
            };
            *timer = clock.timer(more);
        }
        Poll::Pending
    })
}

/// The rest of the body, which is no longer than `limit`.
pub(crate) async fn body(
    response: &mut reqwest::Response,
    limit: usize,
) -> Result<Bytes, TransportError> {
    let too_large = || TransportError::new(TransportErrorKind::ResponseTooLarge);
    let first = next_chunk(response).await?.unwrap_or_default();
    let mut left = limit.checked_sub(first.len()).ok_or_else(too_large)?;
    let mut next = next_chunk(response).await?;
    if next.is_none() {
        // Most bodies are one chunk, which needs no copy.
        return Ok(first);
    }
    let mut body = BytesMut::from(first);
    while let Some(chunk) = next {
        left = left.checked_sub(chunk.len()).ok_or_else(too_large)?;
        body.extend_from_slice(&chunk);
        next = next_chunk(response).await?;
    }
    Ok(body.freeze())
}

async fn next_chunk(response: &mut reqwest::Response) -> Result<Option<Bytes>, TransportError> {
    response.chunk().await.map_err(TransportError::of_body)
}
