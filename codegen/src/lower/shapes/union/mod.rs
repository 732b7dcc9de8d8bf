//! `oneOf` and `anyOf`.
//!
//! A union with a discriminator has one variant for each value of it. They are, in this order: the entries of the mapping,
//! then the members that no entry leads to, under the name of their schema. Without `oneOf`, the union consists of the
//! targets of the mapping, or else of the schemas that name it in their `allOf`.
//!
//! Properties beside `oneOf` belong to every variant, so a variant that lacks them is composed with them.

mod property_sets;
mod tagged;
mod untagged;
mod variant;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Shape, TypeId, Union, UnionKind};
use crate::load::{Schema, keyword};
use crate::lower::context::Context;
use crate::lower::schemas::{Composed, union_keyword};
use variant::UnionSource;

/// The union that `schema` is.
pub(super) fn union<'d>(cx: &mut Context<'d, '_>, id: TypeId, schema: &Schema<'d>) -> Shape {
    let own = Composed::of(&cx.schemas, std::slice::from_ref(schema));
    extended(cx, id, schema, schema, &own)
}

/// The alternatives of `union` with the properties of `own` in each; `schema` is the enclosing schema.
pub(super) fn extended<'d>(
    cx: &mut Context<'d, '_>,
    id: TypeId,
    schema: &Schema<'d>,
    union: &Schema<'d>,
    own: &Composed<'d>,
) -> Shape {
    let property = union
        .discriminator()
        .and_then(|discriminator| discriminator.property_name())
        .filter(|property| is_discriminated(cx, union, own, property));
    let source = UnionSource {
        id,
        schema,
        union,
        own,
        property,
    };
    let kind = match union_keyword(union) {
        Some(keyword::ANY_OF) => UnionKind::AnyOf,
        _ => UnionKind::OneOf,
    };
    match property {
        Some(property) => Shape::Union(Union {
            kind,
            variants: tagged::variants(cx, &source, property),
        }),
        None => untagged::shape(cx, &source, kind),
    }
}

/// Whether a discriminator can select an alternative: it maps values, or an alternative has its property. Otherwise every
/// value would be unknown, so the discriminator is reported and ignored.
fn is_discriminated<'d>(
    cx: &mut Context<'d, '_>,
    union: &Schema<'d>,
    own: &Composed<'d>,
    property: &str,
) -> bool {
    let schemas = &cx.schemas;
    let members = match union_keyword(union) {
        Some(_) if schemas.mapping(union).is_empty() => schemas.alternatives(union),
        _ => return true,
    };
    let has = |composed: &Composed<'d>| composed.properties.contains_key(property);
    let may_have = |member: &Schema<'d>| {
        let parts = Composed::of(schemas, std::slice::from_ref(member));
        has(&parts) || parts.is_partial || !parts.unions.is_empty() || schemas.is_union(member)
    };
    let mut followed = members.iter().filter_map(|member| schemas.follow(member));
    if members.is_empty() || has(own) || followed.any(|member| may_have(&member)) {
        return true;
    }
    let message =
        format!("no alternative has the property `{property}`; the discriminator is ignored");
    let help = "declare the property in each alternative";
    let at = union.at.key(keyword::DISCRIMINATOR);
    cx.findings
        .report(Diagnostic::warning(Code::DiscriminatorProperty, &at, message).help(help));
    false
}
