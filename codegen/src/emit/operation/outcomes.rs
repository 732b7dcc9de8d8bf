use std::cmp::Ordering;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::analyze::Span;
use crate::emit::ident::ident;
use crate::emit::{docs, ty};
use crate::plan::operation::{Failure, Operation, Outcomes, Payload};

/// A body as the runtime's macros name it.
pub(super) fn payload(payload: &Payload<'_>) -> TokenStream {
    match payload {
        Payload::Nothing => quote!(()),
        Payload::Value(value) => ty::ty(value),
        Payload::Xml(value) => {
            let value = ty::ty(value);
            quote!(xml #value)
        }
        Payload::Optional(value, without) => {
            let (value, without) = (ty::ty(value), statuses(without));
            quote!(#value, none #without)
        }
        Payload::Text => quote!(text),
        Payload::Secret => quote!(secret),
        Payload::Bytes => quote!(bytes),
        Payload::Outcome(name) | Payload::StreamedOutcome(name) => {
            let name = ident(name);
            quote!(by_status #name)
        }
    }
}

/// `202 | 210..=299`
pub(in crate::emit) fn statuses(statuses: &[Span]) -> TokenStream {
    let spans = statuses.iter().map(|(first, last)| {
        let [start, end] = [first, last].map(|status| Literal::u16_unsuffixed(*status));
        match first.cmp(last) {
            Ordering::Less => quote!(#start..=#end),
            Ordering::Equal | Ordering::Greater => quote!(#start),
        }
    });
    quote!(#(#spans)|*)
}

pub(super) fn success(outcomes: &Outcomes<'_>) -> TokenStream {
    enumeration(outcomes, &TokenStream::new())
}

pub(super) fn failure(operation: &Operation<'_>, failure: &Failure<'_>) -> TokenStream {
    let constant = ident(operation.constant);
    let builder = ident(operation.builder);
    match failure {
        Failure::Body(body, spans) => {
            let (body, statuses) = (ty::ty(body), statuses(spans));
            quote!(call::failure!(#constant: #builder -> #body, #statuses);)
        }
        Failure::ByStatus(outcomes) => {
            let (name, items) = (
                ident(outcomes.ident),
                enumeration(outcomes, &quote!(failure)),
            );
            quote!(#items call::failure!(#constant: #builder -> by_status #name);)
        }
    }
}

fn enumeration(outcomes: &Outcomes<'_>, mark: &TokenStream) -> TokenStream {
    let docs = docs::outer(&outcomes.docs);
    let name = ident(outcomes.ident);
    let variants = outcomes.variants.iter().map(|variant| {
        let docs = docs::outer(&variant.docs);
        let name = ident(variant.ident);
        let payload = variant.payload.iter().map(|payload| ty::ty(&payload.ty()));
        quote!(#docs #name #((#payload))*,)
    });
    let rows = outcomes.variants.iter().map(|variant| {
        let (statuses, name) = (statuses(variant.statuses), ident(variant.ident));
        let body = variant.payload.iter().map(payload);
        quote!(#statuses => #name #((#body))*)
    });
    let rest = outcomes.rest.as_ref().map(|docs| {
        let docs = docs::outer(docs);
        quote!(#docs Unknown(crate::UnknownResponse),)
    });
    let otherwise = outcomes.rest.as_ref().map(|_| quote!(else Unknown));
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* #rest }
        call::by_status!(#mark #name { #(#rows,)* } #otherwise);
    }
}
