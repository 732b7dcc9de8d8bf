//! What a document of 3.1 can get wrong about operations outside of its paths.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::load::Node;

/// Reports ids of webhooks that are taken.
pub(in crate::load) fn check(root: &Node<'_>, sink: &mut Sink) {
    let components = root.get("components");
    let reused = components.map(|components| components.members("pathItems"));
    let mut called = root.members("paths");
    called.extend(reused.unwrap_or_default());
    let webhooks = root.members("webhooks");

    // Two operations of paths are compared where they are collected.
    let ids = called.iter().flat_map(|(_, item)| ids(item));
    let mut taken: BTreeMap<&str, Pointer> = BTreeMap::new();
    for id in ids {
        if let Some(text) = id.value.as_str() {
            taken.entry(text).or_insert(id.at);
        }
    }
    for id in webhooks.iter().flat_map(|(_, item)| self::ids(item)) {
        let Some(text) = id.value.as_str() else {
            continue;
        };
        if let Some(first) = taken.insert(text, id.at.clone()) {
            let message = format!("another operation has the `operationId` `{text}`");
            let help = "give each operation a unique id";
            sink.report(
                Diagnostic::error(Code::DuplicateOperationId, &id.at, message)
                    .help(help)
                    .label(first, "first used here"),
            );
        }
    }
}

/// The ids of the operations of a path item.
fn ids<'d>(item: &Node<'d>) -> Vec<Node<'d>> {
    let members = item.entries().into_iter();
    members
        .filter_map(|(_, member)| member.get("operationId"))
        .collect()
}
