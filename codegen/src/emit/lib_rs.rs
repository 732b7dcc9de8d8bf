//! `src/lib.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::overview::{self, Links};
use super::{Model, SourceFile, markdown, quick_start, runtime, testing};

pub(super) fn emit<'a>(model: &'a Model<'a>) -> SourceFile<'a> {
    SourceFile::rust(model, "src/lib.rs", || file(model))
}

fn file(model: &Model<'_>) -> TokenStream {
    let docs = docs(model).inner();
    let runtime = runtime::root();
    quote! {
        #docs
        #[doc = " The operations, by group: handles that the client gives, and the calls that they build."]
        pub mod api;
        #[doc = " The types of the API."]
        pub mod types;
        #runtime
    }
}

fn docs(model: &Model<'_>) -> Doc {
    let info = &model.api.info;
    let mut doc = Doc::default()
        .paragraph(&markdown::inline(&info.title))
        .markdown(info.description.as_deref());
    if let Some(link) = &info.external {
        let text = link.description.as_deref().unwrap_or("Read more");
        doc = doc.paragraph(&markdown::link(text, &link.url));
    }
    if let Some(section) = quick_start::first_call(model) {
        doc = section.document(doc);
    }
    if let Some(credentials) = overview::credentials(model) {
        doc = doc.paragraph("# Credentials").paragraph(&credentials);
    }
    doc = doc
        .paragraph("# Operations")
        .paragraph("Methods of [`Client`] give handles, whose methods give calls; nothing is sent before `send`.")
        .paragraph(&overview::operations(model, Links::Rustdoc))
        .paragraph("# Errors")
        .paragraph(ERRORS);
    let more = quick_start::more(model, Links::Rustdoc);
    for section in more.into_iter().chain(testing::section(model)) {
        doc = section.document(doc);
    }
    doc = doc.paragraph("# Features").paragraph(&overview::features());
    match overview::gaps(model).as_str() {
        "" => doc,
        gaps => doc.paragraph("# Limits").paragraph(gaps),
    }
}

const ERRORS: &str = "\
Every call fails with one type, [`Error`]. It keeps the status, the headers and the body of the response, whatever
they are, and answers the usual questions: [`Error::is_not_found`], [`Error::is_conflict`],
[`Error::is_rate_limited`], [`Error::retry_after`] and more.";
