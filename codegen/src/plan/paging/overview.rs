//! What the documentation of the crate tells about lists in pages.

use super::super::condition::Condition;
use super::super::example::{Code, Error, Example, Frame, Parameter};
use super::super::model::Model;
use super::{Source, plan};

/// Lists in pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'a> {
    /// The example: all items of a list.
    pub example: Example<'a>,
    /// The ids of the operations whose pages are inferred.
    pub inferred: Vec<&'a str>,
}

/// Shows the operation with the fewest arguments, if the crate has lists in pages.
pub(in crate::plan) fn overview<'a>(model: &Model<'a>) -> Option<Overview<'a>> {
    let paged = model.operations();
    let paged = paged.filter_map(|it| Some((it, plan(model, it)?)));
    let paged: Vec<_> = paged.collect();
    let inferred = paged.iter();
    let inferred = inferred.filter(|(_, pages)| pages.source == Source::Inferred);
    let inferred = inferred.map(|(operation, _)| &*operation.def.id).collect();
    let mut shown: Vec<_> = paged.iter().map(|(operation, _)| *operation).collect();
    shown.sort_by_key(|it| (it.def.deprecated, it.facts.positional.len()));
    let (operation, call) = shown
        .into_iter()
        .find_map(|it| Some((it, model.call(it)?)))?;
    let example = Example {
        library: model.library(),
        frame: Frame {
            features: Condition::of_example(model, operation),
            parameter: Parameter::Client,
            error: Error::Own,
        },
        code: Code::Call(call),
    };
    Some(Overview { example, inferred })
}
