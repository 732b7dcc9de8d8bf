//! Bodies that differ by status: enums for them, and the way to the bodies of failures.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::status;
use super::{Payload, link};
use crate::analyze::{Body, Failure, Outcome, Span, Success};
use crate::emit::docs::Doc;
use crate::emit::model::{NamedOperation, ident};
use crate::emit::type_ref::{nullable_type, rust_type};
use crate::emit::{Model, markdown, rt};
use crate::ir::TypeRef;
use crate::name::OutcomeNames;

/// The types of what comes back.
pub(super) fn mentioned(operation: NamedOperation<'_>) -> impl Iterator<Item = &TypeRef> {
    let successes = match &operation.facts.success {
        Success::Nothing => Vec::new(),
        Success::Body(body) | Success::Optional(body, _) => vec![*body],
        Success::ByStatus(outcomes) => bodies(outcomes),
    };
    let failures = match &operation.facts.failure {
        None => Vec::new(),
        Some(Failure::Body(body, _)) => vec![*body],
        Some(Failure::ByStatus(outcomes)) => bodies(outcomes),
    };
    let all = successes.into_iter().chain(failures);
    all.filter_map(move |body| match Payload::of_media(operation.media(body)) {
        Payload::Value(ty) => Some(ty),
        _ => None,
    })
}

fn bodies(outcomes: &[Outcome]) -> Vec<Body> {
    outcomes.iter().filter_map(Outcome::body).collect()
}

/// `202 | 210..=299`
pub(in crate::emit) fn pattern(statuses: &[Span]) -> TokenStream {
    let spans = statuses.iter().map(|(first, last)| {
        let [first, last] =
            [first, last].map(|status| proc_macro2::Literal::u16_unsuffixed(*status));
        if first.to_string() == last.to_string() {
            quote!(#first)
        } else {
            quote!(#first..=#last)
        }
    });
    quote!(#(#spans)|*)
}

/// Takes the redirects that the document describes for successes.
pub(super) fn redirects(operation: NamedOperation<'_>) -> Option<TokenStream> {
    let spans = operation.facts.redirects.as_slice();
    let statuses = pattern(spans);
    (!spans.is_empty()).then(|| quote!(call.redirects(|status| matches!(status, #statuses));))
}

/// The enums of an operation, and the method that reads the bodies of failures.
pub(super) fn items(model: &Model<'_>, operation: NamedOperation<'_>) -> TokenStream {
    let success = success(model, operation);
    let failure = failure(model, operation);
    quote!(#success #failure)
}

fn success(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<TokenStream> {
    let Success::ByStatus(outcomes) = &operation.facts.success else {
        return None;
    };
    let names = operation.names.success.as_ref()?;
    let lead = format!("What {} gives, by status.", link(model, operation));
    let is_open = !Outcome::cover_successes(outcomes);
    Some(enumeration(
        model, operation, names, outcomes, &lead, is_open,
    ))
}

fn failure(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<TokenStream> {
    let constant = ident(&operation.names.constant);
    let builder = ident(&operation.names.builder);
    match operation.facts.failure.as_ref()? {
        Failure::Body(body, statuses) => {
            let ty = nullable_type(model, &operation.media(*body).ty);
            let statuses = pattern(statuses);
            Some(quote!(outcome::failure!(#constant: #builder -> #ty, #statuses);))
        }
        Failure::ByStatus(outcomes) => {
            let names = operation.names.failure.as_ref()?;
            let lead = format!(
                "What failures of {} carry, by status.",
                link(model, operation)
            );
            let ident = ident(&names.ident);
            let items = enumeration(model, operation, names, outcomes, &lead, false);
            Some(quote!(#items outcome::failure!(#constant: #builder -> outcome #ident);))
        }
    }
}

fn enumeration(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    names: &OutcomeNames,
    outcomes: &[Outcome],
    lead: &str,
    is_open: bool,
) -> TokenStream {
    let docs = Doc::default().paragraph(lead).outer();
    let ident = ident(&names.ident);
    let outcomes = outcomes.iter().zip(&names.variants);
    let variants = outcomes.clone().map(|(outcome, name)| {
        let docs = variant_docs(operation, outcome).outer();
        let name = super::ident(name);
        let payload = payload(model, operation, outcome).map(|payload| quote!((#payload)));
        quote!(#docs #name #payload,)
    });
    let rows = outcomes.map(|(outcome, name)| {
        let (statuses, name) = (pattern(&outcome.statuses), super::ident(name));
        let body = outcome.body().map(|body| {
            let payload = Payload::of_media(operation.media(body));
            let row = match payload {
                Payload::Value(ty) if outcome.is_redirect() => {
                    Payload::Optional(ty, &[]).row(model)
                }
                payload => payload.row(model),
            };
            quote!((#row))
        });
        quote!(#statuses => #name #body)
    });
    let (rest, otherwise) = if is_open {
        let unknown = rt::unknown_response();
        let docs = "A success with a status that the document does not have.";
        let docs = Doc::default().paragraph(docs).outer();
        (quote!(#docs Unknown(#unknown),), quote!(else Unknown))
    } else {
        (quote!(), quote!())
    };
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "the API decides how large its bodies are")]
        pub enum #ident { #(#variants)* #rest }
        outcome::outcomes!(#ident { #(#rows,)* } #otherwise);
    }
}

fn variant_docs(operation: NamedOperation<'_>, outcome: &Outcome) -> Doc {
    let response = &operation.def.responses[outcome.response];
    let status = status(response.status);
    let text = response.docs.description.as_deref().unwrap_or_default();
    Doc::default().paragraph(format!("{status}: {}", markdown::inline(text)).trim_end_matches(": "))
}

fn payload(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    outcome: &Outcome,
) -> Option<TokenStream> {
    Some(match Payload::of_media(operation.media(outcome.body()?)) {
        Payload::Value(ty) if outcome.is_redirect() => {
            let ty = rust_type(model, ty);
            quote!(Option<#ty>)
        }
        Payload::Value(ty) => nullable_type(model, ty),
        Payload::Text => quote!(String),
        Payload::Secret => rt::secret(),
        _ => rt::bytes(),
    })
}
