use proc_macro2::TokenStream;
use quote::quote;

use super::parameter;
use crate::analyze::Conversion;
use crate::emit::ident::ident;
use crate::emit::{docs, ty};
use crate::plan::operation::{Alternatives, Format, SetBody, Written};

pub(super) fn argument(body: &SetBody<'_>) -> TokenStream {
    let (name, ty) = (ident(body.ident), ty::argument(&body.argument));
    quote!(#name: #ty)
}

/// Passes the body to the call, and its discriminator to a parameter.
pub(super) fn set(body: &SetBody<'_>, call: &TokenStream) -> TokenStream {
    let name = ident(body.ident);
    match &body.written {
        Written::Alternatives(target) => {
            let target = ident(target);
            quote!(let #name: #target = #name.into(); #name.set(&mut #call);)
        }
        Written::Raw => quote!(#call.raw_body(#name);),
        Written::Value {
            convert,
            tag,
            format,
        } => {
            let convert = convert.as_ref().map(|target| {
                let target = ty::ty(target);
                let value = ty::converted(&body.argument, &quote!(#name));
                quote!(let #name: #target = #value;)
            });
            let tag = tag.map(|target| parameter::assign(target, call, &quote!(&#name.tag())));
            let (write, rows) = write(format);
            let rows = rows.map(|rows| quote!(, #rows));
            quote!(#convert #tag #call.#write(&#name #rows);)
        }
    }
}

/// The method of a call that writes a body, and the properties that it writes in an unusual way.
fn write(format: &Format<'_>) -> (TokenStream, Option<TokenStream>) {
    match format {
        Format::Json => (quote!(body), None),
        Format::Xml => (quote!(xml_body), None),
        Format::Form(rows) => match rows.as_slice() {
            [] => (quote!(form_body), None),
            rows => {
                let rows = rows.iter().map(parameter::row);
                (quote!(styled_form_body), Some(quote!(&[#(#rows),*])))
            }
        },
        Format::Multipart(parts) => {
            let parts = parts.iter().map(|(name, range)| quote!((#name, #range)));
            (quote!(multipart_body), Some(quote!(&[#(#parts),*])))
        }
    }
}

/// The enum of a body that can be sent in several media types.
pub(super) fn alternatives(item: &Alternatives<'_>) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(item.ident);
    let variants = item.variants.iter().map(|variant| {
        let docs = docs::outer(&variant.docs);
        let (variant, ty) = (ident(variant.ident), ty::ty(&variant.ty));
        quote!(#docs #variant(#ty),)
    });
    let rows = item.variants.iter().map(|variant| {
        let from = match variant.conversion {
            Conversion::None => None,
            Conversion::Value => Some(quote!(from)),
            Conversion::Text => Some(quote!(from_text)),
        };
        let (write, rows) = write(&variant.format);
        let range = variant.range.map(|range| quote!(as #range));
        let (variant, ty) = (ident(variant.ident), ty::ty(&variant.ty));
        quote!(#variant(#ty) #from = #write(#rows) #range)
    });
    quote! {
        #docs
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }
        call::alternatives!(#name { #(#rows,)* });
    }
}
