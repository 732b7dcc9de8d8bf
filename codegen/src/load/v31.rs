//! OpenAPI 3.1 and 3.2 in the words of 3.0.
//!
//! The two differ in how a schema is written more than in what one can say. So a document of 3.1 is rewritten where
//! 3.0 has the same in other words, and the stages behind know one language. What 3.0 cannot say stays as it is and is
//! reported like any unknown keyword.
//!
//! What is rewritten stays in its place as far as possible, so that findings lead into the text as it was written.

mod anchors;
mod combine;
mod conditional;
mod events;
mod operations;
mod place;
mod schema;

pub(super) use operations::check;
pub(super) use place::Place;
pub(super) use schema::{is_borrowed, rewrite_borrowed};

use serde_yaml::{Mapping, Value};

use super::grammar::{
    JsonType, Kind, MediaType, OpenApi, Operation, Schema, SchemeType, SecurityScheme, View,
    keyword,
};
use super::visit::{document, visit_mut};
use crate::diagnostic::{Moves, Pointer};

/// The type of a security scheme that only 3.1 has.
pub(crate) const MUTUAL_TLS: &str = "mutualTLS";

/// Rewrites a whole document.
pub(super) fn normalize(value: &mut Value, moves: &mut Moves) {
    anchors::resolve(value);
    let opened = events::open(value);
    let root = Pointer::root();
    visit_mut(value, &root, document(), &mut |value, at, slot| {
        let is_flag = matches!(slot.kind, Kind::ReusableOrBool(_)) && value.is_bool();
        let Some(object) = slot.kind.object().filter(|_| !is_flag) else {
            return;
        };
        let mut place = Place { at, moves };
        if object.is(Schema::table()) {
            schema::rewrite(value, &mut place);
        } else if object.is(Operation::table()) {
            responses(value, &mut place);
        } else if object.is(SecurityScheme::table()) {
            mutual_tls(value, &mut place);
        } else if object.is(MediaType::table()) {
            items(value, &mut place);
        } else if object.is(OpenApi::table()) {
            paths(value);
        }
    });
    events::record(opened, moves);
}

/// A body that is a sequence has the schema of its items, as far as 3.0 has one: that of a list.
fn items(media: &mut Value, place: &mut Place<'_>) {
    let Some(members) = media.as_mapping_mut() else {
        return;
    };
    let Some(items) = members.shift_remove(keyword::ITEM_SCHEMA) else {
        return;
    };
    if members.contains_key(keyword::SCHEMA) {
        return;
    }
    let array = JsonType::Array.as_str();
    let schema = Mapping::from_iter([
        (keyword::TYPE.into(), array.into()),
        (keyword::ITEMS.into(), items),
    ]);
    members.insert(keyword::SCHEMA.into(), Value::Mapping(schema));
    let written = |at: &Pointer| at.key(keyword::ITEM_SCHEMA);
    place.moved(|at| at.key(keyword::SCHEMA), written);
    place.moved(|at| at.key(keyword::SCHEMA).key(keyword::ITEMS), written);
}

/// Paths may be missing beside components or webhooks.
fn paths(document: &mut Value) {
    let Some(members) = document.as_mapping_mut() else {
        return;
    };
    let others = [keyword::COMPONENTS, keyword::WEBHOOKS];
    if !members.contains_key(keyword::PATHS) && others.iter().any(|it| members.contains_key(it)) {
        members.insert(keyword::PATHS.into(), Value::Mapping(Mapping::new()));
    }
}

/// The status of the response of an operation that declares none.
const BODILESS: &str = "2XX";

/// An operation may be silent about its responses: one without a body is as much as can be said.
fn responses(operation: &mut Value, place: &mut Place<'_>) {
    let Some(members) = operation.as_mapping_mut() else {
        return;
    };
    if !members.contains_key(keyword::RESPONSES) {
        let response = Mapping::from_iter([(keyword::DESCRIPTION.into(), "".into())]);
        let responses = Mapping::from_iter([(BODILESS.into(), Value::Mapping(response))]);
        members.insert(keyword::RESPONSES.into(), Value::Mapping(responses));
        let response = |at: &Pointer| at.key(keyword::RESPONSES).key(BODILESS);
        place.moved(|at| at.key(keyword::RESPONSES), Pointer::clone);
        place.moved(response, Pointer::clone);
    }
}

/// A certificate is a matter of the transport, like an HTTP scheme that the client does not know.
fn mutual_tls(scheme: &mut Value, place: &mut Place<'_>) {
    let Some(members) = scheme.as_mapping_mut() else {
        return;
    };
    if members.get(keyword::TYPE).and_then(Value::as_str) == Some(MUTUAL_TLS) {
        let http = SchemeType::Http.as_str();
        members.insert(keyword::TYPE.into(), http.into());
        members.insert(keyword::SCHEME.into(), MUTUAL_TLS.into());
        place.moved(|at| at.key(keyword::SCHEME), |at| at.key(keyword::TYPE));
    }
}
