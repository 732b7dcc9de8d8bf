//! Schemas of server-sent events (OpenAPI 3.2, *Special Considerations for `text/event-stream` Content*).
//!
//! There the data of an event is a string that contains JSON. Here it is the JSON, which is what a caller wants.

use std::ops::ControlFlow;

use serde_yaml::{Mapping, Value};

use crate::diagnostic::{Moves, Pointer};
use crate::load::grammar::{MediaType, View, keyword};
use crate::load::reference::{HOPS, local};
use crate::load::visit::{document, visit};
use crate::load::{Node, lookup};

/// The name of the data in an event.
const DATA: &str = "data";

/// Alternatives within alternatives are not followed beyond this depth.
const DEPTH: usize = 8;

/// Where a schema is read, and where it is written.
type Moved = (Pointer, Pointer);

/// Replaces the data of events by what it contains. Returns the schemas that have other places now.
pub(super) fn open(raw: &mut Value) -> Vec<Moved> {
    let mut all = Vec::new();
    for media in places(raw) {
        let at = media.key(keyword::ITEM_SCHEMA);
        // The place in the words of 3.0.
        let now = media.key(keyword::SCHEMA).key(keyword::ITEMS);
        let mut moved = Vec::new();
        let opened = opened(raw, &at, &now, &mut moved, DEPTH);
        if let (Some(opened), Some(schema)) = (opened, lookup::at_mut(raw, &at)) {
            *schema = opened;
            all.extend(moved);
        }
    }
    all
}

/// Records the other places of schemas.
pub(super) fn record(opened: Vec<Moved>, moves: &mut Moves) {
    for (now, written) in opened {
        moves.add(&now, written.clone(), written);
    }
}

/// The places of media types with schemas of events.
fn places(raw: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    let root = Node::new(raw, Pointer::root());
    visit(&root, document(), &mut |node, slot| {
        let object = slot.kind.object();
        let is_media = object.is_some_and(|it| it.is(MediaType::table()));
        let is_events = || {
            let name = node.at.split().map(|(_, name)| name);
            name.is_some_and(|name| essence(&name) == "text/event-stream")
        };
        if is_media && node.has(keyword::ITEM_SCHEMA) && is_events() {
            found.push(node.at.clone());
        }
        ControlFlow::Continue(())
    });
    found
}

/// The schema at a place with its data opened; `None` if there is nothing to open.
fn opened(
    raw: &Value,
    at: &Pointer,
    now: &Pointer,
    moved: &mut Vec<Moved>,
    depth: usize,
) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    let (target, at) = target(raw, at)?;
    let mut schema = target.as_mapping()?.clone();
    let mut inner = Vec::new();
    for key in [keyword::ONE_OF, keyword::ANY_OF] {
        let Some(members) = schema.get_mut(key).and_then(Value::as_sequence_mut) else {
            continue;
        };
        let places = |index| (at.key(key).index(index), now.key(key).index(index));
        for (index, member) in members.iter_mut().enumerate() {
            let (at, now) = places(index);
            if let Some(opened) = opened(raw, &at, &now, &mut inner, depth) {
                *member = opened;
            }
        }
        let has_data = |index| self::target(raw, &places(index).0).is_some_and(|it| has_data(it.0));
        // Data that all alternatives describe is text only beside them.
        if !inner.is_empty() && (0..members.len()).all(has_data) {
            properties(&mut schema).and_then(|it| it.shift_remove(DATA));
        }
    }
    let data = properties(&mut schema).and_then(|it| it.get_mut(DATA));
    if let Some((contents, data)) = data.and_then(|data| Some((contents(data)?, data))) {
        *data = contents;
        let place = |at: &Pointer| at.key(keyword::PROPERTIES).key(DATA);
        inner.push((place(now), place(&at).key(keyword::CONTENT_SCHEMA)));
    }
    if inner.is_empty() {
        return None;
    }
    moved.push((now.clone(), at));
    moved.append(&mut inner);
    Some(Value::Mapping(schema))
}

fn properties(schema: &mut Mapping) -> Option<&mut Mapping> {
    schema.get_mut(keyword::PROPERTIES)?.as_mapping_mut()
}

fn has_data(schema: &Value) -> bool {
    let properties = schema.get(keyword::PROPERTIES);
    properties.is_some_and(|it| it.get(DATA).is_some())
}

/// The schema of the JSON in a string.
fn contents(data: &Value) -> Option<Value> {
    let media_type = essence(data.get(keyword::CONTENT_MEDIA_TYPE)?.as_str()?);
    let is_json = media_type == "application/json" || media_type.ends_with("+json");
    is_json.then(|| data.get(keyword::CONTENT_SCHEMA).cloned())?
}

/// A media type without its parameters, in lower case.
fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// The schema at the end of the references that start at a place, and its place.
fn target<'v>(raw: &'v Value, at: &Pointer) -> Option<(&'v Value, Pointer)> {
    let mut at = at.clone();
    for _ in 0..=HOPS {
        let schema = lookup::at(raw, &at)?;
        let Some(reference) = schema.get(keyword::REF) else {
            return Some((schema, at));
        };
        at = local(reference.as_str()?)?;
    }
    None
}
