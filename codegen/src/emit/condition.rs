use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Cfg, Condition};

/// The attribute of an item.
pub(super) fn outer(condition: &Condition<'_>) -> TokenStream {
    let condition = predicate(condition).into_iter();
    quote!(#(#[cfg(#condition)])*)
}

/// The attribute of an item of the runtime.
pub(super) fn cfg(cfg: &Cfg<'_>) -> TokenStream {
    match cfg {
        Cfg::Tags(condition) => outer(condition),
        Cfg::Runtime(feature, condition) => match predicate(condition) {
            None => quote!(#[cfg(feature = #feature)]),
            Some(condition) => quote!(#[cfg(all(feature = #feature, #condition))]),
        },
    }
}

/// The attribute at the top of a file.
pub(super) fn inner(condition: &Condition<'_>) -> TokenStream {
    let condition = predicate(condition).into_iter();
    quote!(#(#![cfg(#condition)])*)
}

pub(super) fn predicate(condition: &Condition<'_>) -> Option<TokenStream> {
    let features = condition.0.iter().map(|name| quote!(feature = #name));
    let features: Vec<_> = features.collect();
    match features.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(quote!(any(#(#several),*))),
    }
}
