//! Statements that call an operation, for documentation.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::docs::{Example, blank};
use super::model::{NamedOperation, ident};
use super::operation::{self, Payload};
use super::parameter::{Passing, passing};
use super::{Model, sample};
use crate::ir::{Encoding, Shape, TypeRef};

/// The example of an operation, when every required argument has a value.
pub(super) fn doctest(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<Example> {
    let library = model.library();
    let Request { before, call } = request(model, operation)?;
    let send = send(operation, &call);
    let code = quote!(#before #send);
    let blank = blank();
    let types = uses_types(&code).then(|| quote!(use #library::types; #blank));
    let signature =
        format!("async fn example(client: {library}::Client) -> Result<(), {library}::Error> {{");
    Some(Example {
        before: vec![signature],
        code: quote!(#types #code),
        after: vec!["Ok(())".to_owned(), "}".to_owned()],
    })
}

/// A call that is ready to be sent.
pub(super) struct Request {
    /// Statements that make the body.
    pub(super) before: TokenStream,
    /// The expression on which `send` is called.
    pub(super) call: TokenStream,
}

/// The call of an operation with a sample for each required argument.
pub(super) fn request(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<Request> {
    let positional = operation.facts.positional.iter();
    let arguments = positional
        .map(|&index| {
            let ty = &operation.def.parameters[index].ty;
            Some(pass(model, ty, sample::owned(model, ty)?))
        })
        .collect::<Option<_>>()?;
    request_with(model, operation, arguments)
}

/// The same with these expressions for the positional parameters.
pub(super) fn request_with(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    mut arguments: Vec<TokenStream>,
) -> Option<Request> {
    let body = operation::request(operation).filter(|(body, _)| body.required);
    let before = match body {
        Some((_, media)) => {
            let value = match media.encoding {
                Encoding::Json | Encoding::Form | Encoding::Multipart => {
                    match default_variant(model, operation, &media.ty) {
                        Some(variant) => {
                            let value = sample::exactly(model, &media.ty)?;
                            quote!(#variant(#value))
                        }
                        None => sample::owned(model, &media.ty)?,
                    }
                }
                Encoding::Text | Encoding::Binary => quote!("..."),
            };
            // No parameter has the name of the body.
            let body = ident(&operation.names.body);
            arguments.push(quote!(#body));
            quote!(let #body = #value;)
        }
        None => quote!(),
    };
    let tag = tag_accessor(model, operation);
    let method = ident(&operation.names.method);
    let call = quote!(client.#tag().#method(#(#arguments),*));
    Some(Request { before, call })
}

/// The variant of a body in several media types, unless the value says by its type that it is that one.
fn default_variant(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    ty: &TypeRef,
) -> Option<TokenStream> {
    let names = operation.names.alternatives.as_ref()?;
    if let Some(Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_)) = model.shape(ty) {
        return None;
    }
    let (library, name) = (model.library(), ident(&names.ident));
    let variant = ident(names.variants.first()?);
    Some(quote!(#library::api::#name::#variant))
}

/// Sends a call and shows the answer, if there is one.
pub(super) fn send(operation: NamedOperation<'_>, call: &TokenStream) -> TokenStream {
    if Payload::of(operation).is_nothing() {
        return quote!(#call.send().await?;);
    }
    quote! {
        let answer = #call.send().await?;
        println!("{answer:?}");
    }
}

fn tag_accessor(model: &Model<'_>, operation: NamedOperation<'_>) -> proc_macro2::Ident {
    let names = model.names.tags.get(operation.facts.group);
    ident(names.map_or("api", |names| &names.module))
}

/// A value as the method of an operation takes it.
pub(super) fn pass(model: &Model<'_>, ty: &TypeRef, value: TokenStream) -> TokenStream {
    match passing(model, ty) {
        Passing::Borrowed => quote!(&#value),
        Passing::Text | Passing::Copied | Passing::Converted => value,
    }
}

/// Whether statements name something below `types`. A local or a method of that name needs no import.
pub(super) fn uses_types(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_used = match &token {
            TokenTree::Group(group) => uses_types(&group.stream()),
            TokenTree::Ident(ident) => ident == "types" && tokens.peek().is_some_and(is_colon),
            _ => false,
        };
        if is_used {
            return true;
        }
    }
    false
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')
}
