use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs;
use crate::emit::ident::ident;
use crate::emit::literal::number;
use crate::plan::types::{Enum, EnumKind, EnumVariant};

pub(super) fn emit(item: &Enum<'_>) -> TokenStream {
    match &item.variants {
        EnumKind::Strings(variants) => {
            let payload = quote!(wire::UnknownValue);
            let table = quote!(wire::string_enum!);
            open_enum(item, variants, &payload, &table, |value| quote!(#value))
        }
        EnumKind::Integers(variants) => {
            let payload = quote!(wire::UnknownInteger);
            let table = quote!(wire::integer_enum!);
            open_enum(item, variants, &payload, &table, |value| {
                number((*value).into())
            })
        }
    }
}

fn open_enum<T>(
    item: &Enum<'_>,
    variants: &[EnumVariant<'_, T>],
    payload: &TokenStream,
    table: &TokenStream,
    literal: impl Fn(&T) -> TokenStream,
) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(item.ident);
    let rest = ident(item.rest);
    let otherwise = item.unusual_rest.map(|rest| {
        let rest = ident(rest);
        quote!(else #rest)
    });
    let idents: Vec<_> = variants.iter().map(|it| ident(it.ident)).collect();
    let variant_docs = variants.iter().map(|it| docs::outer(&it.docs));
    let literals = variants.iter().map(|it| literal(&it.value));
    quote! {
        #docs
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variant_docs #idents,)*
            /// A value that is unknown to this version of the crate.
            #rest(#payload),
        }
        #table(#name { #(#idents = #literals,)* } #otherwise);
    }
}
