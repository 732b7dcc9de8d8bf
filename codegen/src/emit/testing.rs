//! What helps users to test their code: the bodies of an operation, the API's error as an answer, and an example.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, Example, blank};
use super::model::{NamedOperation, ident};
use super::operation::{self, Payload};
use super::quick_start::Section;
use super::type_ref::nullable_type;
use super::{Model, SourceFile, example, features, markdown, rt, sample, servers};
use crate::ir::{Encoding, RequestBody, Shape, TypeRef};

/// What the crate documentation and the README say before the example.
const LEAD: &str = "\
With the feature `test-util`, `testing::InMemory` stands where the network is: it gives typed answers and keeps the \
requests. Everything above it, from credentials and retries to errors, is what runs in production.";

/// What the runtime's macro calls the body of a request.
pub(super) fn request(model: &Model<'_>, operation: NamedOperation<'_>) -> TokenStream {
    let Some((body, media)) = operation::request(operation) else {
        return quote!();
    };
    if media.encoding != Encoding::Json {
        return quote!(bytes);
    }
    let rust = nullable_type(model, &media.ty);
    match (body, &media.ty) {
        (RequestBody { required: true, .. }, _) | (_, TypeRef::Nullable(_)) => rust,
        _ => quote!(Option<#rust>),
    }
}

/// The way to answer with the error that all operations share.
pub(super) fn fail(model: &Model<'_>) -> Option<TokenStream> {
    let error = model.get(model.facts.error?).ident();
    let testing = rt::testing();
    Some(quote! {
        #[cfg(feature = "test-util")]
        impl<O> #testing::Stub<O> {
            /// Adds an answer: a failure with this status and body.
            pub fn fail(&self, status: u16, error: &crate::types::#error) {
                self.reply(#testing::Answer::json(status, error));
            }
        }
    })
}

/// `examples/testing.rs`, where there is an operation to show.
pub(super) fn emit<'a>(model: &'a Model<'a>) -> Option<SourceFile<'a>> {
    script(model)?;
    let tokens = || program(model).unwrap_or_default();
    Some(SourceFile::rust(model, "examples/testing.rs", tokens))
}

fn program(model: &Model<'_>) -> Option<TokenStream> {
    let Script { imports, code, .. } = script(model)?;
    let docs = Doc::default()
        .paragraph("How to test code that uses this crate: without a network.")
        .paragraph(&markdown::code(
            "cargo run --example testing --features test-util",
        ))
        .inner();
    Some(quote! {
        #docs
        #imports
        #[tokio::main(flavor = "current_thread")]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            #code
            Ok(())
        }
    })
}

/// The part of the manifest about that file: it is a test that Cargo runs.
pub(super) fn target(model: &Model<'_>) -> String {
    let Some(Script { feature, .. }) = script(model) else {
        return String::new();
    };
    let features = ["test-util"].into_iter().chain(feature);
    let features: Vec<_> = features.map(|name| format!("{name:?}")).collect();
    format!(
        "\n[[example]]\nname = \"testing\"\nrequired-features = [{}]\ntest = true\nharness = false\n",
        features.join(", ")
    )
}

/// The same for the crate documentation and the README.
pub(super) fn section(model: &Model<'_>) -> Option<Section> {
    let Script {
        imports,
        code,
        feature,
    } = script(model)?;
    let blank = blank();
    let condition = match feature {
        None => "#[cfg(feature = \"test-util\")]".to_owned(),
        Some(feature) => format!("#[cfg(all(feature = \"test-util\", feature = {feature:?}))]"),
    };
    let example = Example {
        before: vec![
            condition,
            "async fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
        ],
        code: quote!(#imports #blank #code),
        after: vec!["Ok(())".to_owned(), "}".to_owned()],
    };
    Some(Section {
        title: "Tests",
        text: LEAD.to_owned(),
        example: Some(example),
    })
}

struct Script<'a> {
    imports: TokenStream,
    code: TokenStream,
    /// That of the group which is called.
    feature: Option<&'a str>,
}

/// A call that succeeds, what it sent, and the same call when it fails.
fn script<'a>(model: &Model<'a>) -> Option<Script<'a>> {
    let operations = || model.operations().filter(|it| !it.def.deprecated);
    let with_body = operations().filter(|it| has_typed_body(model, *it));
    let (operation, answer, request) = with_body
        .chain(operations())
        .find_map(|it| Some((it, answer(model, it)?, example::request(model, it)?)))?;
    let library = model.library();
    let builder = ident(&operation.names.builder);
    let example::Request { before, call } = request;
    let (keep, compare) = if has_typed_body(model, operation) {
        let received = quote! {
            let received = requests[0].body()?;
            assert_eq!(received, sent);
        };
        let body = ident(&operation.names.body);
        (quote!(let sent = #body.clone();), received)
    } else {
        (quote!(), quote!(assert_eq!(requests.len(), 1);))
    };
    let error = model.facts.error.map(TypeRef::Named);
    let error = error.and_then(|ty| sample::owned(model, &ty));
    let (testing, fail) = match error {
        Some(error) => (quote!(InMemory), quote!(stub.fail(409, &#error))),
        None => (
            quote!({Answer, InMemory}),
            quote!(stub.reply(Answer::new(409, ""))),
        ),
    };
    let blank = blank();
    let base_url = servers::base_url(model, &servers::example_url());
    Some(Script {
        feature: features::of(model, operation),
        imports: quote! {
            use #library::testing::#testing;
            use #library::{Client, api, types};
        },
        code: quote! {
            let server = InMemory::new();
            let client = Client::builder()#base_url.transport(server.clone()).build()?;
            let stub = server.on::<api::#builder>();
            #blank
            #before
            #keep
            let call = #call;
            let expected = #answer;
            stub.answer(expected.clone());
            let answer = call.clone().send().await?;
            assert_eq!(answer, expected);
            let requests = stub.requests();
            #compare
            #blank
            #fail;
            let error = call.send().await.unwrap_err();
            assert!(error.is_conflict());
        },
    })
}

/// A body that a test can compare with what was sent.
fn has_typed_body(model: &Model<'_>, operation: NamedOperation<'_>) -> bool {
    operation::request(operation).is_some_and(|(body, media)| {
        body.required && media.encoding == Encoding::Json && is_composite(model, &media.ty)
    })
}

/// A sample of what the operation answers, where that needs no conversion.
fn answer(model: &Model<'_>, operation: NamedOperation<'_>) -> Option<TokenStream> {
    match Payload::of(operation) {
        Payload::Value(ty) if is_composite(model, ty) => sample::owned(model, ty),
        _ => None,
    }
}

fn is_composite(model: &Model<'_>, ty: &TypeRef) -> bool {
    match model.shape(ty) {
        Some(Shape::Struct(_) | Shape::Union(_)) => sample::is_read_back(model, ty),
        _ => false,
    }
}
