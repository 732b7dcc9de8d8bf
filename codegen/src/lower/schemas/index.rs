//! The schemas of a document.

use std::collections::BTreeMap;

use crate::diagnostic::Pointer;
use crate::load::{Document, Node};
use crate::resolve::{follow, target};

/// All schemas of a document.
pub(in crate::lower) struct Schemas<'d> {
    pub(super) document: &'d Document,
    /// By parent, the component schemas whose `allOf` refers to it.
    children: BTreeMap<Pointer, Vec<Node<'d>>>,
}

impl<'d> Schemas<'d> {
    pub(in crate::lower) fn new(document: &'d Document) -> Self {
        let mut children: BTreeMap<Pointer, Vec<Node<'d>>> = BTreeMap::new();
        for (_, schema) in document.components("schemas") {
            for parent in schema.all_of().iter().filter_map(target) {
                children.entry(parent).or_default().push(schema.clone());
            }
        }
        Self { document, children }
    }

    /// The schema at `node`, or the one that it refers to.
    pub(in crate::lower) fn follow(&self, node: &Node<'d>) -> Option<Node<'d>> {
        follow(self.document, node)
    }

    /// The component schemas whose `allOf` refers to `parent`.
    pub(super) fn children(&self, parent: &Pointer) -> Vec<Node<'d>> {
        self.children.get(parent).cloned().unwrap_or_default()
    }
}
