//! The body of a page, and the properties in it.

use super::super::model::{Model, NamedOperation, NamedType};
use super::super::operation::answer::Answer;
use super::super::plain::plain;
use super::super::ty;
use super::problem::Problem;
use crate::analyze::Holding;
use crate::ir::{BodyPath, Property, Shape, TypeRef};

/// Properties that contain the whole result.
pub(super) const WRAPPERS: &[&str] = &["data", "response", "result"];

/// Usual names of the list of items.
const ITEMS: &[&str] = &[
    "content",
    "data",
    "elements",
    "entries",
    "items",
    "objects",
    "records",
    "resources",
    "results",
    "rows",
    "value",
    "values",
];

/// Lists about the page or its items.
const OTHER_LISTS: &[&str] = &[
    "errors", "included", "links", "messages", "order", "sort", "warnings",
];

/// The body that an operation returns, as JSON.
pub(in crate::plan) struct Body<'a> {
    pub(super) model: Model<'a>,
    pub(super) operation: NamedOperation<'a>,
    pub(in crate::plan) ty: &'a TypeRef,
    pub(super) presence: Presence,
}

/// Whether a response has a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has one.
    Always,
    /// It has one, depending on the status.
    WithStatus,
    /// The body may be null.
    Nullable,
}

/// A property of an object.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    owner: NamedType<'a>,
    index: usize,
    pub(super) property: &'a Property,
}

impl<'a> Body<'a> {
    pub(in crate::plan) fn of(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Self> {
        let (ty, presence) = match operation.answer() {
            Answer::Value(ty @ TypeRef::Nullable(_)) => (ty, Presence::Nullable),
            Answer::Value(ty) => (ty, Presence::Always),
            Answer::Optional(ty, _) => (ty, Presence::WithStatus),
            _ => return None,
        };
        Some(Self {
            model: *model,
            operation,
            ty,
            presence,
        })
    }

    /// The properties of a type, if it is an object.
    pub(super) fn members(&self, ty: &'a TypeRef) -> Vec<Member<'a>> {
        let types = &self.model.api.types;
        let Some(id) = types.resolve_id(ty) else {
            return Vec::new();
        };
        let owner = self.model.get(id);
        let Shape::Struct(object) = &owner.def.shape else {
            return Vec::new();
        };
        let properties = object.properties.iter().enumerate();
        properties
            .map(|(index, property)| Member {
                owner,
                index,
                property,
            })
            .collect()
    }

    /// The path of the list of items, if there is no doubt.
    pub(super) fn only_list(&self) -> Option<BodyPath> {
        if self.list(self.ty).is_some() {
            return Some(Vec::new());
        }
        let lists = self.lists();
        let mut usual = lists.iter().filter(|it| is_one_of(it, ITEMS));
        match (lists.as_slice(), usual.next(), usual.next()) {
            ([only], ..) | (_, Some(only), None) => Some(only.clone()),
            _ => None,
        }
    }

    /// The paths of the lists that may be those of items.
    fn lists(&self) -> Vec<BodyPath> {
        let mut found = Vec::new();
        for member in self.members(self.ty) {
            let (key, ty) = (&member.property.name, &member.property.ty);
            let path = vec![key.clone()];
            if self.list(ty).is_some() {
                found.push(path);
            } else if is_one_of(&path, WRAPPERS) {
                let inner = self.members(ty).into_iter().map(|it| it.property);
                let inner = inner.filter(|it| self.list(&it.ty).is_some());
                found.extend(inner.map(|it| vec![key.clone(), it.name.clone()]));
            }
        }
        found.retain(|path| !is_one_of(path, OTHER_LISTS));
        found
    }

    /// The paths of properties, for suggestions.
    pub(super) fn paths(&self) -> Vec<BodyPath> {
        let mut found = Vec::new();
        for member in self.members(self.ty) {
            let property = member.property;
            let inner = self.members(&property.ty).into_iter();
            let inner = inner.map(|it| vec![property.name.clone(), it.property.name.clone()]);
            found.push(vec![property.name.clone()]);
            found.extend(inner);
        }
        found
    }

    /// The item type if a value is a list.
    pub(in crate::plan) fn list(&self, ty: &'a TypeRef) -> Option<&'a TypeRef> {
        match self.model.api.types.resolve_value(ty) {
            TypeRef::List(item) => Some(item),
            _ => None,
        }
    }

    /// The properties that lead to a value.
    pub(super) fn walk(&self, path: &[String]) -> Result<Vec<Member<'a>>, Problem> {
        self.walk_from(self.ty, path)
    }

    /// The properties of a type that lead to a value.
    pub(super) fn walk_from(
        &self,
        mut ty: &'a TypeRef,
        path: &[String],
    ) -> Result<Vec<Member<'a>>, Problem> {
        let mut members = Vec::with_capacity(path.len());
        for key in path {
            let all = self.members(ty);
            let found = all.into_iter().find(|it| it.property.name == *key);
            let member = found.ok_or_else(|| Problem::Property(path.to_vec()))?;
            ty = &member.property.ty;
            members.push(member);
        }
        Ok(members)
    }
}

impl<'a> Member<'a> {
    /// The name of the field.
    pub(super) fn ident(&self) -> &'a str {
        self.owner.member(self.index)
    }

    /// Whether the field may have no value; `None` if code cannot take the value out of it.
    pub(super) fn is_optional(&self) -> Option<bool> {
        if self.owner.holding(self.index) == Holding::Opaque {
            return None;
        }
        match ty::Presence::of(self.property, self.owner.facts.in_request) {
            ty::Presence::Required => Some(false),
            ty::Presence::Nullable | ty::Presence::Optional => Some(true),
            ty::Presence::Patch => None,
        }
    }
}

/// Whether the last key of a path has one of these names.
fn is_one_of(path: &BodyPath, names: &[&str]) -> bool {
    let last = path.last().map(|key| plain(key));
    last.is_some_and(|last| names.contains(&&*last))
}
