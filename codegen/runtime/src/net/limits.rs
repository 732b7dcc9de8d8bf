//! Limits on time and memory.

use std::time::Duration;

use crate::wire::budget;

/// Limits of one request and its response.
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
    /// The memory that decoding `body` may take, in bytes.
    pub(crate) fn memory(&self, body: &[u8]) -> usize {
        let default = || budget::default_limit(body.len());
        self.decoded_bytes.unwrap_or_else(default)
    }
}
