//! Streams of values in programs that are not asynchronous.

use std::fmt;
use std::pin::Pin;

use futures_core::Stream;

use super::drive::drive;
use crate::error::call_error::Error;

/// Iterates over a stream of this crate on the current thread, for programs that are not asynchronous.
///
/// Items and pages of lists, events and bodies that are read in chunks have the method.
pub trait BlockIter: Sized {
    /// An iterator that waits for each value.
    fn block_iter(self) -> BlockingIter<Self>;
}

impl<S, T> BlockIter for S
where
    S: Stream<Item = Result<T, Error>> + Unpin,
{
    fn block_iter(self) -> BlockingIter<Self> {
        BlockingIter {
            stream: self,
            is_refused: false,
        }
    }
}

/// An iterator that waits for each value of a stream, as [`Block::block`](super::Block::block) waits for a result.
#[must_use = "values are requested only when the iterator is used"]
pub struct BlockingIter<S> {
    stream: S,
    /// Whether it cannot wait here, which it has reported.
    is_refused: bool,
}

impl<S> BlockingIter<S> {
    /// The stream, with the values that remain.
    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<S, T> Iterator for BlockingIter<S>
where
    S: Stream<Item = Result<T, Error>> + Unpin,
{
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_refused {
            return None;
        }
        match drive(|cx| Pin::new(&mut self.stream).poll_next(cx)) {
            Ok(value) => value,
            Err(error) => {
                self.is_refused = true;
                Some(Err(error))
            }
        }
    }
}

impl<S: fmt::Debug> fmt::Debug for BlockingIter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BlockingIter").field(&self.stream).finish()
    }
}
