//! Operations: a method on the handle of the tag, a description as data, and a builder around the call.

mod body;
mod outcomes;
mod pages;
mod parameter;
mod setter;
mod stream;
mod waiting;

use proc_macro2::TokenStream;
use quote::quote;

pub(super) use outcomes::statuses;

use super::blank::spaced;
use super::ident::ident;
use super::literal::option;
use super::{docs, lint, required, ty};
use crate::ir::Requirement;
use crate::plan::operation::{Envelope, Operation, Reading, Sent};

/// The method on the handle.
pub(super) fn method(operation: &Operation<'_>) -> TokenStream {
    let docs = docs::outer(&operation.docs);
    let deprecated = lint::deprecated(operation.deprecated.as_ref());
    let lints = lint::expect_all(&operation.lints);
    let method = ident(operation.ident);
    let builder = ident(operation.builder);
    let constant = ident(operation.constant);
    let positional = operation.arguments.iter().map(parameter::argument);
    let body = operation.body.iter().map(body::argument);
    let arguments = positional.chain(body);
    let target = quote!(call);
    let server = operation
        .server
        .as_ref()
        .map(|url| quote!(call.server(#url);));
    let redirects = operation.redirects.map(|redirects| {
        let statuses = statuses(redirects);
        quote!(call.redirects(|status| matches!(status, #statuses));)
    });
    let key = operation.idempotency_key.iter();
    let key = key.map(|header| quote!(call.idempotency_key(#header);));
    let parameters = operation.arguments.iter();
    let parameters = parameters.map(|it| parameter::set(it, &target));
    let body = operation.body.iter().map(|it| body::set(it, &target));
    let changes: Vec<_> = server
        .into_iter()
        .chain(redirects)
        .chain(key)
        .chain(parameters)
        .chain(body)
        .collect();
    let call = match changes.as_slice() {
        [] => quote!(let call = Call::new(&self.client, &#constant);),
        changes => quote! {
            let mut call = Call::new(&self.client, &#constant);
            #(#changes)*
        },
    };
    let signature = match &operation.required {
        None => quote!(pub fn #method(&self, #(#arguments),*) -> #builder),
        Some(item) => {
            let (bounds, argument) = (required::bounds(item), required::argument(item));
            quote!(pub fn #method #bounds (&self, #argument) -> #builder)
        }
    };
    let unpack = operation.required.as_ref().map(required::unpack);
    quote! {
        #docs
        #deprecated
        #lints
        #signature {
            #unpack
            #call
            #builder { call }
        }
    }
}

/// The description of the operation, the builder, and the enums of bodies.
pub(super) fn items(operation: &Operation<'_>) -> TokenStream {
    let description = description(operation);
    let builder = builder(operation);
    let required = operation.required.as_ref().map(required::declaration);
    let alternatives = operation.alternatives.as_ref().map(body::alternatives);
    let success = operation.success.as_ref().map(outcomes::success);
    let failure = operation.failure.as_ref();
    let failure = failure.map(|failure| outcomes::failure(operation, failure));
    quote!(#description #builder #required #alternatives #success #failure)
}

fn description(operation: &Operation<'_>) -> TokenStream {
    let constant = ident(operation.constant);
    let (id, path) = (&operation.id, &operation.path);
    let method = ident(operation.method.as_str());
    let parameters = operation.parameters.iter().map(parameter::row);
    let content_type = option(operation.content_type.map(header_value));
    let accept = option(operation.accept.as_deref().map(header_value));
    let envelope = match operation.envelope {
        Envelope::None => quote!(None),
        Envelope::Requested => quote!(Some(call::envelope)),
    };
    let security = operation.security.iter();
    let security = security.map(|Requirement(schemes)| quote!(&[#(#schemes),*]));
    quote! {
        static #constant: Operation = Operation {
            id: #id,
            method: Method::#method,
            path: #path,
            parameters: &[#(&#parameters),*],
            content_type: #content_type,
            accept: #accept,
            security: &[#(#security),*],
            envelope: #envelope,
        };
    }
}

fn header_value(text: &str) -> TokenStream {
    quote!(HeaderValue::from_static(#text))
}

fn builder(operation: &Operation<'_>) -> TokenStream {
    let builder = ident(operation.builder);
    let docs = docs::outer(&operation.builder_docs);
    let constant = ident(operation.constant);
    let implementation = match operation.setters.as_slice() {
        [] => quote!(),
        setters => {
            let setters = spaced(setters.iter().map(setter::emit));
            quote!(impl #builder { #setters })
        }
    };
    let request = match &operation.sent {
        Sent::Nothing => quote!(),
        Sent::Bytes => quote!(bytes),
        Sent::Value(value) => ty::ty(value),
    };
    let payload = outcomes::payload(&operation.payload);
    let streamed = match operation.payload.reading() {
        Reading::Whole => quote!(),
        Reading::Streamed => quote!(call::streamed!(#builder);),
    };
    let pages = operation.pages.iter();
    let pages = pages.map(|pages| pages::pages(operation, pages));
    let waiter = operation.waiting.waiter.iter();
    let waiter = waiter.map(|waiter| waiting::waiter(operation, waiter));
    let start = operation.waiting.start.iter();
    let start = start.map(|start| waiting::start(operation, start));
    let stream = operation.stream.iter();
    let stream = stream.map(|stream| stream::stream(operation, stream));
    let work = operation.waiting.work.iter();
    let work = work.map(|work| waiting::work(operation, work));
    quote! {
        #docs
        #[must_use = "a request is sent only by `send` or `send_with_meta`"]
        #[derive(Clone, Debug)]
        pub struct #builder { call: Box<Call> }
        #implementation
        call::operation!(#constant: #builder(#request) -> #payload);
        #streamed
        #(#pages)*
        #(#waiter)*
        #(#start)*
        #(#stream)*
        #(#work)*
    }
}
