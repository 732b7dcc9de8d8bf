//! Polls whose last responses have a typed value.

use super::poll::{Poll, Replies};
use crate::error::call_error::Error;
use crate::net::response::Response;

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
