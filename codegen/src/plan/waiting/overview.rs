//! What the documentation of the crate tells about waiting.

use super::super::condition::Condition;
use super::super::example::{Code, Error, Example, Frame, Parameter, Printed};
use super::super::model::Model;
use super::plan;
use super::start::{Goal, Source};

/// Waiting for work of the server.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'a> {
    /// The example: a call that starts work.
    pub example: Option<Example<'a>>,
    /// The operations that start work by inference, each with the operation that polls.
    pub inferred: Vec<(&'a str, &'a str)>,
}

/// Shows the operation with the fewest arguments, if the crate has waiters.
pub(in crate::plan) fn overview<'a>(model: &Model<'a>) -> Option<Overview<'a>> {
    if model.options.waiters.is_empty() {
        return None;
    }
    let starts = model.operations();
    let starts = starts.filter_map(|it| Some((it, plan(model, it).start?)));
    let starts: Vec<_> = starts.collect();
    let inferred = starts.iter();
    let inferred = inferred.filter(|(_, start)| start.source == Source::Inferred);
    let inferred = inferred.map(|(operation, start)| (&*operation.def.id, start.poll.id));
    let inferred = inferred.collect();
    let mut shown: Vec<_> = starts.iter().collect();
    shown.sort_by_key(|(it, start)| {
        let is_deletion = start.goal == Goal::Deleted;
        (it.def.deprecated, is_deletion, it.facts.positional.len())
    });
    let call = shown.into_iter().find_map(|(operation, start)| {
        let mut call = model.call(*operation)?;
        call.printed = match start.goal {
            Goal::Done => Printed::AfterWait,
            Goal::Deleted => Printed::Waits,
        };
        Some((*operation, call))
    });
    let example = call.map(|(operation, call)| Example {
        library: model.library(),
        frame: Frame {
            features: Condition::operation(model, operation).0,
            parameter: Parameter::Client,
            error: Error::Any,
        },
        code: Code::Call(call),
    });
    Some(Overview { example, inferred })
}
