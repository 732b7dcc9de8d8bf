//! The operation that the documentation of the crate shows.

use std::cmp::Reverse;

use super::condition::Condition;
use super::example::{Code, Error, Example, Frame, Parameter, Printed, Setup, URL};
use super::model::{Model, NamedOperation};
use super::value::Value;
use crate::analyze::Success;
use crate::ir::{Encoding, MediaRange, PathSegment, Shape};

/// Examples with one operation.
pub(super) struct QuickStart<'a> {
    /// A client, a call, and the handling of errors.
    pub(super) first_call: Example<'a>,
    /// Retries and timeouts.
    pub(super) retries: Example<'a>,
    /// A request without an operation.
    pub(super) other_request: Example<'a>,
}

/// Shows the operation that shows most, of those that a program can and should call: one with a body of several variants
/// before any other, then the one with most arguments, then the first.
pub(super) fn plan<'a>(model: &Model<'a>) -> Option<QuickStart<'a>> {
    let current = model.operations().filter(|it| !it.def.deprecated);
    let mut ranked: Vec<_> = current.collect();
    ranked.sort_by_cached_key(|operation| Reverse(rank(model, *operation)));
    ranked
        .into_iter()
        .find_map(|operation| of(model, operation))
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
    let call = model.call(operation)?;
    let retries = Code::Retries(Printed::of(operation));
    let other_request = Code::OtherRequest(path(operation), accept(operation));
    Some(QuickStart {
        first_call: example(Parameter::None, Code::FirstCall(setup, call)),
        retries: example(Parameter::Call(&operation.names.builder), retries),
        other_request: example(Parameter::Client, other_request),
    })
}

/// How much an operation shows.
fn rank(model: &Model<'_>, operation: NamedOperation<'_>) -> (bool, usize) {
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
