//! The variants of unions.

use crate::diagnostic::Pointer;
use crate::ir::{NameHint, Owner, TypeId, TypeRef, Variant, VariantForm};
use crate::load::{JsonType, Schema, keyword};
use crate::lower::context::Context;
use crate::lower::docs;
use crate::lower::schemas::{Composed, Schemas};
use crate::lower::types::Source;

/// A variant before it has a type.
pub(super) struct Candidate<'d> {
    /// The member, which may be a reference.
    pub(super) member: Schema<'d>,
    /// The place of the member or of its entry in the mapping.
    pub(super) at: Pointer,
    /// Whether an entry of the mapping leads to it.
    pub(super) is_mapped: bool,
}

/// The schemas of a union.
pub(super) struct UnionSource<'a, 'd> {
    /// The type of the union.
    pub(super) id: TypeId,
    /// The enclosing schema.
    pub(super) schema: &'a Schema<'d>,
    /// The schema that has the alternatives.
    pub(super) union: &'a Schema<'d>,
    /// The properties that every variant has.
    pub(super) own: &'a Composed<'d>,
    /// The discriminator's property.
    pub(super) property: Option<&'a str>,
}

pub(super) fn variant<'d>(
    cx: &mut Context<'d, '_>,
    source: &UnionSource<'_, 'd>,
    candidate: &Candidate<'d>,
    label: &str,
) -> Variant {
    let role = cx.schemas.variant_role(&candidate.member, label);
    let place = NameHint::nested(Owner::Type(source.id), role);
    Variant {
        ty: variant_type(cx, source, &candidate.member, place),
        label: label.to_owned(),
        form: VariantForm::Plain,
        origin: candidate.at.clone(),
        docs: docs::value(&cx.schemas, &candidate.member),
    }
}

/// The type of a variant: its schema's, or a composed one if it lacks properties of the union.
fn variant_type<'d>(
    cx: &mut Context<'d, '_>,
    source: &UnionSource<'_, 'd>,
    node: &Schema<'d>,
    place: NameHint,
) -> TypeRef {
    let Some(member) = cx.schemas.follow(node) else {
        return TypeRef::Any;
    };
    let parts = Composed::of(&cx.schemas, std::slice::from_ref(&member));
    let is_itself = member.at == source.schema.at;
    let is_whole = !is_object(&cx.schemas, &member) || covers(&parts, source);
    if !is_itself && is_whole {
        return cx.schema(node, &place);
    }
    let parts = if is_itself {
        vec![member.clone()]
    } else {
        vec![source.schema.clone(), member.clone()]
    };
    cx.declare(&member, Source::Composed(parts), place)
}

fn is_object<'d>(schemas: &Schemas<'d>, member: &Schema<'d>) -> bool {
    schemas.kind(member) == Some(JsonType::Object) || member.has(keyword::ALL_OF)
}

/// Whether a variant has all properties beside `oneOf`, except for the discriminator, which the union writes.
fn covers(parts: &Composed<'_>, source: &UnionSource<'_, '_>) -> bool {
    let UnionSource { own, property, .. } = source;
    let beside = |name: &&&str| Some(**name) != *property;
    let declared = own.properties.keys().filter(beside);
    let required = own.required.iter().filter(beside);
    let mut required = required.filter(|name| parts.properties.contains_key(*name));
    declared
        .into_iter()
        .all(|name| parts.properties.contains_key(name))
        && required.all(|name| parts.required.contains(name))
}
