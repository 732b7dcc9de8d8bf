//! Names that the settings give to schemas and operations.

use serde_yaml::Value;

use super::grammar::{OpenApi, keyword};
use super::select::offered::{self, Offered};
use super::{Node, lookup};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::options::{NameOptions, Renames};

/// The extension by which a document gives names: on a schema, property, parameter, operation or tag. A name of the settings
/// replaces it.
pub(crate) const RUST_NAME: &str = "x-rust-name";

/// Writes the names into the document.
pub(super) fn apply(raw: &mut Value, options: &NameOptions, sink: &mut Sink) {
    let document = OpenApi::of(Node::new(raw, Pointer::root()));
    let mut given = schemas(&document, &options.schemas, sink);
    given.extend(operations(&document, options, sink));
    for (place, name) in given {
        let item = lookup::at_mut(raw, &place).and_then(Value::as_mapping_mut);
        // Beside a reference, a name would be that of the target.
        if let Some(item) = item.filter(|it| !it.contains_key(keyword::REF)) {
            item.insert(RUST_NAME.into(), name.into());
        } else {
            let message = format!(
                "a setting gives the name `{name}` to a reference, which has that of its target"
            );
            let help = "name the target";
            sink.report(Diagnostic::warning(Code::Config, place, message).help(help));
        }
    }
}

/// Names by their places.
type Given = Vec<(Pointer, String)>;

fn schemas(document: &OpenApi<'_>, renames: &Renames, sink: &mut Sink) -> Given {
    let components = document.components();
    let schemas = components.map(|it| it.schemas()).unwrap_or_default();
    let places = Pointer::root()
        .key(keyword::COMPONENTS)
        .key(keyword::SCHEMAS);
    let keys = schemas.iter().map(|(key, _)| *key);
    let named: Vec<_> = keys
        .map(|key| (vec![key.to_owned()], places.key(key)))
        .collect();
    names("schemas", renames, &named, &places, sink)
}

fn operations(document: &OpenApi<'_>, options: &NameOptions, sink: &mut Sink) -> Given {
    let extension = options.operation_id.as_deref();
    let named = |it: &Offered<'_>| {
        let other = extension.and_then(|key| it.operation.str(key));
        let names = other.into_iter().chain(it.operation.operation_id());
        let names = names.map(str::to_owned).chain([it.request()]);
        (names.collect(), it.operation.at.clone())
    };
    let named: Vec<_> = offered::all(document).iter().map(named).collect();
    let places = Pointer::root().key(keyword::PATHS);
    names("operations", &options.operations, &named, &places, sink)
}

/// The new names of items, each of which may have several names. Reports patterns that match none.
fn names(
    table: &str,
    renames: &Renames,
    items: &[(Vec<String>, Pointer)],
    at: &Pointer,
    sink: &mut Sink,
) -> Given {
    let mut given = Vec::new();
    for (names, place) in items {
        let Some(name) = renames.rename_any(names) else {
            continue;
        };
        let Some(identifier) = identifier(&name) else {
            let message = format!("`[names.{table}]` gives the name `{name}`, which has no letter");
            let help = "correct the pattern, or name it exactly";
            sink.report(Diagnostic::error(Code::Config, place.clone(), message).help(help));
            continue;
        };
        given.push((place.clone(), identifier));
    }
    let known = items.iter().flat_map(|(names, _)| names);
    let known: Vec<_> = known.map(String::as_str).collect();
    for pattern in renames.unused(&known) {
        let message = format!("`[names.{table}]` has `{pattern}`, which matches nothing");
        let help = if pattern.contains('*') {
            "correct the pattern, or remove it".to_owned()
        } else {
            did_you_mean(pattern, known.iter().copied())
        };
        let location = Location::Key(at.clone());
        sink.report(Diagnostic::error(Code::Config, location, message).help(help));
    }
    given
}

/// The words of a name as an identifier, such as `apps_v1_Pod` for `apps.v1.Pod`. Letters beyond ASCII are transliterated, as
/// in all names.
fn identifier(name: &str) -> Option<String> {
    let name = deunicode::deunicode(name);
    let words = name.split(|it: char| !it.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|it| !it.is_empty()).collect();
    let name = words.join("_");
    match name.chars().next()? {
        first if first.is_ascii_digit() => Some(format!("v{name}")),
        _ => Some(name),
    }
}
