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
            #[doc = " Operations, grouped by tag: handles and request builders."]
            pub mod api;
        },
        Module::Types => quote! {
            #[doc = " Types of the API."]
            pub mod types;
        },
        Module::Servers => quote!(
            pub mod servers;
        ),
    });
    let runtime = runtime::root(plan);
    // On docs.rs, which compiles with nightly, each item shows the feature that it needs.
    quote!(#docs #![cfg_attr(docsrs, feature(doc_cfg))] #(#modules)* #runtime)
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
        .paragraph("Methods of [`Client`] return handles; their methods return request builders. Nothing is sent before `send`.");
    doc = overview::linked_operations(overview, doc);
    if let Some(section) = overview::skipped(overview) {
        doc = section.document(doc);
    }
    doc = doc.paragraph("# Errors").paragraph(ERRORS);
    doc = match overview.failures {
        Failures::Shared => doc,
        Failures::Own => doc.paragraph(FAILURES),
    };
    for section in overview::more(overview, Links::Rustdoc) {
        doc = section.document(doc);
    }
    doc = doc
        .paragraph("# Features")
        .paragraph(&features::overview(plan));
    match overview::gaps(overview).as_str() {
        "" => doc,
        gaps => doc.paragraph("# Limits").paragraph(gaps),
    }
}

const FAILURES: &str = "\
If the failures of an operation have an error body of another type, its request builder has a function `failure` that
decodes it.";

const ERRORS: &str = "\
All calls return the same error type, [`Error`]. It keeps the status, headers and body of the response, and has methods
for common cases: [`Error::is_not_found`], [`Error::is_conflict`], [`Error::is_rate_limited`], [`Error::retry_after`] and
more.";
