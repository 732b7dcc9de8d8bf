//! Server-sent events that the API describes as objects, with their type and data.

use http::HeaderMap;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::event::Event;
use super::framing::Meta;
use crate::net::reply::Reply;
use crate::wire::{Decode, DecodeError};

/// Decodes an event as an object with the fields of the event. Its data is JSON, or else text.
pub(crate) fn whole_event<T: Decode>(reply: &Reply, meta: Meta) -> Result<Event<T>, DecodeError> {
    let text = String::from_utf8_lossy(&reply.body);
    let json = serde_json::from_str::<&RawValue>(&text).ok();
    let json = json.and_then(|json| object(reply, &meta, json.get()).read_json().ok());
    let data = match json {
        Some(data) => data,
        None => object(reply, &meta, &Value::from(&*text).to_string()).read_json()?,
    };
    Ok(Event::new(reply, meta, data))
}

/// The object, with the data as it is.
fn object(reply: &Reply, meta: &Meta, data: &str) -> Reply {
    let mut fields = Map::new();
    for (name, value) in [("event", &meta.event), ("id", &meta.id)] {
        if !value.is_empty() {
            fields.insert(name.to_owned(), value.as_str().into());
        }
    }
    if let Some(retry) = meta.retry.and_then(|it| u64::try_from(it.as_millis()).ok()) {
        fields.insert("retry".to_owned(), retry.into());
    }
    let fields = Value::Object(fields).to_string();
    let comma = if fields == "{}" { "" } else { "," };
    let rest = fields.trim_start_matches('{');
    Reply {
        operation: reply.operation.clone(),
        status: reply.status,
        headers: HeaderMap::new(),
        body: format!("{{\"data\":{data}{comma}{rest}").into(),
        received: None,
        attempts: reply.attempts,
        limits: reply.limits,
    }
}
