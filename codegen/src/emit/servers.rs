//! `src/servers.rs`: the base URLs that the document offers, where there is a choice.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, spaced};
use super::model::ident;
use super::types::visible;
use super::{Model, SourceFile, markdown};
use crate::ir::{Server, ServerVariable};
use crate::name::ServerNames;

/// Whether there is more to choose than the base URL that a client has anyway.
pub(super) fn are_several(model: &Model<'_>) -> bool {
    let servers = &model.api.servers;
    servers.len() > 1 || servers.iter().any(|server| !server.variables.is_empty())
}

/// What a client is told where the document leaves open which host requests go to: `.base_url(url)`.
pub(super) fn base_url(model: &Model<'_>, url: &TokenStream) -> Option<TokenStream> {
    (!model.api.has_base_url()).then(|| quote!(.base_url(#url)))
}

/// A URL for those places, in examples that nobody runs.
pub(super) fn example_url() -> TokenStream {
    quote!("https://api.example.com")
}

pub(super) fn emit<'a>(model: &'a Model<'a>) -> Option<SourceFile<'a>> {
    are_several(model).then(|| SourceFile::rust(model, "src/servers.rs", || file(model)))
}

fn file(model: &Model<'_>) -> TokenStream {
    let docs = "The servers of the API, for [`ClientBuilder::base_url`](crate::ClientBuilder::base_url).\n\
                A client that is told nothing goes to the first.";
    let docs = Doc::default().paragraph(docs).inner();
    let servers = model.api.servers.iter().zip(&model.names.servers);
    let items = servers.map(|(server, names)| {
        if server.variables.is_empty() {
            constant(server, names)
        } else {
            template(server, names)
        }
    });
    quote!(#docs #(#items)*)
}

fn constant(server: &Server, names: &ServerNames) -> TokenStream {
    let docs = docs(server).outer();
    let (constant, url) = (ident(&names.constant), &server.url);
    quote!(#docs pub const #constant: &str = #url;)
}

fn docs(server: &Server) -> Doc {
    let url = markdown::code(&server.url);
    let doc = Doc::default().markdown(server.description.as_deref());
    let doc = doc.paragraph(&url);
    if server.url.starts_with('/') {
        return doc.paragraph("The document leaves open which host that is on.");
    }
    doc
}

/// A type with a setter for each variable.
fn template(server: &Server, names: &ServerNames) -> TokenStream {
    let docs = docs(server).outer();
    let name = ident(&names.ident);
    let fields: Vec<_> = names.variables.iter().map(|name| ident(name)).collect();
    let defaults = server.variables.values().map(|variable| &variable.default);
    let setters = server.variables.values().zip(&fields);
    let setters = setters.map(|(variable, field)| {
        let docs = variable_docs(variable).outer();
        quote! {
            #docs
            pub fn #field(mut self, #field: impl Into<String>) -> Self {
                self.#field = #field.into();
                self
            }
        }
    });
    let new = quote! {
        /// The server with the default of each variable.
        pub fn new() -> Self {
            Self { #(#fields: #defaults.to_owned()),* }
        }
    };
    let methods = spaced(std::iter::once(new).chain(setters));
    let parts = parts(server, names);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[must_use]
        pub struct #name { #(#fields: String),* }
        impl #name { #methods }
        impl Default for #name {
            fn default() -> Self {
                Self::new()
            }
        }
        impl From<#name> for String {
            fn from(server: #name) -> Self {
                [#(#parts),*].concat()
            }
        }
    }
}

fn variable_docs(variable: &ServerVariable) -> Doc {
    let doc = Doc::default().markdown(variable.description.as_deref());
    let default = markdown::code(&visible(&variable.default));
    let doc = doc.paragraph(&format!("Default: {default}."));
    let values = variable
        .values
        .iter()
        .map(|value| markdown::code(&visible(value)));
    let values: Vec<_> = values.collect();
    if values.is_empty() {
        return doc;
    }
    doc.paragraph(&format!("One of {}.", values.join(", ")))
}

/// The texts of the URL and the variables between them.
fn parts(server: &Server, names: &ServerNames) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut rest = server.url.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        if !before.is_empty() {
            parts.push(quote!(#before));
        }
        if let Some(position) = server.variables.get_index_of(name) {
            let field = ident(&names.variables[position]);
            parts.push(quote!(&*server.#field));
        }
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(quote!(#rest));
    }
    parts
}
