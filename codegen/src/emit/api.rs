//! `src/api/mod.rs`: what the client and the error offer for this API.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::spaced;
use super::model::{NamedOperation, ident};
use super::{Model, SourceFile, rt, tag, testing};
use crate::ir::Tag;
use crate::name::TagNames;

pub(super) fn emit<'a>(model: &'a Model<'a>) -> SourceFile<'a> {
    SourceFile::rust(model, "src/api/mod.rs", || file(model))
}

fn file(model: &Model<'_>) -> TokenStream {
    let tags: Vec<_> = tag::used(model).collect();
    let mut modules: Vec<_> = tags.iter().map(|(_, names, _)| &names.module).collect();
    modules.sort_unstable();
    let modules = modules.into_iter().map(|module| ident(module));
    let mut sorted: Vec<_> = tags.iter().collect();
    sorted.sort_unstable_by_key(|(_, names, _)| &names.module);
    let exports = sorted
        .into_iter()
        .map(|(_, names, operations)| export(names, operations));
    let accessors = spaced(tags.iter().map(|(tag, names, _)| accessor(tag, names)));
    let client = rt::client();
    let client = (!tags.is_empty()).then(|| {
        quote! {
            impl #client { #accessors }
        }
    });
    let error = error(model);
    let fail = testing::fail(model);
    quote!(#(mod #modules;)* #(#exports)* #client #error #fail)
}

fn export(names: &TagNames, operations: &[NamedOperation<'_>]) -> TokenStream {
    let module = ident(&names.module);
    let mut exported: Vec<_> = operations
        .iter()
        .map(|operation| operation.names.builder.as_str())
        .chain([names.ident.as_str()])
        .collect();
    exported.sort_unstable();
    let exported = exported.into_iter().map(ident);
    quote!(pub use self::#module::{#(#exported),*};)
}

fn accessor(tag: &Tag, names: &TagNames) -> TokenStream {
    let docs = tag::docs(tag).outer();
    let (module, handle) = (ident(&names.module), ident(&names.ident));
    quote! {
        #docs
        #[must_use]
        pub fn #module(&self) -> #handle {
            #handle { client: self.clone() }
        }
    }
}

/// The typed error body, where all operations share one.
fn error(model: &Model<'_>) -> Option<TokenStream> {
    let body = model.get(model.facts.error?).ident();
    let error = rt::error();
    Some(quote! {
        impl #error {
            /// The body of the error, where the server sent one that can be read.
            #[must_use]
            pub fn api_error(&self) -> Option<&crate::types::#body> {
                self.decoded()
            }
        }
    })
}
