//! The contents of the crate documentation and the README.

use super::command_line::Shown;
use super::credentials::Environment;
use super::docs::Doc;
use super::example::Example;
use super::formats;
use super::idempotency;
use super::installation::{self, Choice, Installation};
use super::model::{Model, NamedOperation, NamedType, Skipped};
use super::operations::{self, Operations};
use super::package::Features;
use super::paging::{self, Overview as Pagination};
use super::parts;
use super::quick_start::{self, QuickStart};
use super::rich::Rich;
use super::streaming::{self, Overview as Streams};
use super::waiting::{self, Overview as Waiting};
use super::webhooks::{self, Selection};
use crate::ir::{Check, Scalar, Shape, TypeRef};
use crate::pattern::Unchecked;

/// The contents of the crate documentation and the README.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'a> {
    /// The description of the API, for the crate documentation.
    pub docs: Doc<'a>,
    /// The features to choose before the first build, where the API is large.
    pub choice: Option<Choice<'a>>,
    /// The lines of a manifest, for the README.
    pub installation: Installation<'a>,
    /// The sections of both, in order.
    pub sections: Vec<Section<'a>>,
}

/// A section of the crate documentation and the README. There is none about a topic that does not concern the API.
#[derive(Clone, Debug, PartialEq)]
pub enum Section<'a> {
    /// A program with one call.
    FirstCall(Example<'a>),
    /// The environment variables of credentials.
    Credentials(Environment<'a>),
    /// The groups and their operations.
    Operations(Operations<'a>),
    /// A call with a body.
    Bodies(Example<'a>),
    /// The operations that are missing because of flaws of the document.
    Skipped(&'a [Skipped]),
    /// Errors, and the bodies of failures; how a program handles those of a call.
    Errors(Failures, Option<Example<'a>>),
    /// Lists in pages.
    Pagination(Pagination<'a>),
    /// Waiting for work of the server.
    Waiting(Waiting<'a>),
    /// Sequences of values.
    Streams(Streams<'a>),
    /// The requests that the server sends.
    Webhooks(Webhooks<'a>),
    /// Values that the API restricts, and when they are checked.
    Validation,
    /// Strings with a format whose values are types of libraries.
    Formats(Vec<&'static Rich>),
    /// A call with a struct of required values.
    RequiredValues(Example<'a>),
    /// Retries and timeouts.
    Retries(Example<'a>),
    /// Calls of programs that are not asynchronous.
    Blocking(Example<'a>, Iteration),
    /// The headers with idempotency keys.
    Idempotency(Vec<&'a str>),
    /// A request without an operation.
    OtherRequests(Example<'a>),
    /// Logs, traces and `curl` command lines.
    Troubleshooting,
    /// Interceptors, and code for any call.
    Interceptors,
    /// Tests without a network.
    Tests(Example<'a>),
    /// The command line.
    CommandLine(Shown),
    /// The features of the crate.
    Features,
    /// The minimum version of Rust, and what versions of the crate mean.
    Compatibility,
    /// The types about which the crate knows less than the document.
    Limits(Vec<Gap<'a>>),
}

/// The requests that the server sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhooks<'a> {
    /// The name of the crate in code.
    pub library: String,
    /// Whether the crate verifies signatures.
    pub verification: Verification,
    /// How a request tells which event it is about.
    pub selection: Selection<'a>,
}

/// Whether a crate verifies signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// It does.
    Known,
    /// The settings do not tell how requests are signed.
    Unknown,
}

/// Whether a client has streams, over which blocking programs iterate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Iteration {
    /// It has none.
    None,
    /// It has some.
    Streams,
}

/// The bodies of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failures {
    /// None, or the shared error.
    Shared,
    /// Some operations have bodies of their own.
    Own,
}

/// A type about which the crate knows less than the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap<'a> {
    /// Values that match several variants of the union of this name stay JSON.
    Ambiguous(&'a str),
    /// The pattern of the type of this name is not checked, for this reason.
    Unchecked(&'a str, &'a Unchecked),
}

impl Iteration {
    pub(super) fn of(parts: &parts::Selection<'_>) -> Self {
        match parts.condition("blocking/block_iter.rs") {
            Some(_) => Self::Streams,
            None => Self::None,
        }
    }
}

pub(super) fn plan<'a>(
    model: &Model<'a>,
    features: &Features<'a>,
    testing: Option<Example<'a>>,
    command_line: Option<Shown>,
    iteration: Iteration,
) -> Overview<'a> {
    let info = &model.api.info;
    let quick_start = quick_start::plan(model);
    Overview {
        docs: Doc::default()
            .line(&info.title)
            .markdown(info.description.as_deref())
            .link(info.external.as_ref()),
        choice: installation::choice(model, features),
        installation: installation::plan(model, features, quick_start.as_ref()),
        sections: sections(model, quick_start, testing, command_line, iteration),
    }
}

fn sections<'a>(
    model: &Model<'a>,
    quick_start: Option<QuickStart<'a>>,
    testing: Option<Example<'a>>,
    command_line: Option<Shown>,
    iteration: Iteration,
) -> Vec<Section<'a>> {
    let gaps: Vec<_> = model.types().filter_map(gap).collect();
    let mut sections = Vec::new();
    let (errors, more) = match quick_start {
        None => (None, Vec::new()),
        Some(quick_start) => {
            let keys = idempotency::headers(model);
            let mut more = vec![Section::Retries(quick_start.retries)];
            more.extend((!keys.is_empty()).then_some(Section::Idempotency(keys)));
            more.push(Section::OtherRequests(quick_start.other_request));
            more.push(Section::Troubleshooting);
            more.push(Section::Interceptors);
            more.push(Section::Blocking(quick_start.blocking, iteration));
            sections.push(Section::FirstCall(quick_start.first_call));
            (Some(quick_start.errors), more)
        }
    };
    sections.extend(model.environment().map(Section::Credentials));
    sections.extend(operations::plan(model).map(Section::Operations));
    sections.extend((!model.skipped.is_empty()).then_some(Section::Skipped(model.skipped)));
    sections.extend(quick_start::body(model).map(Section::Bodies));
    sections.extend(failures(model).map(|it| Section::Errors(it, errors)));
    sections.extend(validation(model));
    let formats = formats::used(model);
    sections.extend((!formats.is_empty()).then_some(Section::Formats(formats)));
    sections.extend(required_values(model).map(Section::RequiredValues));
    sections.extend(paging::overview(model).map(Section::Pagination));
    sections.extend(waiting::overview(model).map(Section::Waiting));
    sections.extend(streaming::overview(model).map(Section::Streams));
    sections.extend(webhooks(model).map(Section::Webhooks));
    sections.extend(more);
    sections.extend(testing.map(Section::Tests));
    sections.extend(command_line.map(Section::CommandLine));
    sections.push(Section::Features);
    sections.extend((!gaps.is_empty()).then_some(Section::Limits(gaps)));
    sections.push(Section::Compatibility);
    sections
}

/// The section about validation, if a caller passes a value with rules.
fn validation<'a>(model: &Model<'_>) -> Option<Section<'a>> {
    let is_restricted =
        |ty: &NamedType<'_>| ty.facts.in_request && matches!(ty.def.shape, Shape::Scalar(_));
    let mut types = model.types();
    types.find(is_restricted).map(|_| Section::Validation)
}

/// A call that takes more required values than positional arguments, or whose body does.
fn required_values<'a>(model: &Model<'a>) -> Option<Example<'a>> {
    let has_many = |operation: &NamedOperation<'a>| {
        let body = operation.required_body();
        let body = body.map(|(_, media)| model.api.types.resolve(&media.ty));
        operation.names.required.is_some()
            || matches!(body, Some(TypeRef::Named(id)) if model.get(*id).names.required.is_some())
    };
    let mut operations = model.operations().filter(has_many);
    operations.find_map(|operation| model.doctest(operation))
}

fn webhooks<'a>(model: &Model<'a>) -> Option<Webhooks<'a>> {
    let webhooks = webhooks::plan(model)?;
    Some(Webhooks {
        library: model.library(),
        verification: match webhooks.signature {
            Some(_) => Verification::Known,
            None => Verification::Unknown,
        },
        selection: webhooks.selection,
    })
}

/// The bodies of failures, if there is an operation.
fn failures(model: &Model<'_>) -> Option<Failures> {
    model.operations().next()?;
    let mut operations = model.operations();
    Some(match operations.find(|it| it.facts.failure.is_some()) {
        Some(_) => Failures::Own,
        None => Failures::Shared,
    })
}

fn gap(ty: NamedType<'_>) -> Option<Gap<'_>> {
    match &ty.def.shape {
        Shape::Union(_) => {
            let mut variants = ty.facts.variants.iter();
            variants.find(|variant| !variant.is_distinct)?;
            Some(Gap::Ambiguous(&ty.names.ident))
        }
        Shape::Scalar(Scalar::Text(rules, _)) => match &rules.pattern.as_ref()?.check {
            Check::Unchecked(reason) => Some(Gap::Unchecked(&ty.names.ident, reason)),
            Check::Automaton(_) => None,
        },
        _ => None,
    }
}
