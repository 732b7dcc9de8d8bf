//! Unions whose variants are unions.
//!
//! If both have the same discriminator, its value selects the variant of the inner union. The outer union
//! therefore accepts every tag of the inner one, which writes the tag: two tags could disagree. If the inner
//! union has no discriminator, its objects are variants of the outer one if each has one value for the tag.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::{
    EnumValues, Property, Shape, TaggedVariant, TypeId, TypeRef, TypeTable, Variant, Variants,
};

/// Adds the tags of nested unions to every union with a discriminator.
pub(super) fn merge(types: &mut TypeTable, sink: &mut Sink) {
    // All are read before any is changed, so that the order of types is irrelevant.
    let merged: Vec<_> = types
        .iter()
        .filter_map(|ty| {
            let (property, variants) = tagged(types, ty.id)?;
            let has_union = variants.iter().any(|it| is_union(types, &it.variant.ty));
            has_union.then(|| (ty.id, merged(types, property, variants, sink)))
        })
        .collect();
    for (id, merged) in merged {
        if let Shape::Union(union) = &mut types.get_mut(id).shape
            && let Variants::Tagged(_, variants) = &mut union.variants
        {
            *variants = merged;
        }
    }
}

fn merged(
    types: &TypeTable,
    property: &str,
    variants: &[TaggedVariant],
    sink: &mut Sink,
) -> Vec<TaggedVariant> {
    let variants: Vec<_> = variants
        .iter()
        .flat_map(|variant| opened(types, property, variant))
        .collect();
    // The mapping of the outer union takes precedence over those of inner unions.
    let mut taken: BTreeSet<String> = variants.iter().map(|it| it.tag.clone()).collect();
    let mut merged: Vec<TaggedVariant> = Vec::new();
    let mut unions: Vec<TypeId> = Vec::new();
    for variant in &variants {
        let Some(inner) = inner(types, property, &variant.variant.ty) else {
            let is_known = merged.iter().any(|it| it.tag == variant.tag);
            merged.extend((!is_known).then(|| variant.clone()));
            continue;
        };
        if unions.contains(&inner) {
            continue;
        }
        unions.push(inner);
        let own = variants
            .iter()
            .filter(|other| types.resolve_id(&other.variant.ty) == Some(inner));
        let own: Vec<&str> = own.map(|other| other.tag.as_str()).collect();
        let mut nested = Vec::new();
        for tag in all_tags(types, property, inner) {
            if own.contains(&tag.as_str()) || taken.insert(tag.clone()) {
                nested.push(tag);
            } else if !variants.iter().any(|it| it.tag == tag) {
                let holder = merged.iter().find(|it| it.nested.contains(&tag));
                is_taken(types, holder, (variant, &tag), property, sink);
            }
        }
        let others = own
            .into_iter()
            .filter(|tag| !nested.iter().any(|it| it == tag));
        nested.extend(others.map(str::to_owned).collect::<Vec<_>>());
        merged.push(TaggedVariant {
            tag: nested.first().unwrap_or(&variant.tag).clone(),
            nested,
            is_mapped: variant.is_mapped,
            variant: variant.variant.clone(),
        });
    }
    merged
}

/// Reports a tag of an inner union that selects a variant of another union.
fn is_taken(
    types: &TypeTable,
    holder: Option<&TaggedVariant>,
    (variant, tag): (&TaggedVariant, &str),
    property: &str,
    sink: &mut Sink,
) {
    let ty = types.text(&variant.variant.ty);
    let message = format!("`{property}: {tag}` already selects another variant, not `{ty}`");
    let help = "give each variant a unique value, or list the value in the `mapping`";
    let origin = &variant.variant.origin;
    let mut finding = Diagnostic::warning(Code::AmbiguousUnion, origin, message).help(help);
    if let Some(holder) = holder {
        finding = finding.label(&holder.variant.origin, "selects this variant");
    }
    sink.report(finding);
}

