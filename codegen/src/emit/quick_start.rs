//! How to use the crate, shown with one of its operations: for the crate documentation and the README.

use std::cmp::Reverse;

use proc_macro2::TokenStream;
use quote::quote;

use super::credentials::{Authentication, authentication};
use super::docs::{Doc, Example, blank};
use super::model::{NamedOperation, ident};
use super::overview::Links;
use super::{Model, example, features, operation, servers};
use crate::analyze::Success;
use crate::ir::{Encoding, PathSegment, Shape};

/// A heading, and the text and statements below it.
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) text: String,
    pub(super) example: Option<Example>,
}

impl Section {
    /// Adds the section to the crate documentation, where statements are compiled.
    pub(super) fn document(&self, doc: Doc) -> Doc {
        let doc = doc
            .paragraph(&format!("# {}", self.title))
            .paragraph(&self.text);
        match &self.example {
            Some(example) => doc.example(example),
            None => doc,
        }
    }

    /// The section as Markdown.
    pub(super) fn markdown(&self) -> String {
        let code = self.example.as_ref().map(|example| {
            let code = crate::render::code(&example.code);
            format!("```rust\n{code}\n```")
        });
        let mut parts = vec![format!("## {}", self.title)];
        parts.extend((!self.text.is_empty()).then(|| self.text.clone()));
        parts.extend(code);
        parts.join("\n\n")
    }
}

/// The operation that is shown.
struct Shown<'a> {
    operation: NamedOperation<'a>,
    authentication: Authentication,
    request: example::Request,
}

impl<'a> Shown<'a> {
    /// Of the operations that a program can call and should, the one that shows most: a body of several forms
    /// before any other, then the one with most arguments, then the first.
    fn of(model: &Model<'a>) -> Option<Self> {
        let current = model.operations().filter(|it| !it.def.deprecated);
        let mut ranked: Vec<_> = current.collect();
        ranked.sort_by_cached_key(|operation| Reverse(rank(model, *operation)));
        ranked.into_iter().find_map(|operation| {
            Some(Self {
                operation,
                authentication: authentication(model, operation)?,
                request: example::request(model, operation)?,
            })
        })
    }
}

/// How much an operation shows.
fn rank(model: &Model<'_>, operation: NamedOperation<'_>) -> (bool, usize) {
    let body = operation::request(operation).filter(|(body, _)| body.required);
    let is_union =
        body.is_some_and(|(_, media)| matches!(model.shape(&media.ty), Some(Shape::Union(_))));
    (is_union, operation.facts.positional.len())
}

/// A client, a call, and what to do about an error; nothing when there is no operation to show.
pub(super) fn first_call(model: &Model<'_>) -> Option<Section> {
    let shown = Shown::of(model)?;
    let library = model.library();
    let import = shown.authentication.import();
    let base_url = servers::base_url(model, &servers::example_url());
    let client = shown
        .authentication
        .client(base_url.as_ref(), &quote!("..."));
    let blank = blank();
    let example::Request { before, call } = shown.request;
    let types = [&before, &call].into_iter().any(example::uses_types);
    let types = types.then(|| quote!(, types));
    let code = quote! {
        use #library::{#import Client #types};
        #blank
        let client = #client;
        #before
        let call = #call;
        #blank
        match call.send().await {
            Ok(answer) => println!("{answer:?}"),
            Err(error) if error.is_not_found() => println!("there is no such thing: {error}"),
            Err(error) if error.is_rate_limited() => println!("wait {:?}", error.retry_after()),
            Err(error) => println!("{error}"),
        }
    };
    Some(Section {
        title: "Getting started",
        text: String::new(),
        example: Some(asynchronous(model, shown.operation, "", code)),
    })
}

/// What goes beyond a first call.
pub(super) fn more(model: &Model<'_>, links: Links) -> Vec<Section> {
    let Some(shown) = Shown::of(model) else {
        return Vec::new();
    };
    vec![
        Section {
            title: "Retries and deadlines",
            text: links.text(RETRIES),
            example: Some(retries(model, shown.operation)),
        },
        Section {
            title: "Other requests",
            text: links.text(BEYOND),
            example: Some(beyond(model, shown.operation)),
        },
        Section {
            title: "Looking into a failure",
            text: links.text(FAILURES),
            example: None,
        },
    ]
}

