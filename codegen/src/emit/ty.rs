use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use crate::analyze::Holding;
use crate::ir::Integer;
use crate::plan::{Argument, Box_, Rich, Type};

/// A type.
pub(super) fn ty(ty: &Type<'_>) -> TokenStream {
    within(&TokenStream::new(), ty)
}

/// A type, with the types of the API in a module: where another item can have the name of one of them.
pub(super) fn within(module: &TokenStream, ty: &Type<'_>) -> TokenStream {
    let part = |ty: &Type<'_>| within(module, ty);
    let generic = |name: TokenStream, argument: &Type<'_>| {
        let argument = part(argument);
        quote!(#name<#argument>)
    };
    match ty {
        Type::Bool => quote!(bool),
        Type::Integer(width) => integer(*width),
        Type::F32 => quote!(f32),
        Type::F64 => quote!(f64),
        Type::Decimal(_) => quote!(crate::wire::Decimal),
        Type::String => quote!(String),
        Type::Formatted(rich) => formatted(rich),
        Type::Secret => quote!(crate::Secret),
        Type::Part => quote!(crate::wire::Part),
        Type::Json => quote!(serde_json::Value),
        Type::Bytes => quote!(bytes::Bytes),
        Type::Body => quote!(crate::Body),
        Type::Named(_, name) => {
            let ident = ident(name);
            quote!(#module #ident)
        }
        Type::List(item) => generic(quote!(Vec), item),
        Type::Tuple(positions) => {
            let positions = positions.iter().map(part);
            quote!((#(#positions),*))
        }
        Type::Map(value) => {
            let value = part(value);
            quote!(BTreeMap<String, #value>)
        }
        Type::Optional(value) => generic(quote!(Option), value),
        Type::Patch(value) => generic(quote!(wire::Patch), value),
        Type::Boxed(Box_::Std, value) => generic(quote!(Box), value),
        Type::Boxed(Box_::Opaque, value) => generic(quote!(wire::OpaqueBox), value),
    }
}

fn formatted(rich: &Rich) -> TokenStream {
    let format = ident(rich.name);
    quote!(crate::wire::Formatted<crate::wire::#format>)
}

pub(super) fn integer(width: Integer) -> TokenStream {
    match width {
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

/// The type of an argument.
pub(super) fn argument(argument: &Argument<'_>) -> TokenStream {
    match argument {
        Argument::Value(value) => ty(value),
        Argument::Reference(value) => {
            let value = ty(value);
            quote!(&#value)
        }
        Argument::Text
        | Argument::Integer(_)
        | Argument::Into(_)
        | Argument::IntoEnum(_)
        | Argument::Items(..)
        | Argument::Entries(..) => {
            let bound = bound(argument);
            quote!(impl #bound)
        }
    }
}

/// The trait of the values of an argument, unless it has one type.
pub(super) fn bound(argument: &Argument<'_>) -> Option<TokenStream> {
    match argument {
        Argument::Value(_) | Argument::Reference(_) => None,
        Argument::Text => Some(quote!(AsRef<str>)),
        Argument::Into(target) => {
            let target = ty(target);
            Some(quote!(Into<#target>))
        }
        Argument::IntoEnum(name) => {
            let name = ident(name);
            Some(quote!(Into<#name>))
        }
        Argument::Integer(_) => Some(quote!(crate::wire::IntegerArgument)),
        Argument::Items(_, item) => {
            let item = ty(item);
            Some(quote!(IntoIterator<Item: Into<#item>>))
        }
        Argument::Entries(_, value) => {
            let value = ty(value);
            Some(quote!(IntoIterator<Item: crate::wire::Entry<#value>>))
        }
    }
}

/// An argument as a value of its target.
pub(super) fn converted(argument: &Argument<'_>, value: &TokenStream) -> TokenStream {
    match argument {
        Argument::Value(_) | Argument::Reference(_) | Argument::Text => value.clone(),
        Argument::Integer(width) => {
            let width = integer(*width);
            quote!(crate::wire::plain_integer::<#width>(#value))
        }
        Argument::Entries(..) => {
            quote!(#value.into_iter().map(crate::wire::Entry::into_entry).collect())
        }
        Argument::Into(_) | Argument::IntoEnum(_) => quote!(#value.into()),
        Argument::Items(..) => quote!(#value.into_iter().map(Into::into).collect()),
    }
}

/// The function that boxes a value, if it is boxed.
pub(super) fn box_constructor(holding: Holding) -> Option<TokenStream> {
    match holding {
        Holding::Inline => None,
        Holding::Boxed => Some(quote!(Box::new)),
        Holding::Opaque => Some(quote!(wire::OpaqueBox::new)),
    }
}

/// A value as it is held.
pub(super) fn held(holding: Holding, value: TokenStream) -> TokenStream {
    match box_constructor(holding) {
        None => value,
        Some(new) => quote!(#new(#value)),
    }
}
