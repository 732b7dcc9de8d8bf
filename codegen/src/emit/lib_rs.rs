//! `src/lib.rs`

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{condition, docs, overview, runtime};
use crate::plan::{Crate, Own, Root};

pub(super) fn emit(plan: &Crate<'_>, root: &Root<'_>) -> TokenStream {
    let docs = docs::text(&plan.overview.docs);
    let docs = overview::document(plan, docs).inner();
    let own = root.own.iter().map(|(module, cfg)| {
        let cfg = condition::cfg(cfg);
        match module {
            Own::Api => quote! {
                #[doc = " Operations, grouped by tag: handles and request builders."]
                #cfg
                pub mod api;
            },
            Own::Types => quote! {
                #[doc = " Types of the API."]
                #cfg
                pub mod types;
            },
            Own::Servers => quote!(#cfg pub mod servers;),
            Own::Webhooks => quote!(#cfg pub mod webhooks;),
        }
    });
    let crates = root.crates.iter().map(|(name, cfg)| {
        let (name, cfg) = (ident(name), condition::cfg(cfg));
        quote!(#cfg pub use #name;)
    });
    let runtime = runtime::root(root);
    // On docs.rs, which compiles with nightly, each item shows the feature that it needs.
    quote! {
        #docs
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #(#own)*
        #runtime
        #(#crates)*
    }
}
