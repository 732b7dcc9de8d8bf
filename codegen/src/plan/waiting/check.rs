//! Findings about waiters.

use super::super::model::{Model, NamedOperation};
use super::bind::{Bound, find, waiters};
use super::problem::Problem;
use super::start::{Source, start};
use super::{Waiting, plan, work};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::ir::{EnumValues, Shape};
use crate::options::Switch;

/// Reports settings that do not fit the operations.
pub(crate) fn check(model: &Model<'_>, sink: &mut Sink) {
    declared(model, sink);
    for (name, option) in &model.options.waiters {
        if let (Switch::Off, Err(problem)) = (option, find(model, name)) {
            let at = Location::Key(Pointer::root().key("paths"));
            let message = format!("`[waiters]` {}", problem.message());
            let finding = Diagnostic::error(Code::InvalidWaiter, at, message);
            sink.report(finding.help(help(model, &problem)));
        }
    }
    for (name, bound) in waiters(model) {
        let found = bound.and_then(|bound| {
            states(model, name, &bound, sink);
            let after = bound.after.iter().flatten();
            let mut starts = after.map(|it| start(model, *it, &bound, Source::Settings));
            starts.try_for_each(|start| start.map(|_| ()))
        });
        if let Err(problem) = found {
            let at = poll(model, name).map(|it| it.def.origin.clone());
            let at = at.unwrap_or_else(|| Pointer::root().key("paths"));
            let message = format!("the waiter `{name}` {}", problem.message());
            let finding = Diagnostic::error(Code::InvalidWaiter, Location::Key(at), message);
            sink.report(finding.help(help(model, &problem)));
        }
    }
}

/// Reports declarations of work whose result is not JSON of one type.
fn declared(model: &Model<'_>, sink: &mut Sink) {
    for operation in model.operations() {
        let Some(declared) = operation
            .def
            .work
            .as_ref()
            .filter(|it| it.outcome.is_some())
        else {
            continue;
        };
        if work::is_off(model, operation) || plan(model, operation) != Waiting::default() {
            continue;
        }
        let id = &operation.def.id;
        let message = format!("`{id}` starts work, but its result is not JSON of one type");
        let finding = Diagnostic::warning(Code::InvalidWaiter, &declared.origin, message);
        sink.report(finding.help("poll its URL with `Client::request`"));
    }
}

/// The operation that polls, if it exists.
fn poll<'a>(model: &Model<'a>, waiter: &str) -> Option<NamedOperation<'a>> {
    match model.options.waiters.get(waiter)? {
        Switch::On(options) => find(model, &options.poll).ok(),
        Switch::Off => None,
    }
}

/// Reports states that an enum of the document does not have. They may exist nevertheless.
fn states(model: &Model<'_>, name: &str, bound: &Bound<'_>, sink: &mut Sink) {
    let types = &model.api.types;
    let mut known = Vec::new();
    for ty in &bound.states {
        match types.resolve_shape(ty) {
            Some(Shape::Enum(values)) => match &values.values {
                EnumValues::Strings(values) => known.extend(values.iter().map(|it| &*it.value)),
                EnumValues::Integers(..) => return,
            },
            _ => return,
        }
    }
    let options = bound.options;
    let listed = [&options.success, &options.failure, &options.pending];
    let listed = listed.into_iter().flatten();
    let listed = listed.chain(bound.waiter.deletable.states());
    for state in listed.filter(|state| !known.is_empty() && !known.contains(&state.as_str())) {
        let at = Location::Key(bound.poll.def.origin.clone());
        let message = format!(
            "the waiter `{name}` names the state `{state}`, which the document does not have"
        );
        let help = did_you_mean(state, known.iter().copied());
        sink.report(Diagnostic::warning(Code::InvalidWaiter, at, message).help(help));
    }
}

/// The correction.
fn help(model: &Model<'_>, problem: &Problem) -> String {
    let mean = |wrong: &str, known: &[String]| did_you_mean(wrong, known.iter().map(|it| &**it));
    match problem {
        Problem::Operation(name) => {
            let ids = model.api.operations.iter().map(|it| it.id.as_str());
            did_you_mean(name, ids)
        }
        Problem::Place(wrong, known)
        | Problem::Variant(wrong, known)
        | Problem::Parameter(wrong, known) => mean(wrong, known),
        Problem::NoSuccess => "set `success`".to_owned(),
        Problem::NoState => "set `state`".to_owned(),
        Problem::Argument(_, parameter) => {
            format!("set `{parameter}` in `arguments` to the place of its value in the response")
        }
        Problem::NotGet(_)
        | Problem::SamePoll(_)
        | Problem::NoBody(_)
        | Problem::NoUnion(_)
        | Problem::NotAList(_) => String::new(),
    }
}
