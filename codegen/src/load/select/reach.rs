//! What operations use, whichever way the document says it.

use std::collections::{BTreeMap, BTreeSet};

use super::offered::{Offered, at, local};
use crate::diagnostic::Pointer;
use crate::load::Node;

/// Follows what operations use through the document.
pub(super) struct Reach<'d> {
    root: Node<'d>,
    /// By parent, the schemas whose `allOf` names it: a discriminator may mean them without a word.
    children: BTreeMap<Pointer, Vec<Pointer>>,
    /// Operations, path items and components that are used.
    pub(super) kept: BTreeSet<Pointer>,
    open: Vec<Node<'d>>,
    /// Whether an operation has the security of the whole document.
    pub(super) global: bool,
}

impl<'d> Reach<'d> {
    /// Nothing yet.
    pub(super) fn new(root: &Node<'d>) -> Self {
        let mut children: BTreeMap<Pointer, Vec<Pointer>> = BTreeMap::new();
        let components = root.get("components");
        let schemas = components.map(|components| components.members("schemas"));
        for (_, schema) in schemas.into_iter().flatten() {
            let members = schema.list("allOf");
            for parent in members.iter().filter_map(|it| local(it.str("$ref")?)) {
                children.entry(parent).or_default().push(schema.at.clone());
            }
        }
        Self {
            root: root.clone(),
            children,
            kept: BTreeSet::new(),
            open: Vec::new(),
            global: false,
        }
    }

    /// Notes an operation that is generated.
    pub(super) fn operation(&mut self, operation: &Offered<'d>) {
        let paths = Pointer::root().key("paths").key(operation.path);
        let item = [paths, operation.item.at.clone()];
        self.kept.extend(item);
        if !self.kept.insert(operation.node.at.clone()) {
            return;
        }
        self.open.push(operation.node.clone());
        self.open.extend(operation.item.get("parameters"));
        if !operation.node.has("security") {
            self.global = true;
            if let Some(security) = self.root.get("security") {
                self.requirements(&security);
            }
        }
    }

    /// Follows what is noted.
    pub(super) fn complete(&mut self) {
        while let Some(node) = self.open.pop() {
            self.value(&node);
        }
    }

    /// Goes down in the value, whose depth the parsers bound.
    fn value(&mut self, node: &Node<'d>) {
        if let Some(target) = node.str("$ref").and_then(local) {
            self.keep(&target);
        }
        if let Some(discriminator) = node.get("discriminator") {
            self.discriminator(node, &discriminator);
        }
        for (key, member) in node.entries() {
            match key {
                "security" => self.requirements(&member),
                _ => self.value(&member),
            }
        }
        node.items().iter().for_each(|item| self.value(item));
    }

    fn discriminator(&mut self, schema: &Node<'d>, discriminator: &Node<'d>) {
        let schemas = Pointer::root().key("components").key("schemas");
        for (_, entry) in discriminator.members("mapping") {
            let text = entry.value.as_str().unwrap_or_default();
            self.keep(&local(text).unwrap_or_else(|| schemas.key(text)));
        }
        for child in self.children.get(&schema.at).cloned().unwrap_or_default() {
            self.keep(&child);
        }
    }

    /// Alternatives of schemes by name.
    fn requirements(&mut self, security: &Node<'d>) {
        let schemes = Pointer::root().key("components").key("securitySchemes");
        for alternative in security.items() {
            for (name, _) in alternative.entries() {
                self.keep(&schemes.key(name));
            }
        }
    }

    /// Keeps the component or the operation in which `target` is, and what that uses.
    fn keep(&mut self, target: &Pointer) {
        let segments: Vec<_> = target.segments().take(3).collect();
        let (place, item) = match segments.as_slice() {
            [root, one, two] => {
                let item = Pointer::root().key(root).key(one);
                (item.key(two), item)
            }
            _ => (target.clone(), target.clone()),
        };
        if segments.first().is_some_and(|root| root == "paths") {
            self.kept.insert(item);
        }
        if self.kept.insert(place.clone()) {
            self.open.extend(at(&self.root, &place));
        }
    }
}
