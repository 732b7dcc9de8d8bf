//! What the documentation of the crate tells about waiting.

use super::super::condition::Condition;
use super::super::example::{Call, Code, Error, Example, Frame, Parameter, Printed};
use super::super::model::Model;
use super::super::operation::Payload;
use super::start::{Goal, Source};
use super::work::WorkSource;
use super::{Waiting, plan};

/// Waiting for work of the server.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'a> {
    /// The example: a call that starts work.
    pub example: Option<Example<'a>>,
    /// The operations that start work by inference, each with the operation that polls, or with the header of the URL to poll.
    pub inferred: Vec<(&'a str, &'a str)>,
}

/// Shows the operation with the fewest arguments, if the crate has operations that start work.
pub(in crate::plan) fn overview<'a>(model: &Model<'a>) -> Option<Overview<'a>> {
    let waits = model.operations();
    let waits = waits.map(|it| (it, plan(model, it)));
    let waits = waits.filter(|(_, it)| *it != Waiting::default());
    let waits: Vec<_> = waits.collect();
    if waits.is_empty() {
        return None;
    }
    let inferred = waits.iter();
    let inferred =
        inferred.filter_map(|(it, waiting)| Some((&*it.def.id, inferred_from(waiting)?)));
    let inferred = inferred.collect();
    let mut shown: Vec<_> = waits
        .iter()
        .filter_map(|(it, waiting)| Some((*it, printed(waiting)?)))
        .collect();
    shown.sort_by_key(|(it, printed)| {
        let is_deletion = *printed == Printed::Waits;
        (it.def.deprecated, is_deletion, it.facts.positional.len())
    });
    let call = shown.into_iter().find_map(|(operation, printed)| {
        let call = model.call(operation)?;
        Some((operation, Call { printed, ..call }))
    });
    let example = call.map(|(operation, call)| Example {
        library: model.library(),
        frame: Frame {
            features: Condition::of_example(model, operation),
            parameter: Parameter::Client,
            error: Error::Any,
        },
        code: Code::Call(call),
    });
    Some(Overview { example, inferred })
}

/// The operation or the header from which a wait is inferred.
fn inferred_from<'a>(waiting: &Waiting<'a>) -> Option<&'a str> {
    let start = waiting.start.as_ref();
    let start = start.filter(|start| start.source == Source::Inferred);
    let header = || match waiting.work.as_ref()?.source {
        WorkSource::Inferred(header) => Some(header),
        WorkSource::Declared => None,
    };
    start.map(|start| start.poll.id).or_else(header)
}

/// How an example shows a call that starts work.
fn printed(waiting: &Waiting<'_>) -> Option<Printed> {
    let is_done = match (&waiting.start, &waiting.work) {
        (Some(start), _) => start.goal == Goal::Done,
        (None, Some(work)) => work.result != Payload::Nothing,
        (None, None) => return None,
    };
    Some(if is_done {
        Printed::AfterWait
    } else {
        Printed::Waits
    })
}
