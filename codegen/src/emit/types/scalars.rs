use proc_macro2::TokenStream;
use quote::quote;

use crate::analyze::Secrecy;
use crate::emit::ident::ident;
use crate::emit::literal::{number, option};
use crate::emit::{docs, ty};
use crate::plan::types::{Integer, Text};

pub(super) fn text(item: &Text<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(item.ident);
    let macro_name = match item.secrecy {
        Secrecy::Secret => quote!(secret_text),
        Secrecy::Shown => quote!(text),
    };
    let label = item.ident;
    let source = option(item.pattern);
    let automaton = item.automaton.map(|automaton| {
        let automaton = ident(automaton);
        quote!(matches patterns::#automaton)
    });
    let min_length = bound(item.min_length);
    let max_length = bound(item.max_length);
    let formatted = item.rich.map(|rich| {
        let format = ident(rich.name);
        quote!(wire::formatted_text!(#name: wire::#format);)
    });
    quote! {
        #docs
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct #name(wire::TextValue);
        wire::#macro_name!(#name #automaton, wire::Text {
            name: #label,
            pattern: #source,
            min_length: #min_length,
            max_length: #max_length,
        });
        #formatted
    }
}

pub(super) fn integer(item: &Integer<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(item.ident);
    let label = item.ident;
    let repr = ty::integer(item.width);
    let minimum = bound(item.bounds.minimum);
    let maximum = bound(item.bounds.maximum);
    let multiple_of = bound(item.bounds.multiple_of);
    quote! {
        #docs
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct #name(wire::IntegerValue<#repr>);
        wire::integer!(#name(#repr), wire::Bounds {
            name: #label,
            minimum: #minimum,
            maximum: #maximum,
            multiple_of: #multiple_of,
        });
    }
}

/// The mark of a type whose values are not printed.
pub(super) fn secret(secrecy: Secrecy) -> Option<TokenStream> {
    match secrecy {
        Secrecy::Secret => Some(quote!(secret)),
        Secrecy::Shown => None,
    }
}

fn bound(value: Option<impl Into<i128>>) -> TokenStream {
    option(value.map(|value| number(value.into())))
}
