//! `src/lib.rs`

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, overview, runtime};
use crate::plan::{Crate, Own, Root};

pub(super) fn emit(plan: &Crate<'_>, root: &Root<'_>) -> TokenStream {
    let docs = docs::text(&plan.overview.docs);
    let docs = overview::document(plan, docs).inner();
    let own = root.own.iter().map(|module| match module {
        Own::Api => quote! {
            #[doc = " Operations, grouped by tag: handles and request builders."]
            pub mod api;
        },
        Own::Types => quote! {
            #[doc = " Types of the API."]
            pub mod types;
        },
        Own::Servers => quote!(
            pub mod servers;
        ),
        Own::Webhooks => quote!(
            pub mod webhooks;
        ),
    });
    let runtime = runtime::root(root);
    // On docs.rs, which compiles with nightly, each item shows the feature that it needs.
    // The last two are crates whose types are in signatures.
    quote! {
        #docs
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #(#own)*
        #runtime
        pub use bytes;
        pub use http;
    }
}
