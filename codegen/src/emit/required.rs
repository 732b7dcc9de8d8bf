//! The struct of required values.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{docs, lint, ty};
use crate::plan::{Required, RequiredField};

/// The struct.
pub(super) fn declaration(item: &Required<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let lints = lint::expect_all(&item.lints);
    let (name, parameters) = (ident(item.ident), parameters(item));
    let fields = item.fields.iter().map(|field| {
        let docs = docs::outer(&field.docs);
        let (name, ty) = (ident(field.ident), field_type(field));
        quote!(#docs pub #name: #ty,)
    });
    quote! {
        #docs
        #lints
        pub struct #name<#(#parameters),*> { #(#fields)* }
    }
}

/// The bounds of a function that takes the struct.
pub(super) fn bounds(item: &Required<'_>) -> TokenStream {
    let bounds = item.fields.iter().filter_map(|field| {
        let (parameter, bound) = (field.parameter.as_ref()?, ty::bound(&field.argument)?);
        let parameter = ident(parameter);
        Some(quote!(#parameter: #bound))
    });
    quote!(<#(#bounds),*>)
}

/// The argument of a function that takes the struct.
pub(super) fn argument(item: &Required<'_>) -> TokenStream {
    let (name, parameters) = (ident(item.ident), parameters(item));
    quote!(required: #name<#(#parameters),*>)
}

/// The statement that makes locals of the fields.
pub(super) fn unpack(item: &Required<'_>) -> TokenStream {
    let name = ident(item.ident);
    let fields = item.fields.iter().map(|field| ident(field.ident));
    quote!(let #name { #(#fields),* } = required;)
}

fn parameters(item: &Required<'_>) -> Vec<TokenStream> {
    let parameters = item.fields.iter().filter_map(|it| it.parameter.as_ref());
    let parameters = parameters.map(|name| ident(name));
    parameters.map(|name| quote!(#name)).collect()
}

fn field_type(field: &RequiredField<'_>) -> TokenStream {
    match &field.parameter {
        None => ty::argument(&field.argument),
        Some(name) => {
            let name = ident(name);
            quote!(#name)
        }
    }
}
