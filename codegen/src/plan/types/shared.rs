//! The fields that all variants of a union have.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::super::docs::{Doc, MemberPhrase};
use super::super::lint::Lint;
use super::super::model::{Model, NamedType};
use super::super::operation::Deprecation;
use super::super::ty::{Presence, Type};
use crate::analyze::Holding;
use crate::diagnostic::Pointer;
use crate::ir::{Docs, Property, Shape, TypeId, TypeRef, Union, VariantForm};
use crate::name::union_method;

/// A field that all variants of a union have, as a method of the union.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedField<'a> {
    /// The place of the property in the first variant.
    pub origin: &'a Pointer,
    /// Its documentation, if the variants agree.
    pub docs: Doc<'a>,
    /// Why it is deprecated in all variants.
    pub deprecated: Option<Deprecation<'a>>,
    /// Lints that the document decides about.
    pub lints: Vec<Lint>,
    /// The name of the method.
    pub ident: Cow<'a, str>,
    /// The key of the property.
    pub key: &'a str,
    /// The form in which the method returns the value.
    pub form: SharedForm,
    /// The type of the value.
    pub ty: Type<'a>,
    /// The expression for each payload.
    pub arms: Vec<SharedArm<'a>>,
}

/// The form in which a shared field is returned, always as an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedForm {
    /// `T`
    Copied,
    /// `&str`
    Text,
    /// `&serde_json::Value`
    Json,
    /// `Cow<'_, [T]>`
    List,
    /// `Cow<'_, T>`
    Value,
}

/// The value of a shared field in the variants with the same payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedArm<'a> {
    /// The variants.
    pub variants: Vec<&'a str>,
    /// The member of its payload.
    pub member: Cow<'a, str>,
    /// How the member holds the value.
    pub held: Held,
}

/// How a member of a payload holds the value of a shared field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// A field: the value itself.
    Always(Holding),
    /// A field: `Option`
    Optional(Holding),
    /// A field: `wire::Patch`
    Patch(Holding),
    /// The payload is a union, which has the method as well.
    Method,
}

impl SharedField<'_> {
    /// The type that the method returns.
    #[must_use]
    pub fn signature(&self) -> String {
        let ty = &self.ty;
        match self.form {
            SharedForm::Copied => format!("Option<{ty}>"),
            SharedForm::Text => "Option<&str>".to_owned(),
            SharedForm::Json => format!("Option<&{ty}>"),
            SharedForm::List => format!("Option<Cow<'_, [{ty}]>>"),
            SharedForm::Value => format!("Option<Cow<'_, {ty}>>"),
        }
    }
}

/// A field of a payload.
#[derive(Clone)]
struct Candidate<'a> {
    /// The type that has the field.
    payload: TypeId,
    origin: &'a Pointer,
    /// The documentation, unless variants differ.
    docs: Option<&'a Docs>,
    is_deprecated: bool,
    member: Cow<'a, str>,
    ty: &'a TypeRef,
    held: Held,
}

impl<'a> Candidate<'a> {
    fn arm(&self) -> SharedArm<'a> {
        SharedArm {
            variants: Vec::new(),
            member: self.member.clone(),
            held: self.held,
        }
    }
}

/// The fields of a payload, by key.
type Candidates<'a> = IndexMap<&'a str, Candidate<'a>>;

/// The shared fields of the unions of an API. Unions that contain each other have none.
pub(super) struct Shared<'a> {
    model: Model<'a>,
    fields: BTreeMap<TypeId, Vec<SharedField<'a>>>,
    candidates: BTreeMap<TypeId, Candidates<'a>>,
}

impl<'a> Shared<'a> {
    pub(super) fn of(model: &Model<'a>) -> Self {
        let mut shared = Self {
            model: *model,
            fields: BTreeMap::new(),
            candidates: BTreeMap::new(),
        };
        let mut entered = BTreeSet::new();
        let ids = model.types().map(|ty| ty.def.id);
        let mut stack: Vec<_> = ids.collect();
        stack.reverse();
        while let Some(id) = stack.pop() {
            let ty = model.get(id);
            let Shape::Union(union) = &ty.def.shape else {
                continue;
            };
            if shared.candidates.contains_key(&id) {
                continue;
            }
            // A union follows those in it.
            let inner = shared.unknown_unions(union);
            if entered.insert(id) && !inner.is_empty() {
                stack.push(id);
                stack.extend(inner);
            } else {
                shared.settle(ty, union);
            }
        }
        shared
    }

