//! One type for both directions, or one for each.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::direction::{Directions, named, uses};
use crate::ir::{
    Access, AdditionalProperties, Api, Direction, NameHint, Operation, Owner, Role, Shape, TypeDef,
    TypeId, TypeRef, TypeTable, Union, Variants, Webhook,
};

/// Rebuilds the type table with the types that operations reach, in each direction.
pub(super) fn split(mut api: Api) -> Api {
    let mut rebuild = Rebuild {
        split: differing(&api),
        source: &api.types,
        target: TypeTable::default(),
        copied: Vec::new(),
        copies: BTreeMap::new(),
    };
    let operations = api
        .operations
        .iter()
        .map(|operation| rebuild.operation(operation));
    let operations = operations.collect();
    let webhooks = api.webhooks.iter();
    let webhooks = webhooks.map(|webhook| rebuild.webhook(webhook)).collect();
    let types = rebuild.finish();
    api.operations = operations;
    api.webhooks = webhooks;
    api.types = types;
    api
}

/// The types with different forms in requests and responses.
fn differing(api: &Api) -> BTreeSet<TypeId> {
    let live = Directions::of(api, |_, _| false);
    let mut holders: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for ty in api.types.iter().filter(|ty| live.both(ty.id)) {
        if is_marked(ty) {
            open.push(ty.id);
        }
        // Properties without marks have the same types in both directions.
        for held in uses(&ty.shape, Direction::Request).flat_map(named) {
            holders.entry(held).or_default().push(ty.id);
        }
    }
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(holders.get(&id).into_iter().flatten());
        }
    }
    found
}

fn is_marked(ty: &TypeDef) -> bool {
    match &ty.shape {
        Shape::Struct(object) => {
            let mut properties = object.properties.iter();
            let mut constants = object.constants.iter();
            properties.any(|property| property.access != Access::ReadWrite)
                || constants.any(|constant| constant.access != Access::ReadWrite)
        }
        _ => false,
    }
}

/// A type and the direction that its copy is for; `None` when one copy serves.
type Form = (TypeId, Option<Direction>);

/// A type of the target.
#[derive(Clone, Copy)]
struct Copied {
    id: TypeId,
    original: TypeId,
    /// The direction of its first use, which it has if there is a copy for each.
    way: Direction,
}

struct Rebuild<'a> {
    source: &'a TypeTable,
    split: BTreeSet<TypeId>,
    target: TypeTable,
    /// The types of the target, in order.
    copied: Vec<Copied>,
    copies: BTreeMap<Form, TypeId>,
}

