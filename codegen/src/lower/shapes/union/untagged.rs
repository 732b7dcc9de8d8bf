//! Unions without a discriminator.
//!
//! Alternatives of one type are one variant, and where one is left, the union is that type. An `anyOf` of ambiguous objects
//! is one object (`property_sets`).

use super::property_sets::property_sets;
use super::variant::{Candidate, UnionSource, variant};
use crate::ir::{Note, Shape, TypeRef, UnionKind};
use crate::load::{Schema, keyword};
use crate::lower::context::Context;
use crate::lower::schemas::{Form, Schemas, is_bare, union_keyword};
use crate::lower::shapes::merge::{add, one_of};
use crate::lower::shapes::structure::structure;

/// How deep alternatives may be nested to be variants of the outermost union.
const NESTING: usize = 8;

/// The shape of `union`.
pub(super) fn shape<'d>(
    cx: &mut Context<'d, '_>,
    source: &UnionSource<'_, 'd>,
    kind: UnionKind,
) -> Shape {
    let members = cx.schemas.alternatives(source.union).into_iter();
    let members = members.flat_map(|member| {
        let scalars = scalars(&cx.schemas, &member, NESTING);
        scalars.unwrap_or(vec![member])
    });
    let members: Vec<_> = members.collect();
    if kind == UnionKind::AnyOf
        && let Some(composed) = property_sets(&cx.schemas, source, &members)
    {
        let docs = &mut cx.types.get_mut(source.id).docs;
        docs.notes.push(Note::SeveralAlternatives);
        return Shape::Struct(structure(cx, source.id, source.schema, &composed));
    }
    let is_nullable = cx.schemas.is_nullable(source.union);
    let labels = cx.schemas.labels(&members);
    let mut variants = Vec::new();
    for (member, label) in members.into_iter().zip(labels) {
        let candidate = Candidate {
            at: member.at.clone(),
            is_mapped: false,
            member,
        };
        let mut variant = variant(cx, source, &candidate, &label);
        // The null of a variant is the null of the union.
        if let (true, TypeRef::Nullable(inner)) = (is_nullable, &variant.ty) {
            variant.ty = (**inner).clone();
        }
        // A variant that is the union itself adds nothing.
        if variant.ty != TypeRef::Named(source.id) {
            add(&mut variants, variant);
        }
    }
    one_of(kind, variants)
}

/// The alternatives of a member that is a union of plain scalars. They are variants of the union around it: a string in two
/// places would be ambiguous.
fn scalars<'d>(
    schemas: &Schemas<'d>,
    member: &Schema<'d>,
    nesting: usize,
) -> Option<Vec<Schema<'d>>> {
    let schema = schemas.follow(member)?;
    union_keyword(&schema).filter(|keyword| is_bare(&schema, keyword))?;
    if nesting == 0 || schema.has(keyword::DISCRIMINATOR) {
        return None;
    }
    let mut found = Vec::new();
    for inner in schemas.alternatives(&schema) {
        match schemas.form(&inner) {
            Form::Text | Form::Integer | Form::Number | Form::Bool => found.push(inner),
            _ => found.extend(scalars(schemas, &inner, nesting - 1)?),
        }
    }
    Some(found)
}
