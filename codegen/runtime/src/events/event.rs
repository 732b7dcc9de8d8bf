//! Server-sent events.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use super::framing::Meta;
use crate::net::reply::Reply;

/// A server-sent event: its data, and what the server sends with it.
#[derive(Clone, PartialEq)]
pub struct Event<T> {
    data: T,
    raw: Bytes,
    meta: Meta,
}

impl<T> Event<T> {
    pub(super) fn new(reply: &Reply, meta: Meta, data: T) -> Self {
        let raw = reply.body.clone();
        Self { data, raw, meta }
    }

    /// The data.
    pub fn data(&self) -> &T {
        &self.data
    }

    /// Returns the data without the rest of the event.
    pub fn into_data(self) -> T {
        self.data
    }

    /// The data before decoding.
    pub fn raw_data(&self) -> &Bytes {
        &self.raw
    }

    /// The type of the event: `message`, unless the server sets it.
    pub fn event(&self) -> &str {
        match self.meta.event.as_str() {
            "" => "message",
            event => event,
        }
    }

    /// The id of this event, or else of the last event before it that has one.
    pub fn id(&self) -> Option<&str> {
        Some(self.meta.id.as_str()).filter(|id| !id.is_empty())
    }

    /// The time to wait before a reconnection, if this event sets it.
    pub fn retry(&self) -> Option<Duration> {
        self.meta.retry
    }
}

/// Omits the bytes of the data, which may be secret.
impl<T: fmt::Debug> fmt::Debug for Event<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("event", &self.event())
            .field("id", &self.id())
            .field("retry", &self.retry())
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}
