//! Server-sent events with data of JSON.

use super::event::Event;
use super::framing::Meta;
use crate::net::reply::Reply;
use crate::wire::{Decode, DecodeError};

/// Decodes the data of an event from JSON.
pub(crate) fn json_event<T: Decode>(reply: &Reply, meta: Meta) -> Result<Event<T>, DecodeError> {
    Ok(Event::new(reply, meta, reply.read_json()?))
}
