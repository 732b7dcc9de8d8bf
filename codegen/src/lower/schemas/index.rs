//! The schemas of a document.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::diagnostic::Pointer;
use crate::load::{Document, Schema};
use crate::resolve::{self, target};

/// All schemas of a document.
pub(in crate::lower) struct Schemas<'d> {
    pub(super) document: &'d Document,
    /// By parent, the component schemas whose `allOf` refers to it.
    children: BTreeMap<Pointer, Vec<Schema<'d>>>,
    /// By schema with a discriminator, the schemas that it implies. Each of these asks for them.
    pub(super) implied: RefCell<BTreeMap<Pointer, Rc<Implied<'d>>>>,
    /// By union, its variants.
    pub(super) listed: RefCell<BTreeMap<Pointer, BTreeSet<Pointer>>>,
}

/// The schemas that a discriminator implies.
pub(super) type Implied<'d> = Vec<Schema<'d>>;

impl<'d> Schemas<'d> {
    pub(in crate::lower) fn new(document: &'d Document) -> Self {
        let mut children: BTreeMap<Pointer, Vec<Schema<'d>>> = BTreeMap::new();
        for (_, schema) in document.schemas() {
            for parent in schema.all_of().iter().filter_map(|it| target(it)) {
                children.entry(parent).or_default().push(schema.clone());
            }
        }
        Self {
            document,
            children,
            implied: RefCell::default(),
            listed: RefCell::default(),
        }
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
