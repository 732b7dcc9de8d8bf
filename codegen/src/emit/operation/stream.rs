//! The method of a sequence of values.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::ident;
use crate::emit::literal::option;
use crate::emit::ty;
use crate::ir::Sequence;
use crate::plan::operation::Operation;
use crate::plan::streaming::{Flag, Stream, Streamed};

pub(super) fn stream(operation: &Operation<'_>, stream: &Stream<'_>) -> TokenStream {
    let builder = ident(operation.builder);
    let value = stream.value.json().map(ty::ty);
    let (value, read) = match &stream.value {
        Streamed::Events(_) => (quote!(crate::Event<#value>), "json_event"),
        Streamed::WholeEvents(_) => (quote!(crate::Event<#value>), "whole_event"),
        Streamed::Texts => (quote!(crate::Event<String>), "text_event"),
        Streamed::Values(_) => (quote!(#value), "json_value"),
    };
    let read = ident(read);
    let media_type = stream.media_type;
    let framing = ident(match stream.sequence {
        Sequence::Events => "server_sent",
        Sequence::Lines => "lines",
        Sequence::Texts => "sequence",
    });
    let flag = option(stream.flag.map(|flag| match flag {
        Flag::Parameter(name) => quote!(&events::ParameterFlag(#name)),
        Flag::Property(name) => quote!(&events::BodyFlag(#name)),
    }));
    let terminator = option(stream.terminator.map(|text| quote!(#text)));
    quote! {
        events::evented!(#builder: #value, events::#read, events::Streaming {
            media_type: #media_type,
            framing: events::#framing,
            flag: #flag,
            terminator: #terminator,
        });
    }
}