const RETRIES: &str = "\
A call is sent again only where that does no harm: when the server has turned it away without acting on it (429, or 503
with a `Retry-After`), when there was no connection and, for methods that are idempotent such as `GET` and `DELETE`,
also after 408, 502, 503 and 504, a broken connection or a timeout. A `POST` that the server may have acted on is never
sent twice, unless [`Retry::repeatable`] says that it may be.

[`Retry`] says how often a call is sent, and how long it may take with all its attempts and the waits between them; a
timeout is for one attempt. [`ClientBuilder::retry`] and [`ClientBuilder::timeout`] are for all calls of a client,
`with_retry` and `with_timeout` for one:";

const BEYOND: &str = "\
[`Client::request`] sends any other request to the same server, with the same credentials, retries and errors. It takes
types of the crate `http`, and gives any type that serde can read:";

const FAILURES: &str = "\
`to_curl` writes a call down as a command line of `curl`; credentials are variables of the shell there, and what the
API marks as secret is left out.

With the feature `tracing`, each call is a span that has the operation, the method and the path with its parameters in
braces, and in the end the number of attempts, the status, the error and the id of the request; each further attempt is
an event in it. No credential, no argument and no body is in either, but a request of [`Client::request`] shows its
path as the caller wrote it.";

fn retries(model: &Model<'_>, operation: NamedOperation<'_>) -> Example {
    let library = model.library();
    let builder = ident(&operation.names.builder);
    let blank = blank();
    let call = quote!(call.with_retry(retry).with_timeout(Duration::from_secs(10)));
    let send = example::send(operation, &call);
    let code = quote! {
        use std::time::Duration;
        #blank
        use #library::Retry;
        #blank
        let retry = Retry::new().max_attempts(2).deadline(Duration::from_secs(30));
        #send
    };
    let parameters = format!("call: {library}::api::{builder}");
    asynchronous(model, operation, &parameters, code)
}

fn beyond(model: &Model<'_>, operation: NamedOperation<'_>) -> Example {
    let library = model.library();
    let path = path(operation);
    let accept = accept(operation);
    let (import, header) = match &accept {
        Some(range) => (
            Some(quote!(
                use http::header::{ACCEPT, HeaderValue};
            )),
            Some(quote!(.with_header(ACCEPT, HeaderValue::from_static(#range)))),
        ),
        None => (None, None),
    };
    let blank = blank();
    let code = quote! {
        use http::Method;
        #import
        #blank
        let request = client.request(Method::GET, #path) #header;
        let answer = request.send::<serde_json::Value>().await?;
        println!("{}", answer.body());
    };
    let parameters = format!("client: {library}::Client");
    asynchronous(model, operation, &parameters, code)
}

/// The beginning of the operation's path, without parameters.
fn path(operation: NamedOperation<'_>) -> &str {
    let first = match operation.def.path.0.first() {
        Some(PathSegment::Literal(text)) => text.trim_end_matches('/'),
        _ => "",
    };
    if first.is_empty() { "/" } else { first }
}

/// The media type that has to be asked for where plain JSON is not what the server sends.
fn accept(operation: NamedOperation<'_>) -> Option<&str> {
    let (Success::Body(body) | Success::Optional(body, _)) = &operation.facts.success else {
        return None;
    };
    let media = operation.media(*body);
    let is_own = media.encoding == Encoding::Json && media.range != "application/json";
    is_own.then_some(media.range.as_str())
}

/// Statements within an asynchronous function that has these parameters, and is there where the operation is.
fn asynchronous(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
    parameters: &str,
    code: TokenStream,
) -> Example {
    let library = model.library();
    let condition = features::of(model, operation);
    let condition = condition.map(|feature| format!("#[cfg(feature = {feature:?})]"));
    let signature = format!("async fn example({parameters}) -> Result<(), {library}::Error> {{");
    Example {
        before: condition.into_iter().chain([signature]).collect(),
        code,
        after: vec!["Ok(())".to_owned(), "}".to_owned()],
    }
}
