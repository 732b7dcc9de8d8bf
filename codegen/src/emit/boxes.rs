//! Boxes around members of types.

use proc_macro2::TokenStream;
use quote::quote;

use crate::analyze::Holding;

/// The type of a member whose value is a `value`.
pub(super) fn box_type(holding: Holding, value: TokenStream) -> TokenStream {
    match holding {
        Holding::Inline => value,
        Holding::Boxed => quote!(Box<#value>),
        Holding::Opaque => quote!(wire::OpaqueBox<#value>),
    }
}

/// The function that puts a value into its box, if it has one.
pub(super) fn box_constructor(holding: Holding) -> Option<TokenStream> {
    match holding {
        Holding::Inline => None,
        Holding::Boxed => Some(quote!(Box::new)),
        Holding::Opaque => Some(quote!(wire::OpaqueBox::new)),
    }
}

/// A value in its box.
pub(super) fn box_value(holding: Holding, value: TokenStream) -> TokenStream {
    match box_constructor(holding) {
        None => value,
        Some(new) => quote!(#new(#value)),
    }
}