/// The objects of a union without a discriminator by their value of the tag, or the variant unchanged.
fn opened(types: &TypeTable, property: &str, variant: &TaggedVariant) -> Vec<TaggedVariant> {
    let mut leaves = Vec::new();
    let id = types.resolve_id(&variant.variant.ty);
    let is_open = id.is_some_and(|id| {
        is_untagged(types, id)
            && collect_leaves(
                types,
                property,
                &variant.variant,
                &mut BTreeSet::new(),
                &mut leaves,
            )
    });
    if is_open {
        leaves
    } else {
        vec![variant.clone()]
    }
}

/// Whether every object of the variant has one value for the tag.
fn collect_leaves(
    types: &TypeTable,
    property: &str,
    variant: &Variant,
    seen: &mut BTreeSet<TypeId>,
    leaves: &mut Vec<TaggedVariant>,
) -> bool {
    let Some(id) = types.resolve_id(&variant.ty) else {
        return false;
    };
    let mut add = |tag: &str| {
        leaves.push(TaggedVariant {
            tag: tag.to_owned(),
            nested: Vec::new(),
            is_mapped: false,
            variant: variant.clone(),
        });
    };
    match &types.get(id).shape {
        Shape::Struct(object) => {
            let declared = object.properties.iter().find(|it| it.name == property);
            let tag = declared.and_then(|it| only_value(types, it));
            tag.map(&mut add).is_some()
        }
        Shape::Union(union) => match &union.variants {
            Variants::Untagged(variants) => {
                !seen.insert(id)
                    || variants
                        .iter()
                        .all(|it| collect_leaves(types, property, it, seen, leaves))
            }
            Variants::Tagged(discriminator, variants) => {
                let is_same = discriminator.property == property;
                for variant in variants {
                    add(&variant.tag);
                }
                is_same
            }
        },
        _ => false,
    }
}

/// The only string value of a property.
fn only_value<'a>(types: &'a TypeTable, property: &'a Property) -> Option<&'a str> {
    let TypeRef::Named(_) = &property.ty else {
        return None;
    };
    match types.resolve_shape(&property.ty)? {
        Shape::Enum(listed) => match &listed.values {
            EnumValues::Strings(values) => match values.as_slice() {
                [only] => Some(&only.value),
                _ => None,
            },
            EnumValues::Integers(..) => None,
        },
        _ => None,
    }
}

/// Every tag of a union; those of nested unions come first.
fn all_tags(types: &TypeTable, property: &str, union: TypeId) -> Vec<String> {
    let mut tags = Vec::new();
    let mut seen = BTreeSet::new();
    collect_tags(types, property, union, &mut seen, &mut tags);
    tags
}

fn collect_tags(
    types: &TypeTable,
    property: &str,
    union: TypeId,
    seen: &mut BTreeSet<TypeId>,
    tags: &mut Vec<String>,
) {
    let Some((_, variants)) = tagged(types, union).filter(|_| seen.insert(union)) else {
        return;
    };
    for variant in variants {
        for variant in opened(types, property, variant) {
            if let Some(inner) = inner(types, property, &variant.variant.ty) {
                collect_tags(types, property, inner, seen, tags);
            }
            if !tags.contains(&variant.tag) {
                tags.push(variant.tag);
            }
        }
    }
}

/// The union with this discriminator behind a type.
fn inner(types: &TypeTable, property: &str, ty: &TypeRef) -> Option<TypeId> {
    let id = types.resolve_id(ty)?;
    let (inner, _) = tagged(types, id)?;
    (inner == property).then_some(id)
}

fn tagged(types: &TypeTable, id: TypeId) -> Option<(&str, &[TaggedVariant])> {
    match &types.get(id).shape {
        Shape::Union(union) => match &union.variants {
            Variants::Tagged(tag, variants) => Some((&tag.property, variants)),
            Variants::Untagged(_) => None,
        },
        _ => None,
    }
}

fn is_untagged(types: &TypeTable, id: TypeId) -> bool {
    match &types.get(id).shape {
        Shape::Union(union) => union.variants.discriminator().is_none(),
        _ => false,
    }
}

fn is_union(types: &TypeTable, ty: &TypeRef) -> bool {
    let id = types.resolve_id(ty);
    id.is_some_and(|id| matches!(types.get(id).shape, Shape::Union(_)))
}
