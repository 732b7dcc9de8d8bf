//! The schemas of a document.

use std::collections::BTreeMap;

use crate::diagnostic::Pointer;
use crate::load::{Document, Schema};
use crate::resolve::{self, target};

/// All schemas of a document.
pub(in crate::lower) struct Schemas<'d> {
    pub(super) document: &'d Document,
    /// By parent, the component schemas whose `allOf` refers to it.
    children: BTreeMap<Pointer, Vec<Schema<'d>>>,
}

impl<'d> Schemas<'d> {
    pub(in crate::lower) fn new(document: &'d Document) -> Self {
        let mut children: BTreeMap<Pointer, Vec<Schema<'d>>> = BTreeMap::new();
        for (_, schema) in document.schemas() {
            for parent in schema.all_of().iter().filter_map(|it| target(it)) {
                children.entry(parent).or_default().push(schema.clone());
            }
        }
        Self { document, children }
    }

    /// The schema at `node`, or the one that it refers to.
    pub(in crate::lower) fn follow(&self, node: &Schema<'d>) -> Option<Schema<'d>> {
        resolve::schema(self.document, node)
    }

    /// The component schemas whose `allOf` refers to `parent`.
    pub(super) fn children(&self, parent: &Pointer) -> Vec<Schema<'d>> {
        self.children.get(parent).cloned().unwrap_or_default()
    }
}
