//! Externally tagged alternatives, as serde represents enums: `{"Moved": 3}`, and `"Idle"` without a value.
//!
//! Such an alternative is a variant that holds the value of the key, or none, instead of a struct of one field or an enum of one
//! value. Components and alternatives with a name or title remain types.

use std::collections::BTreeMap;

use crate::analyze::direction::{bodies, named};
use crate::ir::Primitive;
use crate::ir::{
    Access, AdditionalProperties, Api, EnumValues, NameHint, Owner, Property, Role, Shape,
    StringFormat, TypeDef, TypeId, TypeRef, TypeTable, Variant, VariantForm, Variants,
};

/// Converts the alternatives of all unions without a discriminator.
pub(super) fn open(api: &mut Api) {
    let uses = uses(api);
    let types = &mut api.types;
    let ids: Vec<_> = types.iter().map(|ty| ty.id).collect();
    for id in ids {
        let Shape::Union(mut union) = types.get(id).shape.clone() else {
            continue;
        };
        if let Variants::Untagged(variants) = &mut union.variants {
            for variant in variants {
                let inline = inline(types, id, &variant.ty).filter(|it| uses.get(it) == Some(&1));
                if let Some(inline) = inline {
                    open_variant(types, variant, inline);
                }
            }
        }
        types.get_mut(id).shape = Shape::Union(union);
    }
}

/// The number of uses of each type.
fn uses(api: &Api) -> BTreeMap<TypeId, usize> {
    let parameters = api.operations.iter().flat_map(|it| &it.parameters);
    let parameters = parameters.map(|parameter| &parameter.ty);
    let bodies = api.operations.iter().flat_map(bodies).map(|(_, ty)| ty);
    let held = api.types.iter().flat_map(|ty| ty.shape.mentions());
    let mut uses = BTreeMap::new();
    for id in parameters.chain(bodies).chain(held).flat_map(named) {
        *uses.entry(id).or_default() += 1;
    }
    uses
}

/// The type of an inline alternative.
fn inline(types: &TypeTable, union: TypeId, ty: &TypeRef) -> Option<TypeId> {
    let TypeRef::Named(id) = ty else {
        return None;
    };
    let def = types.get(*id);
    let is_inline = matches!(
        &def.hint,
        NameHint::Nested { owner: Owner::Type(owner), role: Role::Variant(_) } if *owner == union
    );
    (is_inline && def.given.is_none()).then_some(*id)
}

fn open_variant(types: &mut TypeTable, variant: &mut Variant, inline: TypeId) {
    let def = types.get(inline);
    if let Some(text) = only_value(def) {
        variant.form = VariantForm::Constant(text);
        variant.ty = TypeRef::Primitive(Primitive::String(StringFormat::Plain));
    } else if let Some(property) = only_property(def).filter(|it| it.name == variant.label) {
        let docs = &mut variant.docs;
        docs.description = docs.description.take().or(property.docs.description);
        variant.form = VariantForm::Keyed(property.name.clone());
        variant.ty = property.ty;
        hand_over(types, inline, &property.name);
    }
}

/// The value of an enum of one string.
fn only_value(def: &TypeDef) -> Option<String> {
    let Shape::Enum(listed) = &def.shape else {
        return None;
    };
    match &listed.values {
        EnumValues::Strings(values) => match values.as_slice() {
            [only] => Some(only.value.clone()),
            _ => None,
        },
        EnumValues::Integers(..) => None,
    }
}

/// The only property of an object, if it is required and there is nothing else.
fn only_property(def: &TypeDef) -> Option<Property> {
    let Shape::Struct(object) = &def.shape else {
        return None;
    };
    let is_bare = object.constants.is_empty() && object.additional == AdditionalProperties::Ignored;
    match object.properties.as_slice() {
        [only] => {
            let is_plain = only.required && only.constant.is_none() && only.given.is_none();
            let goes_both_ways = only.access == Access::ReadWrite;
            (is_bare && is_plain && goes_both_ways).then(|| only.clone())
        }
        _ => None,
    }
}

/// Inline types of the property take the place of the removed object.
fn hand_over(types: &mut TypeTable, object: TypeId, property: &str) {
    let hint = types.get(object).hint.clone();
    let inside: Vec<_> = types
        .iter()
        .filter(|ty| match &ty.hint {
            NameHint::Nested {
                owner: Owner::Type(owner),
                role: Role::Property(name),
            } => *owner == object && name == property,
            _ => false,
        })
        .map(|ty| ty.id)
        .collect();
    for id in inside {
        types.get_mut(id).hint = hint.clone();
    }
}
