//! Properties with a known value: required ones with one value, and the tags of variants.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{
    Constant, EnumValues, Literal, Primitive, Property, Scalar, Shape, TaggedVariant, TypeId,
    TypeRef, TypeTable, Variants,
};

/// By object and key, the values of discriminators that select the object.
type Tags = BTreeMap<(TypeId, String), BTreeSet<String>>;

/// Converts properties with one value to constants.
pub(super) fn fix(types: &mut TypeTable) {
    let tags = tags(types);
    let fixed: Vec<_> = types
        .iter()
        .filter_map(|ty| match &ty.shape {
            Shape::Struct(object) => {
                let properties = object.properties.iter();
                let constants = properties.filter_map(|it| constant(types, &tags, ty.id, it));
                Some((ty.id, constants.collect::<Vec<_>>()))
            }
            _ => None,
        })
        .collect();
    for (id, constants) in fixed {
        if let Shape::Struct(object) = &mut types.get_mut(id).shape {
            let is_constant = |name: &str| constants.iter().any(|it| it.name == name);
            object.properties.retain(|it| !is_constant(&it.name));
            object.constants.extend(constants);
        }
    }
}

/// The constant of a property. An optional property is not constant, because other values of the type lack it.
fn constant(types: &TypeTable, tags: &Tags, id: TypeId, property: &Property) -> Option<Constant> {
    if !property.required {
        return None;
    }
    let tag = tags.get(&(id, property.name.clone()));
    let tag = tag.filter(|tags| tags.len() == 1).and_then(BTreeSet::first);
    let tag = tag.filter(|tag| takes(types, &property.ty, tag));
    let value = tag.cloned().map(Literal::String);
    let value = value.or_else(|| only_value(types, property))?;
    Some(Constant {
        origin: property.origin.clone(),
        name: property.name.clone(),
        value,
        access: property.access,
    })
}

/// Whether a type is a string that allows this value.
fn takes(types: &TypeTable, ty: &TypeRef, text: &str) -> bool {
    match types.resolve_value(ty) {
        TypeRef::Primitive(Primitive::String(_)) => true,
        TypeRef::Named(id) => match &types.get(*id).shape {
            Shape::Enum(listed) => match &listed.values {
                EnumValues::Strings(values) => values.iter().any(|it| it.value == text),
                EnumValues::Integers(..) => false,
            },
            Shape::Scalar(Scalar::Text(..)) => true,
            _ => false,
        },
        _ => false,
    }
}

/// The only value that a property allows, if any.
fn only_value(types: &TypeTable, property: &Property) -> Option<Literal> {
    if matches!(types.resolve(&property.ty), TypeRef::Nullable(_)) {
        return None;
    }
    if let Some(value) = &property.constant {
        return Some(value.clone());
    }
    match types.resolve_shape(&property.ty)? {
        Shape::Enum(listed) => listed.values.only(),
        _ => None,
    }
}

/// The objects that the values of all discriminators select, through unions with another discriminator or none.
fn tags(types: &TypeTable) -> Tags {
    let mut tags = Tags::new();
    for ty in types {
        let Shape::Union(union) = &ty.shape else {
            continue;
        };
        let Variants::Tagged(discriminator, variants) = &union.variants else {
            continue;
        };
        for variant in variants.iter().filter(|it| it.nested.is_empty()) {
            for object in objects(types, &variant.variant.ty) {
                if !is_said(types, object, &discriminator.property, variant) {
                    continue;
                }
                let key = (object, discriminator.property.clone());
                tags.entry(key).or_default().insert(variant.tag.clone());
            }
        }
    }
    tags
}

/// Whether the document declares the tag of an object: in a mapping, or in the values of the property.
/// The name of the schema as the tag is a guess, and elsewhere the property may have any value.
fn is_said(types: &TypeTable, object: TypeId, property: &str, variant: &TaggedVariant) -> bool {
    let Shape::Struct(object) = &types.get(object).shape else {
        return false;
    };
    let mut declared = object.properties.iter().filter(|it| it.name == property);
    let is_listed = |it: &Property| {
        let id = types.resolve_id(&it.ty);
        id.is_some_and(|id| matches!(types.get(id).shape, Shape::Enum(_)))
    };
    variant.is_mapped || declared.any(is_listed)
}

fn objects(types: &TypeTable, ty: &TypeRef) -> Vec<TypeId> {
    let mut objects = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        let Some(id) = types.resolve_id(ty).filter(|id| seen.insert(*id)) else {
            continue;
        };
        match &types.get(id).shape {
            Shape::Struct(_) => objects.push(id),
            Shape::Union(union) => open.extend(union.variants.iter().map(|it| &it.ty)),
            _ => {}
        }
    }
    objects
}
