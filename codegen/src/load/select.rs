//! A part of a document: the operations that the settings select and do not exclude, with everything that they reach.
//!
//! The rest is taken out of the raw value before anything looks at it. So it costs nothing, leaves no trace in the
//! client, and no flaw of it keeps anybody from a client of the part that they need. Places stay what they are.

pub(super) mod offered;
mod prune;
mod reach;
mod touched;

use std::collections::BTreeSet;

use serde_yaml::Value;

use self::offered::{Kind, Offered};
use self::reach::Reach;
pub(crate) use self::touched::Touched;
pub(super) use self::touched::{remove, touched};
use super::Node;
use super::grammar::{OpenApi, keyword};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::options::SelectOptions;

/// Reduces a document to what `options` select; returns the selected operations, each as the path that offers it and
/// its method. Nothing is selected when everything is.
pub(super) fn reduce(
    raw: &mut Value,
    options: &SelectOptions,
    operation_name: Option<&str>,
    sink: &mut Sink,
) -> Option<BTreeSet<Pointer>> {
    if options.is_empty() {
        return None;
    }
    if options.exclude_webhooks {
        prune::webhooks(raw);
    }
    let document = OpenApi::of(Node::new(raw, Pointer::root()));
    let offered = offered::all(&document);
    let selected = if options.selects() {
        let entries = [&options.tags, &options.operations, &options.paths];
        matching(&offered, entries, operation_name, sink)
    } else {
        offered.iter().map(Offered::place).collect()
    };
    let entries = [
        &options.exclude_tags,
        &options.exclude_operations,
        &options.exclude_paths,
    ];
    let excluded = matching(&offered, entries, operation_name, sink);
    let selected: BTreeSet<_> = selected.difference(&excluded).cloned().collect();
    if selected.is_empty() && !excluded.is_empty() {
        let message = "every selected operation is excluded";
        let help = "exclude less";
        sink.report(Diagnostic::error(Code::Selection, place_of_paths(), message).help(help));
    }
    let mut reach = Reach::new(&document);
    for operation in offered.iter().filter(|it| selected.contains(&it.place())) {
        reach.operation(operation);
    }
    reach.complete();
    let Reach { kept, global, .. } = reach;
    prune::prune(raw, &kept, global);
    Some(selected)
}

/// The operations that match an entry: of tags, of operations, of paths. An entry that matches none is reported.
fn matching(
    offered: &[Offered<'_>],
    [tags, operations, paths]: [&Vec<String>; 3],
    operation_name: Option<&str>,
    sink: &mut Sink,
) -> BTreeSet<Pointer> {
    let mut all = BTreeSet::new();
    for (kind, values) in [
        (Kind::Tag, tags),
        (Kind::Operation(operation_name), operations),
        (Kind::Path, paths),
    ] {
        for value in values {
            let found = offered.iter().filter(|it| kind.matches(it, value));
            let found: Vec<_> = found.map(Offered::place).collect();
            if found.is_empty() {
                missing(kind, value, offered, sink);
            }
            all.extend(found);
        }
    }
    all
}

fn missing(kind: Kind<'_>, value: &str, offered: &[Offered<'_>], sink: &mut Sink) {
    let message = match kind {
        Kind::Tag => format!("no operation has the tag `{value}`"),
        Kind::Operation(_) => format!("no operation is named `{value}`"),
        Kind::Path => format!("no path is `{value}` or below it"),
    };
    let names: Vec<_> = offered.iter().flat_map(|it| kind.names(it)).collect();
    let help = did_you_mean(value, names.iter().map(String::as_str));
    sink.report(Diagnostic::error(Code::Selection, place_of_paths(), message).help(help));
}

fn place_of_paths() -> Location {
    Location::Key(Pointer::root().key(keyword::PATHS))
}
