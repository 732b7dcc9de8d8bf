//! Sequences of values that the settings describe and the document does not.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use super::grammar::{JsonType, OpenApi, keyword};
use super::select::offered::{self, Kind, Offered};
use super::{Node, lookup, reference};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::options::{StreamOptions, Switch};

/// The media type of a sequence if neither the document nor the settings name one.
const USUAL: &str = "text/event-stream";

type Settings = BTreeMap<String, Switch<StreamOptions>>;

/// Changes the responses of the operations that the settings name.
pub(super) fn apply(
    raw: &mut Value,
    settings: &Settings,
    operation_name: Option<&str>,
    sink: &mut Sink,
) {
    for (name, setting) in settings {
        let edit = find(raw, name, operation_name);
        let edited = edit.and_then(|at| match setting {
            Switch::Off => {
                remove(raw, &at);
                Ok(())
            }
            Switch::On(options) => add(raw, &at, options),
        });
        if let Err(finding) = edited {
            sink.report(*finding);
        }
    }
}

/// An error, in a box because it is large.
type Finding = Box<Diagnostic>;

/// The place of an operation.
fn find(raw: &Value, name: &str, operation_name: Option<&str>) -> Result<Pointer, Finding> {
    let document = OpenApi::of(Node::new(raw, Pointer::root()));
    let offered = offered::all(&document);
    let kind = Kind::Operation(operation_name);
    if let Some(found) = offered.iter().find(|it| kind.matches(it, name)) {
        return Ok(found.operation.at.clone());
    }
    let names = |it: &Offered<'_>| kind.names(it);
    let names: Vec<_> = offered.iter().flat_map(names).collect();
    let help = did_you_mean(name, names.iter().map(String::as_str));
    let message = format!("`[streams]` names `{name}`, which is not an operation");
    Err(Box::new(finding(
        Pointer::root().key(keyword::PATHS),
        message,
        help,
    )))
}

/// A sequence that is switched off is text or bytes.
fn remove(raw: &mut Value, operation: &Pointer) {
    let any = StreamOptions::default();
    for status in successes(raw, operation) {
        let response = inline(raw, &status);
        let content = response.and_then(|it| it.get_mut(keyword::CONTENT)?.as_mapping_mut());
        for (name, media) in content.into_iter().flatten() {
            let media = media
                .as_mapping_mut()
                .filter(|_| name.as_str().is_some_and(|it| any.fits(it)));
            media.and_then(|media| media.shift_remove(keyword::SCHEMA));
        }
    }
}

/// Adds the media type to the first success, and the schema to the media type.
fn add(raw: &mut Value, operation: &Pointer, options: &StreamOptions) -> Result<(), Finding> {
    let schema = options.schema.as_deref();
    let schema = schema.map(|name| reference_to(raw, name)).transpose()?;
    let success = successes(raw, operation).into_iter().next();
    let response = success.and_then(|status| inline(raw, &status));
    let Some(response) = response else {
        let message = "a setting describes a sequence, but the operation has no success".to_owned();
        let help = "declare a response with a status such as `200`".to_owned();
        return Err(Box::new(finding(operation.clone(), message, help)));
    };
    let media = member(response, keyword::CONTENT).and_then(|content| sequence(content, options));
    // A malformed response is reported by the grammar.
    if let (Some(media), Some(schema)) = (media, schema) {
        media.insert(keyword::SCHEMA.into(), schema);
    }
    Ok(())
}

/// The media type of the sequence.
fn sequence<'v>(content: &'v mut Mapping, options: &StreamOptions) -> Option<&'v mut Mapping> {
    let mut known = content.keys().filter_map(Value::as_str);
    let known = known.find(|name| options.fits(name)).map(str::to_owned);
    let own = known.or_else(|| options.media_type.clone());
    member(content, own.as_deref().unwrap_or(USUAL))
}

/// The schema of a list of values of a component.
fn reference_to(raw: &Value, name: &str) -> Result<Value, Finding> {
    let document = OpenApi::of(Node::new(raw, Pointer::root()));
    let components = document.components();
    let schemas = components.map(|it| it.schemas()).unwrap_or_default();
    let names: Vec<_> = schemas.iter().map(|(name, _)| *name).collect();
    if !names.contains(&name) {
        let message = format!("`[streams]` names the schema `{name}`, which does not exist");
        let at = Pointer::root().key(keyword::COMPONENTS);
        return Err(Box::new(finding(at, message, did_you_mean(name, names))));
    }
    let at = Pointer::root().key(keyword::COMPONENTS);
    let at = at.key(keyword::SCHEMAS).key(name);
    let target = Mapping::from_iter([(keyword::REF.into(), format!("#{}", at.as_str()).into())]);
    let array = JsonType::Array.as_str();
    Ok(Value::Mapping(Mapping::from_iter([
        (keyword::TYPE.into(), array.into()),
        (keyword::ITEMS.into(), Value::Mapping(target)),
    ])))
}

/// The places of the responses that are successes; of the default response, if there is no other.
fn successes(raw: &Value, operation: &Pointer) -> Vec<Pointer> {
    let at = operation.key(keyword::RESPONSES);
    let responses = lookup::at(raw, &at).and_then(Value::as_mapping);
    let statuses = responses.into_iter().flat_map(|it| it.keys());
    let statuses: Vec<_> = statuses.filter_map(Value::as_str).collect();
    let is_success = |status: &&&str| status.starts_with('2');
    let found: Vec<_> = statuses.iter().filter(is_success).collect();
    let default = statuses.iter().filter(|it| **it == keyword::DEFAULT);
    if found.is_empty() {
        return default.map(|it| at.key(it)).collect();
    }
    found.into_iter().map(|it| at.key(it)).collect()
}

/// The response at a place. One that other operations share is copied there.
fn inline<'v>(raw: &'v mut Value, at: &Pointer) -> Option<&'v mut Mapping> {
    let shared = || {
        let target = lookup::at(raw, at)?.get(keyword::REF)?.as_str()?;
        let target = reference::local(target)?;
        let node = reference::node_at(&Node::new(raw, Pointer::root()), &target)?;
        Some(node.value.clone())
    };
    let shared = shared();
    let response = lookup::at_mut(raw, at)?;
    if let Some(shared) = shared {
        *response = shared;
    }
    response.as_mapping_mut()
}

/// The object at a key, which is created if there is none. `None` if something else is there.
fn member<'v>(object: &'v mut Mapping, key: &str) -> Option<&'v mut Mapping> {
    let value = object.entry(key.into());
    let value = value.or_insert_with(|| Value::Mapping(Mapping::new()));
    value.as_mapping_mut()
}

fn finding(at: Pointer, message: String, help: String) -> Diagnostic {
    Diagnostic::error(Code::InvalidStream, Location::Key(at), message).help(help)
}
