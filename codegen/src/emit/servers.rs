//! `src/servers.rs`

use proc_macro2::TokenStream;
use quote::quote;

use super::blank::spaced;
use super::docs;
use super::docs::Text;
use super::ident::ident;
use crate::plan::{Part, Server, Template};

const DOCS: &str = "\
The servers of the API, for [`ClientBuilder::base_url`](crate::ClientBuilder::base_url).
The first server is the default.";

pub(super) fn emit(servers: &[Server<'_>]) -> TokenStream {
    let docs = Text::default().paragraph(DOCS).inner();
    let items = servers.iter().map(|server| match server {
        Server::Constant(docs, name, url) => {
            let docs = docs::outer(docs);
            let name = ident(name);
            quote!(#docs pub const #name: &str = #url;)
        }
        Server::Template(item) => template(item),
    });
    quote!(#docs #(#items)*)
}

/// A type with a setter for each variable.
fn template(item: &Template<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(item.ident);
    let fields: Vec<_> = item.variables.iter().map(|it| ident(it.ident)).collect();
    let defaults = item.variables.iter().map(|it| match it.default {
        "" => quote!(String::new()),
        default => quote!(#default.to_owned()),
    });
    let setters = item.variables.iter().zip(&fields).map(|(variable, field)| {
        let docs = docs::outer(&variable.docs);
        quote! {
            #docs
            pub fn #field(mut self, #field: impl Into<String>) -> Self {
                self.#field = #field.into();
                self
            }
        }
    });
    let new = quote! {
        /// Creates the server with the default of each variable.
        pub fn new() -> Self {
            Self { #(#fields: #defaults),* }
        }
    };
    let methods = spaced(std::iter::once(new).chain(setters));
    let parts = item.parts.iter().map(|part| match part {
        Part::Text(text) => quote!(#text),
        Part::Variable(name) => {
            let field = ident(name);
            quote!(&*server.#field)
        }
    });
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
