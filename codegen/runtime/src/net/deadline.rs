//! Limits the time of futures.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use super::transport::{TransportError, TransportErrorKind};
use crate::client::clock::Clock;

/// Fails with a timeout if `work` takes longer than `limit`. Work that is ready at once needs no timer, and so no
/// async runtime.
pub(crate) fn within<T, E: From<TransportError>>(
    clock: &dyn Clock,
    limit: Option<Duration>,
    work: Pin<&mut impl Future<Output = Result<T, E>>>,
) -> impl Future<Output = Result<T, E>> {
    within_extended(clock, limit, || None, work)
}

/// Like [`within`], but `extension` may grant more time when `limit` has passed.
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
