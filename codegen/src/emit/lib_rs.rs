//! `src/lib.rs`.

use quote::quote;

use super::docs::Doc;
use super::{Model, SourceFile, markdown, runtime, tag};

pub(super) fn emit(model: &Model<'_>) -> SourceFile {
    let docs = docs(model).inner();
    let runtime = runtime::root();
    let tokens = quote! {
        #docs
        #[doc = " The operations, by group: handles that the client gives, and the calls that they build."]
        pub mod api;
        #[doc = " The types of the API."]
        pub mod types;
        #runtime
    };
    SourceFile::rust(model, "src/lib.rs", tokens)
}

fn docs(model: &Model<'_>) -> Doc {
    let info = &model.api.info;
    let doc = Doc::default()
        .paragraph(&markdown::inline(&info.title))
        .markdown(info.description.as_deref());
    let doc = match &info.external {
        Some(link) => {
            let text = link.description.as_deref().unwrap_or("Read more");
            doc.paragraph(&markdown::link(text, &link.url))
        }
        None => doc,
    };
    doc.paragraph("# Operations")
        .paragraph(&operations(model, Links::Rustdoc))
}

/// Whether names are links: they are in rustdoc, and lead nowhere in a README.
#[derive(Clone, Copy)]
pub(super) enum Links {
    Rustdoc,
    Plain,
}

/// A table of all operations.
pub(super) fn operations(model: &Model<'_>, links: Links) -> String {
    let mut rows = vec![
        "| Call | Request | |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    for (_, names, operations) in tag::used(model) {
        for operation in operations {
            let call = format!("client.{}().{}(..)", names.module, operation.names.method);
            let call = markdown::code(&call);
            let call = match links {
                Links::Rustdoc => {
                    format!("[{call}](api::{}::{})", names.ident, operation.names.method)
                }
                Links::Plain => call,
            };
            let request = super::operation::request_line(operation);
            let docs = &operation.def.docs;
            let summary = docs
                .summary
                .as_deref()
                .map(markdown::inline)
                .unwrap_or_default();
            let deprecated = if operation.def.deprecated {
                " **Deprecated.**"
            } else {
                ""
            };
            let summary = summary.replace('|', "\\|");
            rows.push(format!("| {call} | {request} | {summary}{deprecated} |"));
        }
    }
    rows.join("\n")
}
