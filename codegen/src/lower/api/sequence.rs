//! Bodies that are sequences of values.

use crate::ir::{Items, NameHint, Owner, RecordPart, Role, Sequence};
use crate::load::{JsonType, Schema};
use crate::lower::context::Context;
use crate::lower::schemas::{Schemas, has_structure};

/// The name of the data in an event.
const DATA: &str = "data";

/// The names of the fields of an event.
const FIELDS: &[&str] = &["comment", DATA, "event", "id", "retry"];

/// Alternatives within alternatives are not followed beyond this depth.
const DEPTH: usize = 4;

/// The type of each value, if the schema describes more than text. The schema of a list describes the whole sequence
/// (OpenAPI 3.2, *Sequential Media Types*).
pub(super) fn items<'d>(
    cx: &mut Context<'d, '_>,
    sequence: Sequence,
    schema: &Schema<'d>,
    place: &NameHint,
) -> Option<Items> {
    let list = cx.schemas.follow(schema)?;
    let mut value = match cx.schemas.kind(schema) {
        Some(JsonType::Array) => list.item_schema()?,
        _ => schema.clone(),
    };
    let mut part = RecordPart::Data;
    if sequence == Sequence::Events && is_event(&cx.schemas, &value, DEPTH) {
        match data(&cx.schemas, &value) {
            Some(data) => value = data,
            None => part = RecordPart::Event,
        }
    }
    let has_values = has_structure(&value) && cx.schemas.kind(&value) != Some(JsonType::String);
    has_values.then(|| Items {
        ty: cx.schema(&value, &hint(place)),
        part,
    })
}

/// Whether a schema is that of an event, and not only of its data: it has fields of events only, among them the data.
fn is_event<'d>(schemas: &Schemas<'d>, schema: &Schema<'d>, depth: usize) -> bool {
    let (Some(schema), Some(depth)) = (schemas.follow(schema), depth.checked_sub(1)) else {
        return false;
    };
    let properties = schema.properties();
    let is_data = |(name, _): &(&str, Schema<'d>)| *name == DATA;
    let mut alternatives = alternatives(&schema).peekable();
    properties.iter().all(|(name, _)| FIELDS.contains(name))
        && (alternatives.peek().is_some() || properties.iter().any(is_data))
        && alternatives.all(|it| is_event(schemas, &it, depth))
        && schema.all_of().is_empty()
}

/// The schema of the data, if all events have the same.
fn data<'d>(schemas: &Schemas<'d>, schema: &Schema<'d>) -> Option<Schema<'d>> {
    let schema = schemas.follow(schema)?;
    if alternatives(&schema).next().is_some() {
        return None;
    }
    let mut properties = schema.properties().into_iter();
    properties.find(|(name, _)| *name == DATA).map(|(_, it)| it)
}

fn alternatives<'d>(schema: &Schema<'d>) -> impl Iterator<Item = Schema<'d>> + use<'d> {
    schema.one_of().into_iter().chain(schema.any_of())
}

/// The place of an inline type, beside that of a response in another media type.
fn hint(place: &NameHint) -> NameHint {
    let owner = match place {
        NameHint::Component(key) => Owner::Component(key.clone()),
        NameHint::Nested { owner, .. } => owner.clone(),
    };
    NameHint::nested(owner, Role::Event)
}
