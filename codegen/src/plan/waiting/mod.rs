//! Waiting for work that the server does after it has answered: which operation polls, what its states mean, and which
//! operations start the work.
//!
//! The settings declare waiters. Without more, the operations that start the work and the arguments of the poll follow
//! from paths, names and types that agree exactly.

mod bind;
mod check;
mod overview;
mod place;
mod poll;
mod problem;
mod start;
#[cfg(test)]
mod tests;
mod work;

pub(crate) use check::check;
pub use overview::Overview;
pub(super) use overview::overview;
pub use place::Place;
pub use poll::{Deletable, Polled, Waiter};
pub use start::{Argument, Goal, Poll, Source, Start, Value};
pub use work::{Work, WorkSource};

use super::model::{Model, NamedOperation};

/// The part of an operation in waits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiting<'a> {
    /// The waiter that polls by the operation.
    pub waiter: Option<Waiter<'a>>,
    /// The poll that follows the operation.
    pub start: Option<Start<'a>>,
    /// The work that it starts, if the response has the URL to poll.
    pub work: Option<Work<'a>>,
}

/// Pairs of features of which the first needs the second: its operations wait by operations of that.
pub(super) fn features<'a>(model: &Model<'a>) -> Vec<(&'a str, &'a str)> {
    let mut pairs = Vec::new();
    for operation in model.operations() {
        let start = plan(model, operation).start;
        let pair = model.tag(operation).feature.as_deref();
        let pair = pair.zip(start.and_then(|start| start.poll.feature));
        let is_new = |pair: &(&str, &str)| pair.0 != pair.1 && !pairs.contains(pair);
        let pair = pair.filter(is_new);
        pairs.extend(pair);
    }
    pairs
}

/// The part of an operation in waits. The settings take precedence over the document, and that over inference.
pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Waiting<'a> {
    let mut waiters = Vec::new();
    if !model.options.waiters.is_empty() {
        waiters.extend(bind::waiters(model).filter_map(|(_, bound)| bound.ok()));
    }
    let own = waiters.iter().find(|it| it.poll.is(operation));
    let waiter = own.map(|bound| bound.waiter.clone());
    let is_off = work::is_off(model, operation);
    let start = start::of(model, operation, &waiters).filter(|_| !is_off);
    let work = work::work(model, operation);
    let (start, work) = match (start, work) {
        (Some(start), Some(work)) => {
            let is_named = start.source == Source::Settings;
            let is_declared = work.source == WorkSource::Declared;
            if is_named || !is_declared {
                (Some(start), None)
            } else {
                (None, Some(work))
            }
        }
        either => either,
    };
    Waiting {
        waiter,
        start,
        work,
    }
}
