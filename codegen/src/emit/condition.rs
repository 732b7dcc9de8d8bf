use proc_macro2::TokenStream;
use quote::quote;

use crate::parts::CLIENT;
use crate::plan::{Cfg, Condition};

/// The attribute of an item.
pub(super) fn outer(condition: &Condition<'_>) -> TokenStream {
    let condition = predicate(condition).into_iter();
    quote!(#(#[cfg(#condition)])*)
}

/// The attribute of an item of the runtime.
pub(super) fn cfg(cfg: &Cfg<'_>) -> TokenStream {
    let condition = all(cfg).into_iter();
    quote!(#(#[cfg(#condition)])*)
}

/// The attribute at the top of a file.
pub(super) fn inner(condition: &Condition<'_>) -> TokenStream {
    let condition = predicate(condition).into_iter();
    quote!(#(#![cfg(#condition)])*)
}

/// The predicate of an example that needs all of these features.
pub(super) fn every(features: &[&str]) -> Option<TokenStream> {
    let features: Vec<_> = features
        .iter()
        .map(|name| quote!(feature = #name))
        .collect();
    joined(&features)
}

/// The predicate of an item of the client.
pub(super) fn client() -> TokenStream {
    quote!(feature = #CLIENT)
}

/// The predicate of an item of the runtime.
pub(super) fn all(cfg: &Cfg<'_>) -> Option<TokenStream> {
    let conditions: Vec<_> = cfg.0.iter().filter_map(predicate).collect();
    joined(&conditions)
}

/// All of these predicates.
fn joined(conditions: &[TokenStream]) -> Option<TokenStream> {
    match conditions {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(quote!(all(#(#several),*))),
    }
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
