//! `src/lib.rs`

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Text};
use super::overview::{self, Links};
use super::{features, runtime};
use crate::plan::{Crate, Failures, Module};

pub(super) fn emit(plan: &Crate<'_>, modules: &[Module]) -> TokenStream {
    let docs = docs(plan).inner();
    let modules = modules.iter().map(|module| match module {
        Module::Api => quote! {
            #[doc = " The operations, by group: handles that the client gives, and the calls that they build."]
            pub mod api;
        },
        Module::Types => quote! {
            #[doc = " The types of the API."]
            pub mod types;
        },
        Module::Servers => quote!(
            pub mod servers;
        ),
    });
    let runtime = runtime::root();
    quote!(#docs #(#modules)* #runtime)
}

fn docs(plan: &Crate<'_>) -> Text {
    let overview = &plan.overview;
    let mut doc = docs::text(&overview.docs);
    if let Some(section) = overview::first_call(overview) {
        doc = section.document(doc);
    }
    if let Some(environment) = &overview.environment {
        doc = doc
            .paragraph("# Credentials")
            .paragraph(&overview::environment(environment));
    }
    doc = doc
        .paragraph("# Operations")
        .paragraph("Methods of [`Client`] give handles, whose methods give calls; nothing is sent before `send`.")
        .paragraph(&overview::operations(overview, Links::Rustdoc))
        .paragraph("# Errors")
        .paragraph(ERRORS);
    doc = match overview.failures {
        Failures::Shared => doc,
        Failures::Own => doc.paragraph(FAILURES),
    };
    for section in overview::more(overview, Links::Rustdoc) {
        doc = section.document(doc);
    }
    doc = doc
        .paragraph("# Features")
        .paragraph(&features::overview(&plan.features));
    match overview::gaps(overview).as_str() {
        "" => doc,
        gaps => doc.paragraph("# Limits").paragraph(gaps),
    }
}

const FAILURES: &str = "\
Where the document gives the failures of an operation a body of their own, the call has a function `failure` that reads
it from the error.";

const ERRORS: &str = "\
Every call fails with one type, [`Error`]. It keeps the status, the headers and the body of the response, whatever
they are, and answers the usual questions: [`Error::is_not_found`], [`Error::is_conflict`],
[`Error::is_rate_limited`], [`Error::retry_after`] and more.";
