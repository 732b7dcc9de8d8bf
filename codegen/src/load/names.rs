//! New names of schemas and operations from the settings.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::grammar::{OpenApi, keyword};
use super::select::offered::{self, Offered};
use super::{Node, lookup};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::options::{NameOptions, Renames};

/// The extension that names a schema, property, parameter, operation or tag. The settings override it.
pub(crate) const RUST_NAME: &str = "x-rust-name";

/// Writes the names into the document.
pub(super) fn apply(raw: &mut Value, options: &NameOptions, sink: &mut Sink) {
    let document = OpenApi::of(Node::new(raw, Pointer::root()));
    let mut given = schemas(&document, &options.schemas, sink);
    given.extend(operations(&document, options, sink));
    for (place, name) in given {
        let item = lookup::at_mut(raw, &place).and_then(Value::as_mapping_mut);
        if let Some(item) = item {
            item.insert(RUST_NAME.into(), name.into());
        }
    }
}

/// Names by their places.
type Given = BTreeMap<Pointer, String>;

/// A schema or an operation.
struct Item {
    /// The names in the document, the most important first.
    names: Vec<String>,
    place: Pointer,
    /// Whether it is a `$ref`, beside which a name would be that of the target.
    is_reference: bool,
}

fn schemas(document: &OpenApi<'_>, renames: &Renames, sink: &mut Sink) -> Given {
    let components = document.components();
    let schemas = components.map(|it| it.schemas()).unwrap_or_default();
    let places = Pointer::root()
        .key(keyword::COMPONENTS)
        .key(keyword::SCHEMAS);
    let items = schemas.iter().map(|(key, schema)| Item {
        names: vec![(*key).to_owned()],
        place: places.key(key),
        is_reference: schema.reference().is_some(),
    });
    let items: Vec<_> = items.collect();
    names("schemas", renames, &items, &places, sink)
}

fn operations(document: &OpenApi<'_>, options: &NameOptions, sink: &mut Sink) -> Given {
    let extension = options.operation_id.as_deref();
    let item = |it: &Offered<'_>| {
        let other = extension.and_then(|key| it.operation.str(key));
        let names = other.into_iter().chain(it.operation.operation_id());
        let names = names.map(str::to_owned).chain([it.request()]);
        Item {
            names: names.collect(),
            place: it.operation.at.clone(),
            is_reference: false,
        }
    };
    let items: Vec<_> = offered::all(document).iter().map(item).collect();
    let places = Pointer::root().key(keyword::PATHS);
    names("operations", &options.operations, &items, &places, sink)
}

/// The new names of items. Reports names that have no effect.
fn names(table: &str, renames: &Renames, items: &[Item], at: &Pointer, sink: &mut Sink) -> Given {
    let mut given = Given::new();
    for item in items {
        let Some(name) = renames.rename(&item.names) else {
            continue;
        };
        let of = format!("the name `{name}` of `[names.{table}]`");
        let ignored = |reason: &str| {
            let message = format!("{of} is ignored: {reason}");
            Diagnostic::warning(Code::Config, item.place.clone(), message)
        };
        let finding = match (identifier(&name), given.get(&item.place)) {
            (None, _) => {
                let message = format!("{of} has no letter or digit");
                let finding = Diagnostic::error(Code::Config, item.place.clone(), message);
                Some(finding.help("choose another name"))
            }
            _ if item.is_reference => {
                let reason = "the item is a `$ref`, which has the name of its target";
                Some(ignored(reason).help("rename the target"))
            }
            (Some(new), Some(other)) if *other != new => {
                let reason = "several paths share the operation, and it has another name";
                Some(ignored(reason).help("use the same name for all of them"))
            }
            (Some(new), _) => {
                given.insert(item.place.clone(), new);
                None
            }
        };
        if let Some(finding) = finding {
            sink.report(finding);
        }
    }
    let known = items.iter().flat_map(|it| &it.names);
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
