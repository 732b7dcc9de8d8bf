//! Sequences that continue after the connection is lost.

use std::time::Duration;

use http::HeaderName;

use super::event::Event;
use super::framing::Position;
use super::open::{self, Sent};
use super::stream::Events;
use super::table::Streaming;
use crate::call::core::Call;
use crate::call::resumed;

/// The time before a request if the server has not set one.
const PAUSE: Duration = Duration::from_secs(3);

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

impl<T> Events<Event<T>> {
    /// Sends the request again whenever the connection ends or is lost: after the time that the server has set with
    /// `retry`, or else three seconds, and with the id of the last event as `Last-Event-ID`.
    ///
    /// The retry policy of the call applies to each request. If a request fails, the sequence ends with that error. It
    /// also ends with a response of status 204, and with the data that ends the sequence of the API.
    pub fn with_reconnection(mut self) -> Self {
        self.reader.reconnect = Some(again);
        self
    }
}

fn again(mut call: Box<Call>, streaming: &'static Streaming, from: &Position) -> Sent {
    if !from.id.is_empty() {
        resumed::header(&mut call, LAST_EVENT_ID, &from.id);
    }
    let pause = resumed::clock(&call).sleep(from.retry.unwrap_or(PAUSE));
    Box::pin(async move {
        pause.await;
        open::open(call, streaming).await
    })
}
