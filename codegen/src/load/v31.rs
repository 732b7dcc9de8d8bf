//! OpenAPI 3.1 in the words of 3.0.
//!
//! The two differ in how a schema is written more than in what one can say. So a document of 3.1 is rewritten where
//! 3.0 has the same in other words, and the stages behind know one language. What 3.0 cannot say stays as it is and is
//! reported like any unknown keyword.
//!
//! What is rewritten stays in its place as far as possible, so that findings lead into the text as it was written.

mod combine;
mod operations;
mod schema;

pub(super) use operations::check;
pub(super) use schema::{is_borrowed, rewrite_borrowed};

use serde_yaml::{Mapping, Value};

use super::grammar::{Kind, OPENAPI, Object, SCHEMA};

/// Rewrites a whole document.
pub(super) fn normalize(document: &mut Value) {
    object(document, &OPENAPI);
}

fn object(value: &mut Value, grammar: &'static Object) {
    match grammar.name {
        "Schema Object" => schema::rewrite(value),
        "OpenAPI Object" => optional(value, "paths", ["components", "webhooks"].as_slice()),
        "Operation Object" => responses(value),
        "Security Scheme Object" => mutual_tls(value),
        _ => {}
    }
    let members = value.as_mapping_mut().into_iter().flatten();
    for (key, child) in members {
        if let Some(kind) = key.as_str().and_then(|key| grammar.kind_of(key)) {
            walk(child, kind);
        }
    }
}

fn walk(value: &mut Value, kind: Kind) {
    match kind {
        Kind::List(item) => {
            let items = value.as_sequence_mut().into_iter().flatten();
            items.for_each(|child| walk(child, *item));
        }
        Kind::Map(item) => {
            let members = value.as_mapping_mut().into_iter().flatten();
            members.for_each(|(_, child)| walk(child, *item));
        }
        Kind::Reusable(grammar) | Kind::Object(grammar) => object(value, grammar),
        Kind::SchemaOrBool if !value.is_bool() => object(value, &SCHEMA),
        _ => {}
    }
}

/// An object that 3.1 lets be missing where one of `others` is there.
fn optional(value: &mut Value, key: &str, others: &[&str]) {
    let Some(members) = value.as_mapping_mut() else {
        return;
    };
    if !members.contains_key(key) && others.iter().any(|other| members.contains_key(other)) {
        members.insert(key.into(), Value::Mapping(Mapping::new()));
    }
}

/// An operation may be silent about its responses: one without a body is as much as can be said.
fn responses(operation: &mut Value) {
    let Some(members) = operation.as_mapping_mut() else {
        return;
    };
    if !members.contains_key("responses") {
        let response = Mapping::from_iter([("description".into(), "".into())]);
        let responses = Mapping::from_iter([("2XX".into(), Value::Mapping(response))]);
        members.insert("responses".into(), Value::Mapping(responses));
    }
}

/// A certificate is a matter of the transport, like an HTTP scheme that the client does not know.
fn mutual_tls(scheme: &mut Value) {
    let Some(members) = scheme.as_mapping_mut() else {
        return;
    };
    if members.get("type").and_then(Value::as_str) == Some("mutualTLS") {
        members.insert("type".into(), "http".into());
        members.insert("scheme".into(), "mutualTLS".into());
    }
}
