//! Findings about pages.

use super::super::model::{Model, NamedOperation};
use super::super::settings;
use super::body::Body;
use super::problem::{Problem, pointer};
use super::{Source, decide};
use crate::diagnostic::{Code, Diagnostic, Location, Sink, did_you_mean};

/// Reports settings and declarations that do not fit the operations.
pub(crate) fn check(model: &Model<'_>, sink: &mut Sink) {
    let code = Code::InvalidPagination;
    settings::check(&model.options.pagination, "pagination", code, model, sink);
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
