//! Unions without a discriminator.
//!
//! Alternatives of one type are one variant, and where one is left, the union is that type. An `anyOf` of objects that
//! nothing tells apart says that a value may have some of several sets of properties, so it is one object with all of
//! them. A list of values of several types is a union of what the values of each type are.

use std::collections::BTreeSet;

use super::{Candidate, Source};
use crate::ir::{
    Docs, Integer, Literal, Note, Number, Owner, Primitive, Role, Shape, StringFormat, TypeId,
    TypeRef, Union, UnionKind, Variant, VariantForm, Variants,
};
use crate::load::{Node, keyword};
use crate::lower::compose::Composed;
use crate::lower::null::is_bare;
use crate::lower::schemas::{Form, Schemas, union_keyword};
use crate::lower::{Lowerer, nested};

/// How deep alternatives may be nested to be variants of the outermost union.
const NESTING: usize = 8;

impl<'d> Schemas<'d> {
    /// The alternatives of a member that is a union of plain scalars. They are variants of the union around it: a string
    /// in two places would be ambiguous.
    fn scalars(&self, member: &Node<'d>, nesting: usize) -> Option<Vec<Node<'d>>> {
        let schema = self.follow(member)?;
        union_keyword(&schema).filter(|keyword| is_bare(&schema, keyword))?;
        if nesting == 0 || schema.has(keyword::DISCRIMINATOR) {
            return None;
        }
        let mut scalars = Vec::new();
        for inner in self.alternatives(&schema) {
            match self.form(&inner) {
                Form::Text | Form::Integer | Form::Number | Form::Bool => scalars.push(inner),
                _ => scalars.extend(self.scalars(&inner, nesting - 1)?),
            }
        }
        Some(scalars)
    }
}

impl<'d> Lowerer<'d, '_> {
    pub(super) fn untagged(
        &mut self,
        source: &Source<'_, 'd>,
        union: &Node<'d>,
        kind: UnionKind,
    ) -> Shape {
        let members = self.schemas.alternatives(union);
        let members: Vec<_> = members
            .into_iter()
            .flat_map(|member| {
                self.schemas
                    .scalars(&member, NESTING)
                    .unwrap_or(vec![member])
            })
            .collect();
        if kind == UnionKind::AnyOf
            && let Some(composed) = self.property_sets(source, &members)
        {
            let docs = &mut self.types.get_mut(source.id).docs;
            docs.notes.push(Note::SeveralAlternatives);
            return Shape::Struct(self.structure(source.id, source.schema, &composed));
        }
        let nullable = self.schemas.is_nullable(union);
        let labels = self.schemas.labels(&members);
        let mut variants = Vec::new();
        for (member, label) in members.into_iter().zip(labels) {
            let candidate = Candidate {
                at: member.at.clone(),
                member,
            };
            let mut variant = self.variant(source, &candidate, &label);
            // The null of a variant is the null of the union.
            if let (true, TypeRef::Nullable(inner)) = (nullable, &variant.ty) {
                variant.ty = (**inner).clone();
            }
            // A variant that is the union itself adds nothing.
            if variant.ty != TypeRef::Named(source.id) {
                add(&mut variants, variant);
            }
        }
        one_of(kind, variants)
    }

