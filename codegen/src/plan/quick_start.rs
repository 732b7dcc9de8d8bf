//! The operations that the documentation of the crate shows.

use std::cmp::Reverse;

use super::condition::Condition;
use super::example::{Code, Error, Example, Frame, Parameter, Printed, Setup, URL};
use super::model::{Model, NamedOperation};
use super::operation::answer::Answer;
use super::paging;
use super::value::Value;
use crate::analyze::Success;
use crate::ir::{Encoding, MediaRange, Method, PathSegment, Shape, TypeRef};

/// Examples with the simplest operation.
pub(super) struct QuickStart<'a> {
    /// A program with one call.
    pub(super) first_call: Example<'a>,
    /// The handling of errors.
    pub(super) errors: Example<'a>,
    /// Retries and timeouts.
    pub(super) retries: Example<'a>,
    /// A call of a program that is not asynchronous.
    pub(super) blocking: Example<'a>,
    /// A request without an operation.
    pub(super) other_request: Example<'a>,
}

/// The feature of calls that block.
const BLOCKING: &str = "blocking";

/// Shows the simplest of the operations that a program can and should call.
pub(super) fn plan<'a>(model: &Model<'a>) -> Option<QuickStart<'a>> {
    let mut ranked: Vec<_> = current(model).collect();
    ranked.sort_by_cached_key(|operation| effort(model, *operation));
    ranked
        .into_iter()
        .find_map(|operation| of(model, operation))
}

/// A call with a body, of the operation that shows most about bodies.
pub(super) fn body<'a>(model: &Model<'a>) -> Option<Example<'a>> {
    let is_typed = |it: &NamedOperation<'_>| {
        let body = it.required_body();
        body.is_some_and(|(_, media)| media.encoding.is_typed())
    };
    let mut ranked: Vec<_> = current(model).filter(is_typed).collect();
    ranked.sort_by_cached_key(|operation| Reverse(shown(model, *operation)));
    let examples = ranked.into_iter().filter_map(|operation| {
        model.authentication(operation)?;
        let features = Condition::of_example(model, operation);
        let mut example = model.doctest(operation)?;
        example.frame.features = features;
        Some(example)
    });
    examples.take(1).next()
}

fn current<'a>(model: &Model<'a>) -> impl Iterator<Item = NamedOperation<'a>> {
    model.operations().filter(|it| !it.def.deprecated)
}

fn of<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<QuickStart<'a>> {
    let setup = Setup {
        authentication: model.authentication(operation)?,
        base_url: (!model.api.has_base_url()).then_some(Value::Text(URL.into())),
    };
    let example = |parameter, code| Example {
        library: model.library(),
        frame: Frame {
            features: Condition::of_example(model, operation),
            parameter,
            error: Error::Own,
        },
        code,
    };
    let mut call = model.call(operation)?;
    call.printed = Printed::of(operation);
    let (printed, builder) = (call.printed, &operation.names.builder);
    let mut blocking = example(Parameter::Call(builder), Code::Blocking(printed));
    blocking.frame.features.push(BLOCKING);
    let other_request = Code::OtherRequest(path(operation), accept(operation));
    Some(QuickStart {
        first_call: example(Parameter::Program, Code::FirstCall(setup, call)),
        errors: example(Parameter::Call(builder), Code::Errors(printed)),
        retries: example(Parameter::Call(builder), Code::Retries(printed)),
        blocking,
        other_request: example(Parameter::Client, other_request),
    })
}

/// How much a caller has to know: lists and other requests without bodies and arguments are the simplest. Short
/// paths are those of the main resources.
fn effort(
    model: &Model<'_>,
    operation: NamedOperation<'_>,
) -> (bool, bool, bool, usize, bool, usize) {
    let is_typed = matches!(
        operation.answer(),
        Answer::Value(_) | Answer::Xml(_) | Answer::Optional(..) | Answer::ByStatus(_)
    );
    (
        operation.required_body().is_some(),
        operation.def.method != Method::Get,
        !is_typed,
        operation.facts.positional.len(),
        !is_list(model, operation),
        operation.def.path.to_string().len(),
    )
}

fn is_list(model: &Model<'_>, operation: NamedOperation<'_>) -> bool {
    let is_list = match operation.answer() {
        Answer::Value(ty) => matches!(model.api.types.resolve(ty), TypeRef::List(_)),
        _ => false,
    };
    is_list || paging::plan(model, operation).is_some()
}

/// How much an operation shows: a body of several variants before any other, then the number of arguments.
fn shown(model: &Model<'_>, operation: NamedOperation<'_>) -> (bool, usize) {
    let body = operation.required_body();
    let is_union =
        body.is_some_and(|(_, media)| matches!(model.shape(&media.ty), Some(Shape::Union(_))));
    (is_union, operation.facts.positional.len())
}

/// The path of the operation up to its first parameter.
fn path(operation: NamedOperation<'_>) -> &str {
    let first = match operation.def.path.0.first() {
        Some(PathSegment::Literal(text)) => text.trim_end_matches('/'),
        _ => "",
    };
    if first.is_empty() { "/" } else { first }
}

/// The media type to request, if the server does not send plain JSON.
fn accept(operation: NamedOperation<'_>) -> Option<&str> {
    let (Success::Body(body) | Success::Optional(body, _)) = &operation.facts.success else {
        return None;
    };
    let media = operation.media(*body);
    let is_own = media.encoding == Encoding::Json && media.range.as_str() != MediaRange::JSON;
    is_own.then_some(media.range.as_str())
}
