//! Server-sent events with text.

use super::event::Event;
use super::framing::Meta;
use crate::net::reply::Reply;
use crate::wire::DecodeError;

/// Decodes the data of an event as text.
pub(crate) fn text_event(reply: &Reply, meta: Meta) -> Result<Event<String>, DecodeError> {
    Ok(Event::new(reply, meta, reply.read_text()?))
}