impl Rebuild<'_> {
    fn operation(&mut self, operation: &Operation) -> Operation {
        let first = self.copied.len();
        let mut operation = operation.clone();
        for parameter in &mut operation.parameters {
            self.redirect(&mut parameter.ty, Direction::Request);
        }
        for media in operation
            .request_body
            .iter_mut()
            .flat_map(|body| &mut body.content)
        {
            self.redirect(&mut media.ty, Direction::Request);
        }
        for response in &mut operation.responses {
            for header in &mut response.headers {
                self.redirect(&mut header.ty, Direction::Response);
            }
            for media in &mut response.content {
                for ty in media.types_mut() {
                    self.redirect(ty, Direction::Response);
                }
            }
        }
        self.complete(first);
        operation
    }

    fn webhook(&mut self, webhook: &Webhook) -> Webhook {
        let first = self.copied.len();
        let mut webhook = webhook.clone();
        self.redirect(&mut webhook.ty, Direction::Response);
        self.complete(first);
        webhook
    }

    /// Redirects the contents of the copies from position `next` on, and of those that this adds.
    fn complete(&mut self, mut next: usize) {
        while let Some(copied) = self.copied.get(next).copied() {
            let shape = self.shape(&self.source.get(copied.original).shape, copied.way);
            self.target.get_mut(copied.id).shape = shape;
            next += 1;
        }
    }

    fn shape(&mut self, source: &Shape, way: Direction) -> Shape {
        let mut shape = source.clone();
        match &mut shape {
            Shape::Struct(object) => {
                object.properties.retain(|property| way.carries(property));
                object.constants.retain(|it| way.admits(it.access));
                for constant in &mut object.constants {
                    constant.access = Access::ReadWrite;
                }
                for property in &mut object.properties {
                    property.access = Access::ReadWrite;
                    self.redirect(&mut property.ty, way);
                }
                if let AdditionalProperties::Kept(ty) = &mut object.additional {
                    self.redirect(ty, way);
                }
            }
            Shape::Union(union) => {
                for variant in union.variants.iter_mut() {
                    self.redirect(&mut variant.ty, way);
                }
            }
            Shape::Alias(ty) => self.redirect(ty, way),
            Shape::Enum(_) | Shape::Scalar(_) => {}
        }
        shape
    }

    fn redirect(&mut self, ty: &mut TypeRef, way: Direction) {
        match ty {
            TypeRef::Named(id) => *id = self.copy(*id, way),
            wrapper => {
                let parts = wrapper.parts_mut().iter_mut();
                parts.for_each(|part| self.redirect(part, way));
            }
        }
    }

    /// The copy of a type for a direction, created at its first use; [`Self::complete`] fills in its contents.
    fn copy(&mut self, original: TypeId, way: Direction) -> TypeId {
        let form = self.form(original, way);
        if let Some(&id) = self.copies.get(&form) {
            return id;
        }
        let source = self.source.get(original);
        let id = self.target.add(|id| TypeDef {
            id,
            ..source.clone()
        });
        self.copies.insert(form, id);
        self.copied.push(Copied { id, original, way });
        id
    }

    fn form(&self, id: TypeId, way: Direction) -> Form {
        (id, self.split.contains(&id).then_some(way))
    }

    /// Updates name hints and the enums of tags, which depend on the set of copies.
    fn finish(mut self) -> TypeTable {
        for copied in &self.copied {
            let hint = self.hint(copied);
            let copy = self.target.get_mut(copied.id);
            // The given name belongs to the original; the name of the request form derives from it.
            if matches!(
                &hint,
                NameHint::Nested {
                    role: Role::Request,
                    ..
                }
            ) {
                copy.given = None;
            }
            copy.hint = hint;
            if let Shape::Union(Union {
                variants: Variants::Tagged(tag, _),
                ..
            }) = &mut copy.shape
            {
                tag.values = tag.values.and_then(|values| namesake(&self.copies, values));
            }
        }
        self.target
    }

    fn hint(&self, copied: &Copied) -> NameHint {
        match namesake(&self.copies, copied.original) {
            Some(response) if response != copied.id => {
                return NameHint::Nested {
                    owner: Owner::Type(response),
                    role: Role::Request,
                };
            }
            _ => {}
        }
        match &self.source.get(copied.original).hint {
            NameHint::Nested {
                owner: Owner::Type(owner),
                role,
            } => NameHint::Nested {
                owner: self.owner(*owner),
                role: role.clone(),
            },
            hint => hint.clone(),
        }
    }

    /// The owner in the name; if no operation reaches it (such as the base of an `allOf`), its component.
    fn owner(&self, original: TypeId) -> Owner {
        let mut owner = original;
        // A chain of owners is not longer than the table unless it is a cycle.
        for _ in 0..self.source.len() {
            if let Some(id) = namesake(&self.copies, owner) {
                return Owner::Type(id);
            }
            match &self.source.get(owner).hint {
                NameHint::Component(key) => {
                    return Owner::Component(key.clone());
                }
                NameHint::Nested {
                    owner: Owner::Type(next),
                    ..
                } => owner = *next,
                NameHint::Nested { owner, .. } => return owner.clone(),
            }
        }
        Owner::Component(String::new())
    }
}

/// The copy with the name of the original: the only one, or that of responses.
fn namesake(copies: &BTreeMap<Form, TypeId>, original: TypeId) -> Option<TypeId> {
    let only = copies.get(&(original, None));
    only.or_else(|| copies.get(&(original, Some(Direction::Response))))
        .copied()
}