    /// The fields of a union.
    pub(super) fn take(&mut self, ty: NamedType<'a>) -> Vec<SharedField<'a>> {
        self.fields.remove(&ty.def.id).unwrap_or_default()
    }

    fn unknown_unions(&self, union: &'a Union) -> Vec<TypeId> {
        let payloads = union.variants.iter().filter_map(|it| self.payload(&it.ty));
        let unions = payloads.filter(|ty| matches!(ty.def.shape, Shape::Union(_)));
        let ids = unions.map(|ty| ty.def.id);
        ids.filter(|id| !self.candidates.contains_key(id)).collect()
    }

    fn payload(&self, ty: &'a TypeRef) -> Option<NamedType<'a>> {
        match self.model.api.types.resolve(ty) {
            TypeRef::Named(id) => Some(self.model.get(*id)),
            _ => None,
        }
    }

    fn settle(&mut self, ty: NamedType<'a>, union: &'a Union) {
        let payloads = union.variants.iter().map(|variant| match variant.form {
            VariantForm::Plain => self.payload(&variant.ty).map(|it| self.members(it)),
            VariantForm::Keyed(_) | VariantForm::Constant(_) => None,
        });
        let payloads: Option<Vec<_>> = payloads.collect();
        let mut fields = Vec::new();
        let mut candidates = Candidates::new();
        let payloads = payloads.unwrap_or_default();
        for key in payloads.first().into_iter().flat_map(IndexMap::keys) {
            let Some(members) = self.everywhere(key, &payloads) else {
                continue;
            };
            let (field, candidate) = self.field(ty, key, &members);
            fields.push(field);
            candidates.insert(key, candidate);
        }
        self.fields.insert(ty.def.id, fields);
        self.candidates.insert(ty.def.id, candidates);
    }

    /// The fields of a payload.
    fn members(&self, payload: NamedType<'a>) -> Candidates<'a> {
        match &payload.def.shape {
            Shape::Struct(shape) => {
                let properties = shape.properties.iter().enumerate();
                let field = |(index, it)| field(payload, index, it);
                properties.map(field).collect()
            }
            Shape::Union(_) => {
                let known = self.candidates.get(&payload.def.id);
                known.cloned().unwrap_or_default()
            }
            _ => Candidates::new(),
        }
    }

    /// The members of all payloads at a key, if they have the same type.
    fn everywhere<'p>(
        &self,
        key: &str,
        payloads: &'p [Candidates<'a>],
    ) -> Option<Vec<&'p Candidate<'a>>> {
        let members = payloads.iter().map(|payload| payload.get(key));
        let members = members.collect::<Option<Vec<_>>>()?;
        let mut types = members.iter().map(|it| self.value(it.ty));
        let first = types.next()?;
        types.all(|ty| ty == first).then_some(members)
    }

    /// The type of a value that is not `null`, as the compiler sees it.
    fn value(&self, ty: &'a TypeRef) -> Type<'a> {
        let types = &self.model.api.types;
        self.model.without_aliases(types.resolve_value(ty))
    }

    /// The method of the union, and the same as a member of the unions around it.
    fn field(
        &self,
        ty: NamedType<'a>,
        key: &'a str,
        members: &[&Candidate<'a>],
    ) -> (SharedField<'a>, Candidate<'a>) {
        let first = members[0];
        let docs = first
            .docs
            .filter(|docs| members.iter().all(|it| it.docs == Some(*docs)));
        let is_deprecated = members.iter().all(|it| it.is_deprecated);
        let uses_deprecated = members.iter().any(|it| it.is_deprecated);
        let ident = union_method(&first.member);
        let (form, value) = self.form(first.ty);
        let mut arms: IndexMap<_, SharedArm<'_>> = IndexMap::new();
        for (index, it) in members.iter().enumerate() {
            let arm = arms.entry((it.payload, ty.holding(index)));
            let arm = arm.or_insert_with(|| it.arm());
            arm.variants.push(ty.member(index));
        }
        let field = SharedField {
            origin: first.origin,
            docs: documentation(key, docs),
            deprecated: is_deprecated.then_some(Deprecation::Property),
            lints: Vec::from_iter(uses_deprecated.then_some(Lint::Deprecated)),
            ident: ident.clone(),
            key,
            form,
            ty: value,
            arms: arms.into_values().collect(),
        };
        let candidate = Candidate {
            payload: ty.def.id,
            docs,
            is_deprecated,
            member: ident,
            held: Held::Method,
            ..first.clone()
        };
        (field, candidate)
    }

    fn form(&self, ty: &'a TypeRef) -> (SharedForm, Type<'a>) {
        match self.value(ty) {
            Type::String => (SharedForm::Text, Type::String),
            Type::Json => (SharedForm::Json, Type::Json),
            Type::List(item) => (SharedForm::List, *item),
            _ if self.model.is_copy(ty) => (SharedForm::Copied, self.model.ty(ty)),
            _ => (SharedForm::Value, self.model.ty(ty)),
        }
    }
}

fn documentation<'a>(key: &'a str, docs: Option<&'a Docs>) -> Doc<'a> {
    let phrase = MemberPhrase::Shared(key);
    match docs {
        Some(docs) => Doc::of(docs, phrase),
        None => Doc::phrase(phrase),
    }
}

fn field<'a>(
    payload: NamedType<'a>,
    index: usize,
    property: &'a Property,
) -> (&'a str, Candidate<'a>) {
    let holding = payload.holding(index);
    let candidate = Candidate {
        payload: payload.def.id,
        origin: &property.origin.0,
        docs: Some(&property.docs),
        is_deprecated: property.deprecated,
        member: Cow::Borrowed(payload.member(index)),
        ty: &property.ty,
        held: match Presence::of(property, payload.facts.in_request) {
            Presence::Required => Held::Always(holding),
            Presence::Nullable | Presence::Optional => Held::Optional(holding),
            Presence::Patch => Held::Patch(holding),
        },
    };
    (&property.name, candidate)
}
