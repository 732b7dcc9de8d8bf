//! Bodies of requests: how a call takes one, and the enum of one that can be sent in several media types.

use proc_macro2::TokenStream;
use quote::quote;

use super::{link, request};
use crate::analyze::Conversion;
use crate::emit::docs::Doc;
use crate::emit::model::{NamedOperation, ident};
use crate::emit::type_ref::{is_copy, nullable_type};
use crate::emit::{Model, markdown, parameter, rt};
use crate::ir::{Encoding, MediaType};

/// The media types that a body is written in, the default first.
pub(in crate::emit) fn media(operation: NamedOperation<'_>) -> Vec<&MediaType> {
    let Some((body, default)) = request(operation) else {
        return Vec::new();
    };
    let alternatives = operation.facts.alternatives.iter().skip(1);
    let others = alternatives.map(|it| &body.content[it.media]);
    std::iter::once(default).chain(others).collect()
}

/// Whether the runtime writes a body from a value. Anything else the caller writes.
pub(super) fn is_typed(encoding: Encoding) -> bool {
    match encoding {
        Encoding::Json | Encoding::Form | Encoding::Multipart => true,
        Encoding::Text | Encoding::Binary => false,
    }
}

/// How a call takes a body.
pub(super) fn ty(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    media: &MediaType,
) -> TokenStream {
    if let Some(names) = &operation.names.alternatives {
        let name = ident(&names.ident);
        return quote!(impl Into<#name>);
    }
    if !is_typed(media.encoding) {
        let body = rt::body();
        return quote!(impl Into<#body>);
    }
    let rust = nullable_type(model, &media.ty);
    if is_copy(model, &media.ty) {
        rust
    } else {
        quote!(impl Into<#rust>)
    }
}

/// Gives the body to the call, and the discriminator of the body to the path.
pub(super) fn set(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    media: &MediaType,
    call: &TokenStream,
) -> TokenStream {
    let body = ident(&operation.names.body);
    if let Some(names) = &operation.names.alternatives {
        let name = ident(&names.ident);
        return quote!(let #body: #name = #body.into(); #body.set(&mut #call););
    }
    let (give, rows) = match give(media) {
        Some((give, rows)) => (give, rows.map(|rows| quote!(, #rows))),
        None => return quote!(#call.raw_body(#body);),
    };
    let rust = nullable_type(model, &media.ty);
    let convert = (!is_copy(model, &media.ty)).then(|| quote!(let #body: #rust = #body.into();));
    let tag = operation
        .facts
        .tag_parameter
        .map(|index| parameter::assign(operation, index, call, &quote!(&#body.tag())));
    quote!(#convert #tag #call.#give(&#body #rows);)
}

/// The method of a call that writes a body from a value, and how it writes some of its properties.
fn give(media: &MediaType) -> Option<(TokenStream, Option<TokenStream>)> {
    let (give, rows) = match media.encoding {
        Encoding::Json => return Some((quote!(body), None)),
        Encoding::Form => (quote!(form_body), parameter::styles(media)),
        Encoding::Multipart => (quote!(multipart_body), media_types(media)),
        Encoding::Text | Encoding::Binary => return None,
    };
    Some((give, Some(quote!(&[#(#rows),*]))))
}

/// The media types of parts, unless the caller gives others.
fn media_types(media: &MediaType) -> Vec<TokenStream> {
    let said = media.properties.iter().filter_map(|property| {
        let media_type = property.content_type()?;
        let name = &property.name;
        Some(quote!((#name, #media_type)))
    });
    said.collect()
}

pub(super) fn setter(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<TokenStream> {
    let (body, media) = request(operation).filter(|(body, _)| !body.required)?;
    let docs = Doc::of(&body.docs, "The body of the request.").outer();
    let name = ident(&operation.names.body);
    let ty = ty(model, operation, media);
    let set = set(model, operation, media, &quote!(self.call));
    Some(quote! {
        #docs
        pub fn #name(mut self, #name: #ty) -> Self {
            #set
            self
        }
    })
}

/// The enum of a body that can be sent in several media types.
pub(super) fn alternatives(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
) -> Option<TokenStream> {
    let names = operation.names.alternatives.as_ref()?;
    let name = ident(&names.ident);
    let media = media(operation);
    let docs = Doc::default()
        .paragraph(&format!(
            "The body of {}, by media type.",
            link(model, operation)
        ))
        .outer();
    let variants = names.variants.iter().zip(&media).enumerate();
    let variants = variants.map(|(position, (variant, media))| {
        let range = markdown::code(&media.range);
        let text = match position {
            0 => format!("{range}, the default."),
            _ => format!("{range}."),
        };
        let docs = Doc::default().paragraph(&text).outer();
        let (variant, ty) = (ident(variant), nullable_type(model, &media.ty));
        quote!(#docs #variant(#ty),)
    });
    let facts = operation.facts.alternatives.iter();
    let rows = facts.zip(&names.variants).zip(&media).enumerate();
    let rows = rows.map(|(position, ((facts, variant), media))| {
        let (variant, ty) = (ident(variant), nullable_type(model, &media.ty));
        let from = match facts.conversion {
            Conversion::None => None,
            Conversion::Value => Some(quote!(from)),
            Conversion::Text => Some(quote!(from_text)),
        };
        let (give, rows) = give(media)?;
        // The parts of a form need a boundary, and the default is in the description of the operation.
        let is_known = position == 0 || media.encoding == Encoding::Multipart;
        let range = (!is_known).then(|| {
            let range = &media.range;
            quote!(as #range)
        });
        Some(quote!(#variant(#ty) #from = #give(#rows) #range))
    });
    let rows: Vec<_> = rows.collect::<Option<_>>()?;
    Some(quote! {
        #docs
        #[derive(Clone)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "the API decides how large its bodies are")]
        pub enum #name { #(#variants)* }
        call::alternatives!(#name { #(#rows,)* });
    })
}