    /// The properties of all `members`, if they are objects and two of them are ambiguous.
    fn property_sets(&self, source: &Source<'_, 'd>, members: &[Node<'d>]) -> Option<Composed<'d>> {
        let mut sets: Vec<Composed<'d>> = Vec::new();
        for member in members {
            let schema = self.schemas.follow(member)?;
            let is_object = matches!(self.schemas.form(&schema), Form::Object);
            let is_free = schema.has(keyword::ADDITIONAL_PROPERTIES);
            let set = Composed::of(&self.schemas, &[schema]);
            if !is_object || is_free || !set.unions.is_empty() {
                return None;
            }
            sets.push(set);
        }
        let alike = |(index, set): (usize, &Composed<'d>)| {
            let others = &sets[index + 1..];
            others.iter().any(|other| self.are_alike(set, other))
        };
        if !sets.iter().enumerate().any(alike) {
            return None;
        }
        let mut parts = vec![source.schema.clone()];
        parts.extend_from_slice(members);
        let mut composed = Composed::of(&self.schemas, &parts);
        let in_all = |name: &&str| sets.iter().all(|set| set.required.contains(name));
        let own = &source.own.required;
        composed
            .required
            .retain(|name| own.contains(name) || in_all(name));
        composed.conflicts.is_empty().then_some(composed)
    }

    /// Whether nothing that a value must have tells two objects apart.
    fn are_alike(&self, one: &Composed<'d>, other: &Composed<'d>) -> bool {
        let is_same = one.required.len() == other.required.len()
            && one
                .required
                .iter()
                .all(|name| other.required.contains(name));
        is_same
            && !one
                .required
                .iter()
                .any(|name| self.differs(one, other, name))
    }

    /// Whether a property has values of its own in each of two objects.
    fn differs(&self, one: &Composed<'d>, other: &Composed<'d>, name: &str) -> bool {
        let (Some(one), Some(other)) = (one.properties.get(name), other.properties.get(name))
        else {
            return false;
        };
        let kinds = [one, other].map(|part| self.schemas.kind(&part.schema));
        let constants = [one, other].map(|part| self.schemas.constant(&part.schema));
        let allowed = [one, other].map(|part| self.schemas.allowed(&part.schema));
        match (kinds, constants, allowed) {
            ([Some(one), Some(other)], ..) if one != other => true,
            // No test asks for one of several fractions.
            (_, [Some(Literal::Bool(one)), Some(Literal::Bool(other))], _) => one != other,
            (.., [Some(one), Some(other)]) => one.is_disjoint(&other),
            _ => false,
        }
    }

    /// An `enum` of values of several types.
    pub(in crate::lower) fn mixed_enum(&mut self, id: TypeId, schema: &Node<'d>) -> Shape {
        let values = schema.enum_values();
        let kinds: BTreeSet<_> = values.iter().map(|node| Listed::of(node)).collect();
        let mut variants = Vec::new();
        for kind in kinds {
            let ty = match kind {
                Listed::Null => continue,
                Listed::Bool => TypeRef::Primitive(Primitive::Bool),
                Listed::Number if values.iter().any(|node| node.value.is_f64()) => {
                    TypeRef::Primitive(Primitive::Number(Number::F64))
                }
                Listed::Number | Listed::Text => self.listed(id, schema, kind),
                Listed::Other => TypeRef::Any,
            };
            let variant = Variant {
                ty,
                label: kind.label(&values),
                form: VariantForm::Plain,
                origin: schema.at.key(keyword::ENUM),
                docs: Docs::default(),
            };
            add(&mut variants, variant);
        }
        one_of(UnionKind::OneOf, variants)
    }

    /// The enum of the strings or whole numbers among the values of a list.
    fn listed(&mut self, id: TypeId, schema: &Node<'d>, kind: Listed) -> TypeRef {
        let values = match kind {
            Listed::Text => self.string_enum(std::slice::from_ref(schema)),
            _ => self.integer_enum(schema),
        };
        let role = Role::Variant(kind.label(&schema.enum_values()));
        let place = nested(Owner::Type(id), role);
        let listed = self.reserve(schema, place);
        self.types.get_mut(listed).shape = Shape::Enum(values);
        TypeRef::Named(listed)
    }
}

/// The JSON type of a value of a list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Listed {
    Text,
    Number,
    Bool,
    Other,
    Null,
}

impl Listed {
    fn of(node: &Node<'_>) -> Self {
        match node.value {
            serde_yaml::Value::String(_) => Self::Text,
            serde_yaml::Value::Number(_) => Self::Number,
            serde_yaml::Value::Bool(_) => Self::Bool,
            serde_yaml::Value::Null => Self::Null,
            _ => Self::Other,
        }
    }

    /// The one string of the values, else the type.
    fn label(self, values: &[Node<'_>]) -> String {
        let mut texts = values.iter().filter_map(|node| node.value.as_str());
        match (self, texts.next(), texts.next()) {
            (Self::Text, Some(only), None) => only,
            (Self::Text, ..) => "string",
            (Self::Number, ..) => "number",
            (Self::Bool, ..) => "bool",
            (Self::Other | Self::Null, ..) => "any",
        }
        .to_owned()
    }
}

/// Adds a variant, or widens the one whose values Rust has in the same type.
fn add(variants: &mut Vec<Variant>, variant: Variant) {
    for known in variants.iter_mut() {
        if let Some(common) = common(&known.ty, &variant.ty) {
            known.ty = common;
            return;
        }
    }
    variants.push(variant);
}

/// The type of the values of both, where it takes no more than they do.
fn common(one: &TypeRef, other: &TypeRef) -> Option<TypeRef> {
    use Primitive as P;
    match (one, other) {
        _ if one == other => Some(one.clone()),
        (TypeRef::Primitive(one), TypeRef::Primitive(other)) => {
            Some(TypeRef::Primitive(match (one, other) {
                (P::String(one), P::String(other)) => P::String(text(*one, *other)),
                (P::Integer(one), P::Integer(other)) => P::Integer(whole(*one, *other)?),
                (P::Number(_), P::Number(_)) => P::Number(Number::F64),
                _ => return None,
            }))
        }
        (TypeRef::List(one), TypeRef::List(other)) => {
            Some(TypeRef::List(Box::new(common(one, other)?)))
        }
        _ => None,
    }
}

fn text(one: StringFormat, other: StringFormat) -> StringFormat {
    match (one, other) {
        (StringFormat::Password, _) | (_, StringFormat::Password) => StringFormat::Password,
        _ => StringFormat::Plain,
    }
}

fn whole(one: Integer, other: Integer) -> Option<Integer> {
    match (one, other) {
        (Integer::U64, Integer::U64 | Integer::U32) | (Integer::U32, Integer::U64) => {
            Some(Integer::U64)
        }
        (Integer::U64, _) | (_, Integer::U64) => None,
        _ => Some(Integer::I64),
    }
}

/// One of the variants, or the only one.
fn one_of(kind: UnionKind, mut variants: Vec<Variant>) -> Shape {
    match (variants.pop(), variants.is_empty()) {
        (None, _) => Shape::Alias(TypeRef::Any),
        (Some(only), true) => Shape::Alias(only.ty),
        (Some(last), false) => {
            variants.push(last);
            Shape::Union(Union {
                kind,
                variants: Variants::Untagged(variants),
            })
        }
    }
}
