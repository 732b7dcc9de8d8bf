//! Findings about pages.

use std::collections::BTreeSet;

use super::super::model::{Model, NamedOperation};
use super::body::Body;
use super::problem::{Problem, pointer};
use super::{Source, decide};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::ir::Operation;

/// Reports settings and declarations that do not fit the operations.
pub(crate) fn check(model: &Model<'_>, sink: &mut Sink) {
    unknown(model, sink);
    for operation in model.operations() {
        if let Err((source, problem)) = decide(model, operation) {
            let message = format!("`{}` {}", operation.def.id, problem.message());
            let body = Body::of(model, operation);
            let help = help(&problem, body.as_ref());
            sink.report(finding(operation, source, message).help(help));
        }
    }
}

/// A setting that cannot be followed is an error. A declaration that cannot be followed is ignored.
fn finding(operation: NamedOperation<'_>, source: Source, message: String) -> Diagnostic {
    let def = operation.def;
    if let (Source::Declared, Some(declared)) = (source, &def.pages) {
        return Diagnostic::warning(Code::InvalidPagination, &declared.origin, message);
    }
    let at = Location::Key(def.origin.clone());
    Diagnostic::error(Code::InvalidPagination, at, message)
}

/// The correction.
fn help(problem: &Problem, body: Option<&Body<'_>>) -> String {
    match (problem, body) {
        (Problem::Parameter(name), Some(body)) => {
            did_you_mean(name, body.parameters().map(|it| it.name.as_str()))
        }
        (Problem::Property(path), Some(body)) => {
            let known = body.paths();
            let known: Vec<_> = known.iter().map(pointer).collect();
            did_you_mean(&pointer(path), known.iter().map(String::as_str))
        }
        (Problem::NoItems, _) => "set `items` below `[pagination]`".to_owned(),
        (Problem::NoNext, _) => {
            "set one of `page`, `offset`, `cursor`, `url` and `link-header`".to_owned()
        }
        (Problem::NoFirst(_), _) => "set `first` below `[pagination]`".to_owned(),
        _ => String::new(),
    }
}

/// Reports settings of operations that do not exist.
fn unknown(model: &Model<'_>, sink: &mut Sink) {
    let settings = &model.options.pagination;
    if settings.is_empty() {
        return;
    }
    let operations = &model.api.operations;
    let ids = operations.iter().map(|it| it.id.clone());
    let requests = operations.iter().map(Operation::request);
    let names: BTreeSet<String> = ids.chain(requests).collect();
    for name in settings.keys().filter(|name| !names.contains(*name)) {
        let at = Location::Key(Pointer::root().key("paths"));
        let message = format!("`[pagination]` names `{name}`, which is not an operation");
        let help = did_you_mean(name, names.iter().map(String::as_str));
        sink.report(Diagnostic::error(Code::InvalidPagination, at, message).help(help));
    }
}
