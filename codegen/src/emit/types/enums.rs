use proc_macro2::TokenStream;
use quote::quote;

use super::type_docs;
use crate::emit::docs::Doc;
use crate::emit::literal::number;
use crate::emit::markdown;
use crate::emit::model::NamedType;
use crate::ir::{Enum, EnumValues, EnumVariant};

/// An enum that is open: a value that the document does not list is kept.
pub(super) fn emit(ty: NamedType<'_>, shape: &Enum) -> TokenStream {
    match &shape.values {
        EnumValues::Strings(values) => {
            let payload = quote!(wire::UnknownValue);
            let table = quote!(wire::string_enum!);
            open_enum(ty, values, &payload, &table, |value| quote!(#value))
        }
        EnumValues::Integers(_, values) => {
            let payload = quote!(wire::UnknownInteger);
            let table = quote!(wire::integer_enum!);
            open_enum(ty, values, &payload, &table, |value| {
                number((*value).into())
            })
        }
    }
}

fn open_enum<T: ToString>(
    ty: NamedType<'_>,
    values: &[EnumVariant<T>],
    payload: &TokenStream,
    table: &TokenStream,
    literal: impl Fn(&T) -> TokenStream,
) -> TokenStream {
    let docs = type_docs(ty).outer();
    let ident = ty.ident();
    let rest = ty.rest();
    let otherwise = (rest != "Unknown").then(|| quote!(else #rest));
    let idents: Vec<_> = (0..values.len()).map(|index| ty.member(index)).collect();
    let variant_docs = values.iter().map(|variant| {
        Doc::default()
            .paragraph(&markdown::code(&variant.value.to_string()))
            .markdown(variant.description.as_deref())
            .outer()
    });
    let literals = values.iter().map(|variant| literal(&variant.value));
    quote! {
        #docs
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variant_docs #idents,)*
            /// A value that this version of the crate does not know.
            #rest(#payload),
        }
        #table(#ident { #(#idents = #literals,)* } #otherwise);
    }
}
