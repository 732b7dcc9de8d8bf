//! The example that tests a call without a network.

use super::condition::Condition;
use super::example::{
    Code, Compared, Error, Example, Frame, Parameter, Script, ScriptedError, URL,
};
use super::model::{Model, NamedOperation};
use super::operation::answer::Answer;
use super::value::Value;
use crate::ir::{Encoding, Shape, TypeRef};

/// The feature that tests need.
const FEATURE: &str = "test-util";

/// The example, if there is an operation to show.
pub(super) fn plan<'a>(model: &Model<'a>) -> Option<Example<'a>> {
    let operations = || model.operations().filter(|it| !it.def.deprecated);
    let with_body = operations().filter(|it| has_typed_body(model, *it));
    with_body
        .chain(operations())
        .find_map(|operation| of(model, operation))
}

fn of<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Example<'a>> {
    let answer = match operation.answer() {
        Answer::Value(ty) | Answer::Xml(ty) if is_composite(model, ty) => model.sample(ty)?,
        _ => return None,
    };
    let script = Script {
        base_url: (!model.api.has_base_url()).then_some(Value::Text(URL.into())),
        builder: &operation.names.builder,
        call: model.call(operation)?,
        compared: if has_typed_body(model, operation) {
            Compared::Body(&operation.names.body)
        } else {
            Compared::Count
        },
        answer,
        error: error(model),
    };
    let features = Condition::operation(model, operation).0;
    Some(Example {
        library: model.library(),
        frame: Frame {
            features: std::iter::once(FEATURE).chain(features).collect(),
            parameter: Parameter::None,
            error: Error::Any,
        },
        code: Code::Test(script),
    })
}

fn error<'a>(model: &Model<'a>) -> ScriptedError<'a> {
    let shared = model.facts.error.and_then(|id| model.sample_of(id));
    shared.map_or(ScriptedError::Status, ScriptedError::Shared)
}

/// Whether a test can compare the body with the one that was sent.
fn has_typed_body(model: &Model<'_>, operation: NamedOperation<'_>) -> bool {
    operation.required_body().is_some_and(|(_, media)| {
        media.encoding == Encoding::Json && is_composite(model, &media.ty)
    })
}

fn is_composite(model: &Model<'_>, ty: &TypeRef) -> bool {
    match model.shape(ty) {
        Some(Shape::Struct(_) | Shape::Union(_)) => model.is_read_back(ty),
        _ => false,
    }
}
