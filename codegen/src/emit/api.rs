//! `src/api/mod.rs`: what the client and the error offer for this API.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, spaced};
use super::features::Condition;
use super::model::{NamedOperation, ident};
use super::operation::outcomes::pattern;
use super::{Model, SourceFile, rt, tag, testing};
use crate::analyze::Span;
use crate::ir::Tag;
use crate::name::TagNames;

pub(super) fn emit<'a>(model: &'a Model<'a>) -> SourceFile<'a> {
    SourceFile::rust(model, "src/api/mod.rs", || file(model))
}

fn file(model: &Model<'_>) -> TokenStream {
    let tags: Vec<_> = tag::used(model).collect();
    let mut sorted: Vec<_> = tags.iter().collect();
    sorted.sort_unstable_by_key(|(_, names, _)| &names.module);
    let modules: Vec<_> = sorted
        .iter()
        .map(|(_, names, _)| ident(&names.module))
        .collect();
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
        .flat_map(|operation| {
            let names = operation.names;
            let enums = [&names.alternatives, &names.success, &names.failure];
            let enums = enums.into_iter().flatten();
            enums
                .map(|names| names.ident.as_str())
                .chain([names.builder.as_str()])
        })
        .chain([names.ident.as_str()])
        .collect();
    exported.sort_unstable();
    let exported = exported.into_iter().map(ident);
    let cfg = Condition::group(names).outer();
    quote!(#cfg pub use self::#module::{#(#exported),*};)
}

fn accessor(tag: &Tag, names: &TagNames) -> TokenStream {
    let docs = tag::docs(tag).outer();
    let (module, handle) = (ident(&names.module), ident(&names.ident));
    let cfg = Condition::group(names).outer();
    quote! {
        #docs
        #cfg
        #[must_use]
        pub fn #module(&self) -> #handle {
            #handle { client: self.clone() }
        }
    }
}

/// The typed error body, where operations share one.
fn error(model: &Model<'_>) -> Option<TokenStream> {
    let body = model.get(model.facts.error?).ident();
    let error = rt::error();
    // The operations whose own failures have the same statuses.
    let mut others: Vec<(&[Span], Vec<&str>)> = Vec::new();
    for operation in model.operations() {
        let statuses = operation.facts.unshared.as_slice();
        match others.iter_mut().find(|(known, _)| *known == statuses) {
            _ if statuses.is_empty() => {}
            Some((_, ids)) => ids.push(&operation.def.id),
            None => others.push((statuses, vec![&operation.def.id])),
        }
    }
    let others = others.into_iter().map(|(statuses, ids)| {
        let statuses = pattern(statuses);
        quote!((#(#ids)|*, #statuses))
    });
    let others: Vec<_> = others.collect();
    let docs = "The body of the error, where the server sent one that can be read.";
    let docs = Doc::default().paragraph(docs);
    let (docs, decoded) = if others.is_empty() {
        (docs, quote!(self.decoded()))
    } else {
        let note = "It is `None` for failures that the document gives a body of their own. The calls of such\n\
                    operations have a function `failure` for it.";
        let decoded = quote! {
            match self.refusal() {
                Some(#(#others)|*) => None,
                _ => self.decoded(),
            }
        };
        (docs.paragraph(note), decoded)
    };
    let docs = docs.outer();
    Some(quote! {
        impl #error {
            #docs
            #[must_use]
            pub fn api_error(&self) -> Option<&crate::types::#body> {
                #decoded
            }
        }
    })
}
