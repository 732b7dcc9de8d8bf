//! The parts of a document that operations use.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::offered::Offered;
use crate::diagnostic::Pointer;
use crate::load::Node;
use crate::load::grammar::{
    Kind, Located, OpenApi, Operation, Parameter, Read, Requirements, Reusable, Schema,
    SecurityScheme, Slot, View, keyword, section_at, slot_at,
};
use crate::load::reference::{local, node_at};
use crate::load::visit::visit;

/// Follows what operations use through the document.
pub(super) struct Reach<'d> {
    document: OpenApi<'d>,
    /// By parent, the schemas whose `allOf` names it: a discriminator may mean them without a word.
    children: BTreeMap<Pointer, Vec<Pointer>>,
    /// Operations, path items and components that are used.
    pub(super) kept: BTreeSet<Pointer>,
    /// By one of these, those that use it.
    pub(super) users: BTreeMap<Pointer, Vec<Pointer>>,
    open: Vec<Open<'d>>,
    /// Whether an operation has the security of the whole document.
    pub(super) global: bool,
}

/// A value that is still to be followed.
struct Open<'d> {
    node: Node<'d>,
    slot: Slot,
    /// The operation, path item or component that contains it.
    owner: Pointer,
}

impl<'d> Reach<'d> {
    /// Nothing yet.
    pub(super) fn new(document: &OpenApi<'d>) -> Self {
        let mut children: BTreeMap<Pointer, Vec<Pointer>> = BTreeMap::new();
        let components = document.components();
        let schemas = components.map(|components| components.schemas());
        for (_, schema) in schemas.into_iter().flatten() {
            let members = schema.all_of();
            for parent in members.iter().filter_map(|it| local(it.reference()?)) {
                children.entry(parent).or_default().push(schema.at.clone());
            }
        }
        Self {
            document: document.clone(),
            children,
            kept: BTreeSet::new(),
            users: BTreeMap::new(),
            open: Vec::new(),
            global: false,
        }
    }

    /// Notes an operation that is generated.
    pub(super) fn operation(&mut self, offered: &Offered<'d>) {
        let paths = Pointer::root().key(keyword::PATHS).key(offered.path);
        for item in [paths, offered.item.at.clone()] {
            let users = self.users.entry(item.clone()).or_default();
            users.push(offered.operation.at.clone());
            self.kept.insert(item);
        }
        if !self.kept.insert(offered.operation.at.clone()) {
            return;
        }
        let slot = Slot::from(Operation::KIND);
        self.open.push(Open {
            node: Node::clone(&offered.operation),
            slot,
            owner: offered.operation.at.clone(),
        });
        let slot = Slot::from(Reusable::<Parameter<'_>>::KIND);
        let parameters = offered.item.parameters().into_iter();
        self.open.extend(parameters.map(|parameter| Open {
            node: Node::clone(&parameter),
            slot,
            owner: offered.item.at.clone(),
        }));
        if offered.operation.security().is_none() {
            self.global = true;
            self.requirements(&self.document.security(), &offered.operation.at);
        }
    }

    /// Notes every component.
    pub(super) fn components(&mut self) {
        let Some(components) = self.document.components() else {
            return;
        };
        for (_, section) in components.entries() {
            for (_, component) in section.entries() {
                if let Some(slot) = slot_at(&component.at) {
                    self.follow(component.at, slot);
                }
            }
        }
    }

    /// Follows what is noted.
    pub(super) fn complete(&mut self) {
        while let Some(Open { node, slot, owner }) = self.open.pop() {
            visit(&node, slot, &mut |node, slot| {
                self.value(node, slot.kind, &owner);
                ControlFlow::Continue(())
            });
        }
    }

    fn value(&mut self, node: &Node<'d>, kind: Kind, owner: &Pointer) {
        let Some(object) = kind.object() else { return };
        if let Some(target) = node.reference().and_then(local) {
            self.keep(&target, kind, owner);
        }
        if object.is(Schema::table()) {
            if let Some(schema) = Schema::read(node.clone()) {
                self.schema(&schema, owner);
            }
        } else if object.is(Operation::table()) {
            let operation = Operation::read(node.clone());
            let security = operation.and_then(|operation| operation.security());
            self.requirements(&security.unwrap_or_default(), owner);
        }
    }

    /// Keeps the alternatives that a discriminator means.
    fn schema(&mut self, schema: &Schema<'d>, owner: &Pointer) {
        let Some(discriminator) = schema.discriminator() else {
            return;
        };
        let schemas = section_at(keyword::SCHEMAS);
        for (_, Located { value: text, .. }) in discriminator.mapping() {
            let target = local(text).unwrap_or_else(|| schemas.key(text));
            self.keep(&target, Schema::KIND, owner);
        }
        for child in self.children.get(&schema.at).cloned().unwrap_or_default() {
            self.keep(&child, Schema::KIND, owner);
        }
    }

    /// Keeps the schemes that requirements name.
    fn requirements(&mut self, requirements: &Requirements<'d>, owner: &Pointer) {
        let schemes = section_at(keyword::SECURITY_SCHEMES);
        for (name, _) in requirements.iter().flatten() {
            self.keep(&schemes.key(name), SecurityScheme::KIND, owner);
        }
    }

    /// Keeps the component or the operation in which `target` is, which has to be of a kind, and what that uses, for its
    /// user.
    fn keep(&mut self, target: &Pointer, kind: Kind, user: &Pointer) {
        let segments: Vec<_> = target.segments().take(3).collect();
        let (place, item) = match segments.as_slice() {
            [root, one, two] => {
                let item = Pointer::root().key(root).key(one);
                (item.key(two), item)
            }
            _ => (target.clone(), target.clone()),
        };
        if segments.first().is_some_and(|root| root == keyword::PATHS) {
            self.kept.insert(item);
        }
        // Below an extension, only the target is known to be something.
        let (place, slot) = match slot_at(&place) {
            Some(slot) => (place, slot),
            None => (target.clone(), Slot::from(kind)),
        };
        let users = self.users.entry(place.clone()).or_default();
        users.push(user.clone());
        self.follow(place, slot);
    }

    /// Keeps a part of the document, and what it uses.
    fn follow(&mut self, place: Pointer, slot: Slot) {
        if self.kept.insert(place.clone()) {
            let node = node_at(&self.document, &place);
            self.open.extend(node.map(|node| Open {
                node,
                slot,
                owner: place,
            }));
        }
    }
}
