use proc_macro2::TokenStream;
use quote::quote;

use crate::output;

/// An empty line in front of the statement or item that follows.
pub(super) fn blank() -> TokenStream {
    let blank = output::BLANK;
    quote!(#[doc = #blank])
}

/// Separates items by empty lines.
pub(super) fn spaced(items: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let blank = blank();
    let mut items = items.into_iter();
    let first = items.next();
    quote!(#first #(#blank #items)*)
}
