//! Strings that YAML reads as numbers or booleans because they lack quotes: `version: 1.10`, `tags: [2024]`.
//!
//! The value is the text as written: `1.10` is another version than `1.1`, which is all that the number knows.

use std::ops::ControlFlow;

use serde_yaml::Value;

use super::grammar::Kind;
use super::lint::thing;
use super::locate::locate;
use super::{Node, lookup, read, visit};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};

/// Turns numbers and booleans into the strings that OpenAPI wants in their places, with a warning for each.
pub(super) fn quote(document: &mut Value, text: &str, sink: &mut Sink) {
    let mut found = Vec::new();
    let root = Node::new(document, Pointer::root());
    visit::visit(&root, visit::document(), &mut |node, slot| {
        if matches!(slot.kind, Kind::Text) && (node.value.is_number() || node.value.is_bool()) {
            found.push(node.at.clone());
        }
        ControlFlow::Continue(())
    });
    let written = as_written(document, text, &found);
    for (at, string) in found.iter().zip(written) {
        let message = format!(
            "{} is not a string; it is read as `\"{string}\"`",
            thing(at)
        );
        if let Some(place) = lookup::at_mut(document, at) {
            *place = Value::String(string);
            sink.report(
                Diagnostic::warning(Code::UnquotedString, at, message).help("put it in quotes"),
            );
        }
    }
}

/// The texts of scalars, as the document spells them. Where the text at a place is another value (it came through an
/// alias, or was moved there), the value is printed.
pub(super) fn as_written(document: &Value, text: &str, places: &[Pointer]) -> Vec<String> {
    if places.is_empty() {
        return Vec::new();
    }
    let locations: Vec<_> = places.iter().cloned().map(Location::Value).collect();
    let ranges = locate(text, &locations).into_iter();
    ranges
        .zip(places)
        .map(|(range, at)| {
            let value = lookup::at(document, at).unwrap_or(&Value::Null);
            let written = text.get(range).unwrap_or_default().trim();
            match read::read(written) {
                Ok(found) if found == *value => written.to_owned(),
                _ => printed(value),
            }
        })
        .collect()
}

fn printed(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}
