//! Calls in programs that are not asynchronous.

pub(crate) mod block;
pub(crate) mod block_iter;
pub(crate) mod drive;

pub use block::Block;
pub use block_iter::{BlockIter, BlockingIter};
