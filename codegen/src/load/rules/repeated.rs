//! Names and texts that occur twice.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::load::Node;
use crate::load::grammar::Member;

/// The first place of a name that is repeated; a name that is new is remembered.
pub(super) fn first<N: Ord>(
    seen: &mut BTreeMap<N, Pointer>,
    name: N,
    node: &Node<'_>,
) -> Option<Pointer> {
    match seen.entry(name) {
        Entry::Occupied(first) => Some(first.get().clone()),
        Entry::Vacant(entry) => {
            entry.insert(node.at.clone());
            None
        }
    }
}

/// Strings of a list that is a set.
pub(super) fn repeated(node: &Node<'_>, key: &str, sink: &mut Sink) {
    let mut seen = BTreeMap::new();
    let items: Vec<Node<'_>> = Member::of(node.get(key));
    for item in items {
        let Some(text) = item.value.as_str() else {
            continue;
        };
        if let Some(first) = first(&mut seen, text, &item) {
            let message = format!("`{text}` is listed twice in `{key}`");
            sink.report(
                Diagnostic::warning(Code::DuplicateItem, &item.at, message)
                    .help("remove one of them")
                    .label(first, "first listed here"),
            );
        }
    }
}
