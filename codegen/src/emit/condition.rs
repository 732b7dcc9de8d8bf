use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Condition;

/// The attribute of an item.
pub(super) fn outer(condition: &Condition<'_>) -> TokenStream {
    let condition = predicate(condition).into_iter();
    quote!(#(#[cfg(#condition)])*)
}

/// The attribute at the top of a file.
pub(super) fn inner(condition: &Condition<'_>) -> TokenStream {
    let condition = predicate(condition).into_iter();
    quote!(#(#![cfg(#condition)])*)
}

fn predicate(condition: &Condition<'_>) -> Option<TokenStream> {
    let features = condition.0.iter().map(|name| quote!(feature = #name));
    let features: Vec<_> = features.collect();
    match features.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(quote!(any(#(#several),*))),
    }
}
