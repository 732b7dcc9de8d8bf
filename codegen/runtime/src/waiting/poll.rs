//! Polls: requests whose responses have a state.

use std::time::Duration;

use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::transport::BoxFuture;

/// The responses of a poll: one, or one for each page of a list.
pub(crate) type Replies = Vec<Box<Reply>>;

/// Sends the request of a poll.
pub(crate) trait Poll: Send + Sync {
    /// Sends the request. All attempts together take no longer than `time`.
    fn poll(&self, time: Option<Duration>) -> BoxFuture<'_, Result<Replies, Error>>;
}
