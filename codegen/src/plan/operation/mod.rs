//! Operations: a method, a description and a builder each.

pub(super) mod answer;
mod body;
mod deprecation;
mod docs;
mod link;
pub(super) mod media;
mod outcomes;
mod parameter;
mod response;

pub use answer::{Payload, Reading};
pub use body::{Alternative, Alternatives, Format, Sent, SetBody, Written};
pub use deprecation::Deprecation;
pub use outcomes::{Failure, OutcomeVariant, Outcomes};
pub(in crate::plan) use parameter::unusual_fields;
pub use parameter::{Attribute, Row, SetParameter, Target};
pub use response::{Place, Response};

use super::docs::{Doc, ItemPhrase};
use super::idempotency;
use super::lint::Lint;
use super::model::{Model, NamedOperation};
use super::paging::{self, Pages};
use super::required::{Required, RequiredValue};
use super::streaming::{self, Stream};
use super::waiting::{self, Waiting};
use crate::analyze::Span;
use crate::diagnostic::Pointer;
use crate::ir::{self, Location, Method, Requirement, Server};
use link::link;

/// An operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation<'a> {
    /// Its place in the document.
    pub origin: &'a Pointer,
    /// Its id, with its version if that is not the usual one.
    pub id: String,
    /// The request method.
    pub method: Method,
    /// The path template.
    pub path: String,
    /// The method on the handle of its tag.
    pub ident: &'a str,
    /// The builder.
    pub builder: &'a str,
    /// The static that describes it.
    pub constant: &'a str,
    /// The documentation of the method.
    pub docs: Doc<'a>,
    /// The documentation of the builder.
    pub builder_docs: Doc<'a>,
    /// Why it is deprecated.
    pub deprecated: Option<Deprecation<'a>>,
    /// Lints that the document decides about.
    pub lints: Vec<Lint>,
    /// The descriptions of the parameters.
    pub parameters: Vec<Row<'a>>,
    /// The media type of the request body.
    pub content_type: Option<&'a str>,
    /// The media types that a request accepts.
    pub accept: Option<String>,
    /// Whether a parameter requests an envelope.
    pub envelope: Envelope,
    /// The credentials that it takes: alternatives.
    pub security: &'a [Requirement],
    /// The positional parameters.
    pub arguments: Vec<SetParameter<'a>>,
    /// The required body, which is the last argument.
    pub body: Option<SetBody<'a>>,
    /// The struct that holds the arguments, if there are many.
    pub required: Option<Required<'a>>,
    /// A server of its own.
    pub server: Option<String>,
    /// The redirects that are successes.
    pub redirects: Option<&'a [Span]>,
    /// The header in which it sends an idempotency key, in lower case.
    pub idempotency_key: Option<String>,
    /// The functions of the builder.
    pub setters: Vec<Setter<'a>>,
    /// The request as tests see it.
    pub sent: Sent<'a>,
    /// The result.
    pub payload: Payload<'a>,
    /// The enum of the body, if that can be sent in several media types.
    pub alternatives: Option<Alternatives<'a>>,
    /// The enum of the result, if that differs by status.
    pub success: Option<Outcomes<'a>>,
    /// The bodies of failures.
    pub failure: Option<Failure<'a>>,
    /// The documented responses.
    pub responses: Vec<Response<'a>>,
    /// How the list of the result is divided into pages.
    pub pages: Option<Pages<'a>>,
    /// Its part in waits.
    pub waiting: Waiting<'a>,
    /// The sequence of values that it returns.
    pub stream: Option<Stream<'a>>,
}

/// The envelope around the bodies of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Envelope {
    /// None.
    None,
    /// A query parameter requests one.
    Requested,
}

