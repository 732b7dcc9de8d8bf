use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use crate::plan::{Imports, Use};

/// The `use` items of a file.
pub(super) fn emit(imports: &Imports<'_>) -> TokenStream {
    imports.0.iter().map(item).collect()
}

fn item(item: &Use<'_>) -> TokenStream {
    match item {
        Use::Cow => quote!(
            use std::borrow::Cow;
        ),
        Use::Map => quote!(
            use std::collections::BTreeMap;
        ),
        Use::Wire => quote!(
            use crate::wire;
        ),
        Use::Patterns => quote!(
            use super::patterns;
        ),
        Use::Siblings(names) => names_of(&quote!(super), names),
        Use::Method => quote!(
            use http::Method;
        ),
        Use::MethodAndHeaderValue => quote!(
            use http::{HeaderValue, Method};
        ),
        Use::Call => quote!(
            use crate::Client;
            use crate::call::{self, Call, Operation};
        ),
        Use::Waiting => quote!(
            use crate::waiting;
        ),
        Use::Events => quote!(
            use crate::events;
        ),
        Use::Paging => quote!(
            use crate::paging;
        ),
        Use::TypesModule => quote!(
            use crate::types;
        ),
        Use::Types(names) => names_of(&quote!(crate::types), names),
    }
}

fn names_of(module: &TokenStream, names: &[&str]) -> TokenStream {
    let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
    match names.as_slice() {
        [one] => quote!(use #module::#one;),
        several => quote!(use #module::{#(#several),*};),
    }
}
