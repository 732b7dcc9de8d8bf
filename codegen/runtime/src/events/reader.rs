//! Reads the records of a sequence, from one response or from several.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode};

use super::framing::{Framing, Position, Record, TooLarge};
use super::open::Sent;
use super::table::Streaming;
use crate::call::core::Call;
use crate::call::evented;
use crate::error::call_error::Error;
use crate::net::byte_stream::ByteStream;
use crate::net::reply::Reply;
use crate::net::response::Response;
use crate::net::transport::{TransportError, TransportErrorKind};

/// The records of a call, whatever their values are.
pub(super) struct Reader {
    call: Box<Call>,
    streaming: &'static Streaming,
    framing: Box<dyn Framing>,
    /// What was received and not read.
    input: Bytes,
    state: State,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    attempts: u32,
    /// Sends the request for the rest of the sequence, if the caller wants that.
    pub(super) reconnect: Option<Reconnect>,
}

/// Sends the request for the rest of a sequence.
pub(super) type Reconnect = fn(Box<Call>, &'static Streaming, &Position) -> Sent;

enum State {
    Reading(Box<ByteStream>),
    Connecting(Sent),
    Ended,
}

impl Reader {
    pub(super) fn new(
        call: Box<Call>,
        streaming: &'static Streaming,
        response: Response<ByteStream>,
    ) -> Self {
        let mut reader = Self {
            call,
            streaming,
            framing: (streaming.framing)(),
            input: Bytes::new(),
            state: State::Ended,
            status: response.status(),
            headers: HeaderMap::new(),
            attempts: response.attempts(),
            reconnect: None,
        };
        reader.adopt(response);
        reader
    }

    pub(super) fn operation(&self) -> &'static str {
        evented::id(&self.call)
    }

    pub(super) fn is_ended(&self) -> bool {
        matches!(self.state, State::Ended)
    }

    fn adopt(&mut self, response: Response<ByteStream>) {
        self.status = response.status();
        response.headers().clone_into(&mut self.headers);
        self.attempts = response.attempts();
        self.state = State::Reading(Box::new(response.into_body()));
    }

    /// The next record, or `None` at the end. After an error of the connection there is no other record.
    pub(super) fn poll_record(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Record, Error>>> {
        loop {
            let limit = evented::limits(&self.call).response_bytes;
            match self.framing.next(&mut self.input, limit) {
                Ok(None) => {}
                Ok(Some(record)) => return Poll::Ready(self.unless_last(record).map(Ok)),
                Err(TooLarge) => {
                    let error = TransportError::new(TransportErrorKind::ResponseTooLarge);
                    return Poll::Ready(Some(Err(self.failed(error))));
                }
            }
            match &mut self.state {
                State::Ended => return Poll::Ready(None),
                State::Connecting(sent) => match ready!(sent.as_mut().poll(cx)) {
                    Ok(response) => self.adopt(response),
                    Err(error) => {
                        self.state = State::Ended;
                        return Poll::Ready(Some(Err(error)));
                    }
                },
                State::Reading(body) => match ready!(Pin::new(body).poll_next(cx)) {
                    Some(Ok(chunk)) => self.input = chunk,
                    Some(Err(error)) if !self.reconnects() => {
                        self.state = State::Ended;
                        return Poll::Ready(Some(Err(error)));
                    }
                    Some(Err(_)) => {}
                    None => {
                        let last = self.framing.end();
                        if !self.reconnects() {
                            self.state = State::Ended;
                        }
                        if let Some(record) = last {
                            return Poll::Ready(self.unless_last(record).map(Ok));
                        }
                    }
                },
            }
        }
    }

    /// The record, unless it is the one that ends the sequence.
    fn unless_last(&mut self, record: Record) -> Option<Record> {
        let terminator = self.streaming.terminator.map(str::as_bytes);
        if terminator == Some(record.data.trim_ascii()) {
            self.state = State::Ended;
            self.input = Bytes::new();
            return None;
        }
        Some(record)
    }

    /// Requests the rest of the sequence, unless the caller does not want that or the server has ended it.
    fn reconnects(&mut self) -> bool {
        let Some(reconnect) = self.reconnect else {
            return false;
        };
        if self.status == StatusCode::NO_CONTENT {
            return false;
        }
        let position = self.framing.resume();
        let sent = reconnect(self.call.clone(), self.streaming, &position);
        self.state = State::Connecting(sent);
        true
    }

    fn failed(&mut self, error: TransportError) -> Error {
        self.state = State::Ended;
        self.input = Bytes::new();
        Error::transport(self.operation(), error).after(self.attempts)
    }

    /// A record as the body of a response, without its headers.
    pub(super) fn reply(&self, data: Vec<u8>) -> Box<Reply> {
        Box::new(Reply {
            operation: self.operation().into(),
            status: self.status,
            headers: HeaderMap::new(),
            body: data.into(),
            received: None,
            attempts: self.attempts,
            limits: evented::limits(&self.call),
        })
    }
}
