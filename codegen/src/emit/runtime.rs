//! The modules that join the parts of the runtime.

use proc_macro2::TokenStream;
use quote::quote;

use super::condition::cfg;
use super::docs::Text;
use super::ident::ident;
use crate::parts::Visibility;
use crate::plan::{Export, Folder, Kind, Module, Root};

/// The `mod` and `pub use` items of the root.
pub(super) fn root(root: &Root<'_>) -> TokenStream {
    let modules = root.modules.iter().map(module);
    let exports = root.exports.iter().map(export);
    quote!(#(#modules)* #(#exports)*)
}

/// The module of a folder.
pub(super) fn folder(folder: &Folder<'_>) -> TokenStream {
    let docs = Text::default().paragraph(&folder.docs.join("\n")).inner();
    let modules = folder.modules.iter().map(module);
    let exports = folder.exports.iter().map(export);
    quote!(#docs #(#modules)* #(#exports)*)
}

fn module(module: &Module<'_>) -> TokenStream {
    let (name, cfg) = (ident(module.name), cfg(&module.cfg));
    let visibility = visibility(module.visibility);
    quote!(#cfg #visibility mod #name;)
}

fn export(export: &Export<'_>) -> TokenStream {
    let (items, cfg) = (items(export.names), cfg(&export.cfg));
    let visibility = visibility(export.visibility);
    let path = export.path.iter().map(|name| ident(name));
    quote!(#cfg #visibility use self::#(#path::)* #items;)
}

fn visibility(visibility: Visibility) -> TokenStream {
    match visibility {
        Visibility::Private => quote!(),
        Visibility::Crate => quote!(pub(crate)),
        Visibility::Public => quote!(pub),
    }
}

/// One name, or several in braces.
fn items(names: &[&str]) -> TokenStream {
    let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
    match names.as_slice() {
        [only] => quote!(#only),
        several => quote!({#(#several),*}),
    }
}

/// `src/wire/kinds.rs`: the values that not every API has.
pub(super) fn kinds(kinds: &[Kind<'_>]) -> TokenStream {
    let docs = Text::default()
        .paragraph("Values that not every API has.")
        .inner();
    let imports = kinds.iter().flat_map(|kind| {
        let cfg = cfg(&kind.cfg);
        kind.imports.iter().map(move |(module, names)| {
            let (module, items) = (ident(module), items(names));
            quote!(#cfg use super::#module::#items;)
        })
    });
    let variants = kinds.iter().map(|kind| {
        let (docs, cfg) = (
            Text::default().paragraph(kind.names.docs).outer(),
            cfg(&kind.cfg),
        );
        let (variant, place) = (ident(kind.names.variant), ident(kind.names.place.0));
        quote!(#docs #cfg #variant(&'a mut dyn #place),)
    });
    let readers = kinds.iter().map(|kind| {
        let cfg = cfg(&kind.cfg);
        let (variant, read) = (ident(kind.names.variant), ident(kind.names.read));
        quote!(#cfg (Self::#variant(place), deserializer, trace) => #read(place, deserializer, trace),)
    });
    quote! {
        #docs
        use std::convert::Infallible;
        use serde::de::Deserializer;
        use super::error::Trace;
        #(#imports)*
        /// The destination of a value of a kind that only some APIs use.
        #[non_exhaustive]
        pub enum Kind<'a> {
            /// Accepts nothing.
            Never(&'a Infallible),
            #(#variants)*
        }
        impl Kind<'_> {
            pub(super) fn read<'de, D: Deserializer<'de>>(
                self,
                deserializer: D,
                trace: &mut Trace,
            ) -> Result<(), D::Error> {
                match (self, deserializer, trace) {
                    (Self::Never(never), ..) => match *never {},
                    #(#readers)*
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
