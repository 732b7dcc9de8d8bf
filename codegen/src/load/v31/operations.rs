//! Flaws of a 3.1 document in operations outside of its paths.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::load::Node;
use crate::load::grammar::{OpenApi, PathItem, Read, Reusable, keyword};

/// Reports ids of webhooks that are taken.
pub(in crate::load) fn check(root: &Node<'_>, sink: &mut Sink) {
    let document = OpenApi::of(root.clone());
    let paths = document.paths().map(|paths| paths.items());
    let components = document.components();
    let reused = components.map(|components| components.path_items());
    let called = [paths, reused].into_iter().flatten().flatten();

    // Two operations of paths are compared where they are collected.
    let mut taken: BTreeMap<&str, Pointer> = BTreeMap::new();
    for (id, at) in called.flat_map(|(_, item)| ids(&item)) {
        taken.entry(id).or_insert(at);
    }
    let webhooks = document.webhooks().into_iter();
    for (id, at) in webhooks.flat_map(|(_, item)| ids(&item)) {
        if let Some(first) = taken.insert(id, at.clone()) {
            let message = format!(
                "another operation has the `operationId` `{id}`; webhooks have names of their own"
            );
            let help = "give each operation a unique id";
            sink.report(
                Diagnostic::warning(Code::DuplicateOperationId, at, message)
                    .help(help)
                    .label(first, "first used here"),
            );
        }
    }
}

/// The ids of the operations of a path item, and their places.
fn ids<'d>(item: &Reusable<'d, PathItem<'d>>) -> Vec<(&'d str, Pointer)> {
    let item = PathItem::read(Node::clone(item));
    let operations = item.map(|item| item.operations()).unwrap_or_default();
    let ids = operations.into_iter().filter_map(|(_, operation)| {
        let id = operation.operation_id()?;
        Some((id, operation.at.key(keyword::OPERATION_ID)))
    });
    ids.collect()
}
