use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::model::NamedType;
use crate::emit::type_ref::Imports;
use crate::emit::{Model, rt};
use crate::ir::{AdditionalProperties, Check, Scalar, Shape};

/// What a file with these types has to bring into scope: the standard library, the runtime, the types of other files.
pub(super) fn of(model: &Model<'_>, types: &[NamedType<'_>]) -> TokenStream {
    let mut imports = Imports::default();
    let (mut cow, mut wire, mut patterns) = (false, false, false);
    for ty in types {
        wire |= !matches!(ty.def.shape, Shape::Alias(_));
        match &ty.def.shape {
            Shape::Struct(object) => {
                object.properties.iter().for_each(|it| imports.add(&it.ty));
                if let AdditionalProperties::Kept(values) = &object.additional {
                    imports.add_map();
                    imports.add(values);
                }
            }
            Shape::Union(union) => union.variants.iter().for_each(|it| imports.add(&it.ty)),
            Shape::Alias(target) => imports.add(target),
            Shape::Scalar(Scalar::Text(rules, _)) => {
                cow = true;
                let check = rules.pattern.as_ref().map(|pattern| &pattern.check);
                patterns |= matches!(check, Some(Check::Automaton(_)));
            }
            Shape::Scalar(Scalar::Integer(..)) | Shape::Enum(_) => {}
        }
    }
    for ty in types {
        imports.remove(ty.def.id);
    }
    let cow = cow.then(|| {
        quote!(
            use std::borrow::Cow;
        )
    });
    let map = imports.std();
    let wire = wire.then(rt::types_prelude);
    let patterns = patterns.then(|| {
        quote!(
            use super::patterns;
        )
    });
    let types = imports.types(model, &quote!(super));
    quote!(#cow #map #wire #patterns #types)
}
