//! The division of a body into records.

use std::time::Duration;

use bytes::Bytes;

/// Divides a body into records, however it is divided into chunks.
pub(crate) trait Framing: Send {
    /// Takes the next record from the front of `input`. `None` if the rest of the body is needed; it is kept then.
    ///
    /// # Errors
    ///
    /// If a record takes more than `limit` bytes.
    fn next(&mut self, input: &mut Bytes, limit: usize) -> Result<Option<Record>, TooLarge>;

    /// The record at the end of the body, if it is complete without its separator.
    fn end(&mut self) -> Option<Record>;

    /// Prepares for the body of another response, and returns where it continues.
    fn resume(&mut self) -> Position {
        Position::default()
    }
}

/// A record exceeds the limit.
pub(crate) struct TooLarge;

/// A record before it is decoded.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) data: Vec<u8>,
    pub(crate) meta: Meta,
    /// Why the record cannot be decoded.
    pub(crate) problem: Option<&'static str>,
}

/// What a server-sent event has besides its data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meta {
    /// The type; empty if the server does not set it.
    pub(crate) event: String,
    /// The id of this event, or of the last one that has an id; empty if there is none.
    pub(crate) id: String,
    /// The reconnection time, if this event sets it.
    pub(crate) retry: Option<Duration>,
}

/// The place in a sequence from which another response continues.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Position {
    /// The id of the last event; empty if there is none.
    pub(crate) id: String,
    /// The time to wait before the request, if the server has set it.
    pub(crate) retry: Option<Duration>,
}

impl Record {
    pub(crate) fn new(data: Vec<u8>) -> Self {
        Self {
            data,
            ..Self::default()
        }
    }
}
