//! Polls: a request, and the decoding of its response.

use std::time::Duration;

use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::response::Response;
use crate::net::transport::BoxFuture;

/// The responses of a poll: one, or one for each page of a list.
pub(crate) type Replies = Vec<Box<Reply>>;

/// Sends the request of a poll.
pub(crate) trait Poll: Send + Sync {
    /// Sends the request. All attempts together take no longer than `time`.
    fn poll(&self, time: Option<Duration>) -> BoxFuture<'_, Result<Replies, Error>>;
}

/// Polls, and decodes the last responses.
pub(crate) struct Source<T> {
    pub(super) poll: Box<dyn Poll>,
    pub(super) decode: Box<Decode<T>>,
}

type Decode<T> = dyn Fn(Replies) -> Result<Response<T>, Error> + Send + Sync;

impl<T> Source<T> {
    /// The error of decoding if there is no response.
    pub(super) fn no_response() -> Error {
        Error::invalid("wait", "there is no response")
    }
}
