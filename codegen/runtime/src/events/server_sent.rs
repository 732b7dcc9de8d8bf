//! Server-sent events, as the HTML standard parses them (section 9.2.6).
//!
//! The crates for this format keep events of any size in memory, and fail or stall on invalid UTF-8 instead of replacing it.

use std::time::Duration;

use bytes::{Buf, Bytes};

use super::append::append;
use super::framing::{Framing, Meta, Position, Record, TooLarge};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The parser of `text/event-stream`.
pub(crate) fn server_sent() -> Box<dyn Framing> {
    Box::new(ServerSent::default())
}

#[derive(Default)]
struct ServerSent {
    /// The line that is not complete.
    line: Vec<u8>,
    /// Whether there was a line.
    has_begun: bool,
    /// Whether the last line ended with CR, so that an LF belongs to it.
    is_after_cr: bool,
    /// The lines of `data`, each with an LF.
    data: Vec<u8>,
    /// `event`, the last `id` so far, and `retry`.
    meta: Meta,
    /// The last event.
    last: Position,
}

impl Framing for ServerSent {
    fn next(&mut self, input: &mut Bytes, limit: usize) -> Result<Option<Record>, TooLarge> {
        loop {
            if self.is_after_cr && !input.is_empty() {
                self.is_after_cr = false;
                if input[0] == b'\n' {
                    input.advance(1);
                }
            }
            let limit = limit.saturating_sub(self.data.len());
            let end = input.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            let Some(end) = end else {
                append(&mut self.line, &input.split_off(0), limit)?;
                return Ok(None);
            };
            append(&mut self.line, &input.split_to(end), limit)?;
            self.is_after_cr = input[0] == b'\r';
            input.advance(1);
            if let Some(record) = self.line() {
                return Ok(Some(record));
            }
        }
    }

    /// An event without the empty line at its end is incomplete.
    fn end(&mut self) -> Option<Record> {
        None
    }

    fn resume(&mut self) -> Position {
        let last = std::mem::take(&mut self.last);
        *self = Self::default();
        self.meta.id.clone_from(&last.id);
        self.last = Position {
            id: last.id.clone(),
            retry: last.retry,
        };
        last
    }
}

impl ServerSent {
    /// Processes a line, and returns the event that it completes.
    fn line(&mut self) -> Option<Record> {
        let line = std::mem::take(&mut self.line);
        let mut line = line.as_slice();
        if !self.has_begun {
            self.has_begun = true;
            line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
        }
        if line.is_empty() {
            return self.dispatch();
        }
        // The separators are ASCII, so the lines can be decoded one by one.
        let line = String::from_utf8_lossy(line);
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        self.field(name, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    /// A comment is a field without a name.
    fn field(&mut self, name: &str, value: &str) {
        match name {
            "data" => {
                self.data.extend_from_slice(value.as_bytes());
                self.data.push(b'\n');
            }
            "event" => value.clone_into(&mut self.meta.event),
            "id" if !value.contains('\0') => value.clone_into(&mut self.meta.id),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                if let Ok(milliseconds) = value.parse() {
                    self.meta.retry = Some(Duration::from_millis(milliseconds));
                    self.last.retry = self.meta.retry;
                }
            }
            _ => {}
        }
    }

    fn dispatch(&mut self) -> Option<Record> {
        self.last.id.clone_from(&self.meta.id);
        let next = Meta {
            id: self.meta.id.clone(),
            ..Meta::default()
        };
        let meta = std::mem::replace(&mut self.meta, next);
        let mut data = std::mem::take(&mut self.data);
        data.pop()?;
        Some(Record {
            meta,
            ..Record::new(data)
        })
    }
}
