use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Condition;

/// The attribute of an item.
pub(super) fn outer(condition: &Condition<'_>) -> TokenStream {
    let condition = predicate(condition).into_iter();
    quote!(#(#[cfg(#condition)])*)
}

/// The attribute of an item that a feature of the runtime compiles, if it is one.
pub(super) fn outer_with(feature: Option<&str>, condition: &Condition<'_>) -> TokenStream {
    let Some(feature) = feature else {
        return outer(condition);
    };
    if let Some(condition) = predicate(condition) {
        quote!(#[cfg(all(feature = #feature, #condition))])
    } else {
        quote!(#[cfg(feature = #feature)])
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
