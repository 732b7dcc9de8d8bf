//! Statements that call an operation, for documentation.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Example;
use super::model::{NamedOperation, ident};
use super::operation::{Payload, request};
use super::parameter::{Passing, passing};
use super::{Model, sample};
use crate::ir::{Encoding, TypeRef};

/// The example of an operation, when every required argument has a value.
pub(super) fn doctest(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<Example> {
    let library = model.library();
    let call = call(model, operation)?;
    let types = uses_types(&call).then(|| quote!(use #library::types;));
    let before = vec![format!(
        "async fn example(client: {library}::Client) -> Result<(), {library}::Error> {{"
    )];
    Some(Example {
        before,
        code: quote!(#types #call),
        after: vec!["Ok(())".to_owned(), "}".to_owned()],
    })
}

/// `let answer = client.tag().operation(..).send().await?;`
pub(super) fn call(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<TokenStream> {
    let arguments: Option<Vec<_>> = operation
        .facts
        .positional
        .iter()
        .map(|&index| argument(model, &operation.def.parameters[index].ty))
        .collect();
    call_with(model, operation, arguments?)
}

/// The same with these expressions for the positional parameters.
pub(super) fn call_with(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    mut arguments: Vec<TokenStream>,
) -> Option<TokenStream> {
    let body = request(operation).filter(|(body, _)| body.required);
    let (body_let, body_argument) = match body {
        Some((_, media)) => match media.encoding {
            Encoding::Json => (Some(sample::owned(model, &media.ty)?), quote!(body)),
            Encoding::Text => (None, quote!("...")),
            Encoding::Form | Encoding::Multipart | Encoding::Binary => return None,
        },
        None => (None, quote!()),
    };
    arguments.extend(body.map(|_| body_argument));
    let body_let = body_let.map(|body| quote!(let body = #body;));
    let tag = tag_accessor(model, operation);
    let method = ident(&operation.names.method);
    let call = quote!(client.#tag().#method(#(#arguments),*).send().await?);
    let call = match Payload::of(operation) {
        Payload::Nothing => quote!(#call;),
        _ => quote!(let answer = #call; println!("{answer:?}");),
    };
    Some(quote!(#body_let #call))
}

fn tag_accessor(model: &Model<'_>, operation: NamedOperation<'_>) -> proc_macro2::Ident {
    let tags = model.api.tags.iter().zip(&model.names.tags);
    let name = tags
        .filter(|(tag, _)| tag.name == operation.def.tag)
        .map(|(_, names)| names.module.as_str())
        .next();
    ident(name.unwrap_or("api"))
}

/// An expression for a positional argument.
fn argument(model: &Model<'_>, ty: &TypeRef) -> Option<TokenStream> {
    let value = sample::owned(model, ty)?;
    Some(match passing(model, ty) {
        Passing::Borrowed => quote!(&#value),
        Passing::Text | Passing::Copied | Passing::Converted => value,
    })
}

fn uses_types(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        proc_macro2::TokenTree::Group(group) => uses_types(&group.stream()),
        proc_macro2::TokenTree::Ident(ident) => ident == "types",
        _ => false,
    })
}
