//! What the documentation of the crate tells about sequences of values.

use super::{Source, plan};
use crate::plan::condition::Condition;
use crate::plan::example::{Code, Error, Example, Frame, Parameter, Printed};
use crate::plan::model::Model;

/// Sequences of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'a> {
    /// The example: all values of a sequence.
    pub example: Example<'a>,
    /// The ids of all operations that return a sequence.
    pub operations: Vec<&'a str>,
    /// The ids of the operations whose flag is inferred.
    pub inferred: Vec<&'a str>,
}

/// Shows the operation with the fewest arguments, if the crate has sequences of values.
pub(in crate::plan) fn overview<'a>(model: &Model<'a>) -> Option<Overview<'a>> {
    let streams = model.operations();
    let streams = streams.filter_map(|it| Some((it, plan(model, it)?)));
    let streams: Vec<_> = streams.collect();
    let operations = streams.iter().map(|(it, _)| &*it.def.id).collect();
    let inferred = streams.iter();
    let inferred = inferred.filter(|(_, stream)| stream.source == Source::Inferred);
    let inferred = inferred.map(|(operation, _)| &*operation.def.id).collect();
    let mut shown: Vec<_> = streams.iter().map(|(operation, _)| *operation).collect();
    shown.sort_by_key(|it| (it.def.deprecated, it.facts.positional.len()));
    let (operation, mut call) = shown
        .into_iter()
        .find_map(|it| Some((it, model.call(it)?)))?;
    call.printed = Printed::Events;
    let example = Example {
        library: model.library(),
        frame: Frame {
            features: Condition::of_example(model, operation),
            parameter: Parameter::Client,
            error: Error::Own,
        },
        code: Code::Call(call),
    };
    Some(Overview {
        example,
        operations,
        inferred,
    })
}
