use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::model::ident;
use super::{Model, rt};
use crate::ir::{
    Integer, Number, Primitive, Property, Scalar, Shape, StringFormat, TypeId, TypeRef,
};

/// The Rust type of a value, `null` aside.
pub(super) fn rust_type(model: &Model<'_>, ty: &TypeRef) -> TokenStream {
    match ty {
        TypeRef::Primitive(primitive) => primitive_type(*primitive),
        TypeRef::Named(id) => {
            let ident = model.get(*id).ident();
            quote!(#ident)
        }
        TypeRef::List(item) => {
            let item = nullable_type(model, item);
            quote!(Vec<#item>)
        }
        TypeRef::Tuple(positions) => {
            let positions = positions.iter().map(|it| nullable_type(model, it));
            quote!((#(#positions),*))
        }
        TypeRef::Map(value) => {
            let value = nullable_type(model, value);
            quote!(BTreeMap<String, #value>)
        }
        TypeRef::Nullable(inner) => rust_type(model, inner),
        TypeRef::Any => rt::json_value(),
    }
}

/// The Rust type of a value that may be `null` where the document says so.
pub(super) fn nullable_type(model: &Model<'_>, ty: &TypeRef) -> TokenStream {
    let value = rust_type(model, ty);
    match ty {
        TypeRef::Nullable(_) => quote!(Option<#value>),
        _ => value,
    }
}

fn primitive_type(primitive: Primitive) -> TokenStream {
    match primitive {
        Primitive::Bool => quote!(bool),
        Primitive::Integer(integer) => integer_type(integer),
        Primitive::Number(Number::F32) => quote!(f32),
        Primitive::Number(Number::F64) => quote!(f64),
        Primitive::Number(Number::Decimal) => rt::decimal(),
        Primitive::String(StringFormat::Password) => rt::secret(),
        Primitive::String(_) => quote!(String),
        Primitive::File => rt::part(),
    }
}

pub(super) fn integer_type(integer: Integer) -> TokenStream {
    match integer {
        Integer::I8 => quote!(i8),
        Integer::I16 => quote!(i16),
        Integer::I32 => quote!(i32),
        Integer::I64 => quote!(i64),
        Integer::U8 => quote!(u8),
        Integer::U16 => quote!(u16),
        Integer::U32 => quote!(u32),
        Integer::U64 => quote!(u64),
    }
}

/// How a field says that its value may be missing or `null`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// Always there.
    Required,
    /// Always there, or `null`.
    Nullable,
    /// May be missing.
    Optional,
    /// May be missing or `null`, and a request tells these apart.
    Patch,
}

pub(super) fn presence(property: &Property, in_request: bool) -> Presence {
    let nullable = matches!(property.ty, TypeRef::Nullable(_));
    match (property.required, nullable) {
        (true, false) => Presence::Required,
        (true, true) => Presence::Nullable,
        (false, true) if in_request => Presence::Patch,
        (false, _) => Presence::Optional,
    }
}

/// What a caller hands over for a value of a type.
pub(super) enum Argument {
    /// The value itself.
    Value(TokenStream),
    /// Whatever converts into the value.
    Into(TokenStream),
}

/// How a constructor or setter takes a value that it keeps.
pub(super) fn owned_argument(model: &Model<'_>, ty: &TypeRef) -> Argument {
    let rust = rust_type(model, ty);
    match ty {
        TypeRef::Nullable(_) => Argument::Into(quote!(Option<#rust>)),
        TypeRef::Primitive(
            Primitive::String(_) | Primitive::File | Primitive::Number(Number::Decimal),
        )
        | TypeRef::Any => Argument::Into(rust),
        TypeRef::Named(_) => match model.shape(ty) {
            Some(Shape::Enum(_) | Shape::Union(_)) => Argument::Into(rust),
            _ => match resolved(model, ty).map(|target| owned_argument(model, target)) {
                Some(Argument::Into(_)) => Argument::Into(rust),
                _ => Argument::Value(rust),
            },
        },
        _ => Argument::Value(rust),
    }
}

/// Whether a value is handed over by copying it.
pub(super) fn is_copy(model: &Model<'_>, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Primitive(primitive) => !matches!(
            primitive,
            Primitive::String(_) | Primitive::File | Primitive::Number(Number::Decimal)
        ),
        TypeRef::Nullable(inner) => is_copy(model, inner),
        TypeRef::Named(_) => match model.shape(ty) {
            Some(Shape::Scalar(Scalar::Integer(..))) => true,
            _ => resolved(model, ty).is_some_and(|target| is_copy(model, target)),
        },
        _ => false,
    }
}

/// What an alias stands for, when it is one.
pub(super) fn resolved<'a>(model: &Model<'a>, ty: &TypeRef) -> Option<&'a TypeRef> {
    match ty {
        TypeRef::Named(id) => match &model.api.types.get(*id).shape {
            Shape::Alias(target) if target != ty => Some(target),
            _ => None,
        },
        _ => None,
    }
}

/// The names that a file has to import for the types it mentions.
#[derive(Default)]
pub(super) struct Imports {
    types: BTreeSet<TypeId>,
    map: bool,
}

impl Imports {
    pub(super) fn of<'a>(uses: impl IntoIterator<Item = &'a TypeRef>) -> Self {
        let mut imports = Self::default();
        for ty in uses {
            imports.add(ty);
        }
        imports
    }

    pub(super) fn add(&mut self, ty: &TypeRef) {
        match ty {
            TypeRef::Named(id) => {
                self.types.insert(*id);
            }
            wrapper => {
                self.map |= matches!(wrapper, TypeRef::Map(_));
                wrapper.parts().iter().for_each(|part| self.add(part));
            }
        }
    }

    pub(super) fn add_map(&mut self) {
        self.map = true;
    }

    pub(super) fn remove(&mut self, id: TypeId) {
        self.types.remove(&id);
    }

    /// The `use` item for maps, where there are any.
    pub(super) fn std(&self) -> Option<TokenStream> {
        self.map.then(|| {
            quote!(
                use std::collections::BTreeMap;
            )
        })
    }

    /// The `use` item for types, which are found in the module `from`.
    pub(super) fn types(&self, model: &Model<'_>, from: &TokenStream) -> Option<TokenStream> {
        let names: BTreeSet<&str> = self
            .types
            .iter()
            .map(|id| model.get(*id).names.ident.as_str())
            .collect();
        let idents: Vec<_> = names.into_iter().map(ident).collect();
        match idents.as_slice() {
            [] => None,
            [one] => Some(quote!(use #from::#one;)),
            many => Some(quote!(use #from::{#(#many),*};)),
        }
    }
}
