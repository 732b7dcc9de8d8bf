//! The module `types`.

mod enums;
mod patterns;
mod scalars;
mod shared;
mod structs;
mod unions;
mod xml;

use proc_macro2::TokenStream;
use quote::quote;

pub(super) use patterns::emit as patterns;

use super::ident::ident;
use super::{condition, docs, imports, ty};
use crate::plan::types::{Export, Index, Module, TypeItem};

pub(super) fn module(module: &Module<'_>) -> TokenStream {
    let cfg = condition::inner(&module.condition);
    let imports = imports::emit(&module.imports);
    let types = module.types.iter().map(|it| item(&it.item));
    quote!(#cfg #imports #(#types)*)
}

fn item(item: &TypeItem<'_>) -> TokenStream {
    match item {
        TypeItem::Struct(item) => structs::emit(item),
        TypeItem::Enum(item) => enums::emit(item),
        TypeItem::Union(item) => unions::emit(item),
        TypeItem::Text(item) => scalars::text(item),
        TypeItem::Integer(item) => scalars::integer(item),
        TypeItem::Alias(docs, name, target) => {
            let docs = docs::outer(docs);
            let (name, target) = (ident(name), ty::ty(target));
            quote!(#docs pub type #name = #target;)
        }
    }
}

pub(super) fn index(index: &Index<'_>) -> TokenStream {
    let modules = index.modules.iter().map(|module| ident(module));
    let always = index.always.iter().map(export);
    let conditional = index.conditional.iter().map(|(condition, exports)| {
        let cfg = condition::outer(condition);
        let exports = exports.iter().map(export);
        quote!(#cfg pub use self::{#(#exports),*};)
    });
    quote!(#(mod #modules;)* #(pub use self::#always;)* #(#conditional)*)
}

/// `module::Type`, or `module::{Types, ..}`.
fn export(export: &Export<'_>) -> TokenStream {
    let module = ident(export.module);
    let names: Vec<_> = export.names.iter().map(|name| ident(name)).collect();
    match names.as_slice() {
        [only] => quote!(#module::#only),
        several => quote!(#module::{#(#several),*}),
    }
}