/// A function of a builder.
#[derive(Clone, Debug, PartialEq)]
pub enum Setter<'a> {
    /// Sets a parameter.
    Parameter(Doc<'a>, Option<Deprecation<'a>>, SetParameter<'a>),
    /// Sets the body.
    Body(Doc<'a>, SetBody<'a>),
    /// Sets a body in any media type.
    OtherBody(Doc<'a>),
    /// Sends the request and accepts any media type.
    SendAs(Doc<'a>),
}

/// More arguments than this are a lint.
const ARGUMENTS: usize = 7;

pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Operation<'a> {
    let def = operation.def;
    let positional = operation.facts.positional.iter();
    let arguments = positional.map(|id| parameter::required(model, operation, *id));
    let arguments: Vec<_> = arguments.collect();
    let body = operation.required_body();
    let body = body.map(|it| body::set(model, operation, it));
    let required = required(model, operation, &arguments, body.as_ref());
    // The method has a receiver.
    let count = arguments.len() + 1 + usize::from(body.is_some());
    let is_long = count > ARGUMENTS && required.is_none();
    let redirects = operation.facts.redirects.as_slice();
    let id = match &def.alternative {
        None => def.id.clone(),
        Some(version) => format!("{}@{version}", def.id),
    };
    Operation {
        origin: &def.origin,
        id,
        method: def.method,
        path: def.path.to_string(),
        ident: &operation.names.method,
        builder: &operation.names.builder,
        constant: &operation.names.constant,
        docs: docs::docs(model, operation),
        builder_docs: Doc::phrase(ItemPhrase::CallOf(link(model, operation))),
        deprecated: Deprecation::of_operation(def),
        lints: Vec::from_iter(is_long.then_some(Lint::ManyParameters)),
        parameters: def
            .parameter_ids()
            .map(|id| parameter::row(operation.parameter(id)))
            .collect(),
        content_type: media::content_type(operation),
        accept: media::accept(operation),
        envelope: envelope(model, def),
        security: &def.security,
        arguments,
        body,
        required,
        server: def.servers.first().map(Server::default_url),
        redirects: (!redirects.is_empty()).then_some(redirects),
        idempotency_key: idempotency::plan(model, operation).map(str::to_ascii_lowercase),
        setters: setters(model, operation),
        sent: body::sent(model, operation),
        payload: operation.answer().payload(model),
        alternatives: body::alternatives(model, operation),
        success: outcomes::success(model, operation),
        failure: outcomes::failure(model, operation),
        responses: response::plan(model, operation),
        pages: paging::plan(model, operation),
        waiting: waiting::plan(model, operation),
        stream: streaming::plan(model, operation),
    }
}

fn required<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    arguments: &[SetParameter<'a>],
    body: Option<&SetBody<'a>>,
) -> Option<Required<'a>> {
    let ident = operation.names.required.as_deref()?;
    let docs = Doc::phrase(ItemPhrase::RequiredOf(link(model, operation)));
    let parameters = arguments.iter().map(|set| RequiredValue {
        name: set.target.name,
        ident: set.ident,
        argument: set.argument.clone(),
    });
    let body = body.map(|set| RequiredValue {
        name: set.ident,
        ident: set.ident,
        argument: set.argument.clone(),
    });
    let values = parameters.chain(body).collect();
    Some(Required::new(ident, docs, values))
}

fn setters<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Vec<Setter<'a>> {
    let optional = operation.facts.optional.iter().map(|id| {
        let parameter = operation.parameter(*id);
        let deprecated = parameter.def.deprecated;
        let deprecated = deprecated.then_some(Deprecation::Parameter);
        let set = parameter::set(model, parameter);
        Setter::Parameter(docs::parameter(parameter.def), deprecated, set)
    });
    let body = operation.body().filter(|(body, _)| !body.required);
    let body = body.map(|(body, media)| {
        let docs = Doc::of(&body.docs, ItemPhrase::Body);
        Setter::Body(docs, body::set(model, operation, (body, media)))
    });
    optional
        .chain(body)
        .chain(media::other_body(operation).map(Setter::OtherBody))
        .chain(media::send_as(operation).map(Setter::SendAs))
        .collect()
}

fn envelope(model: &Model<'_>, def: &ir::Operation) -> Envelope {
    let envelope = model.options.envelope.as_ref();
    let requests = |parameter: &ir::Parameter| {
        parameter.location == Location::Query
            && envelope.is_some_and(|envelope| parameter.name == envelope.parameter)
    };
    match def.parameters.iter().find(|it| requests(it)) {
        Some(_) => Envelope::Requested,
        None => Envelope::None,
    }
}
