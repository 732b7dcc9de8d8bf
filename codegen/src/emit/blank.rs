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
    let mut tokens = TokenStream::new();
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            tokens.extend(blank.clone());
        }
        tokens.extend(item);
    }
    tokens
}
