//! Names of operations and their arguments.

use std::slice;

use super::report::report;
use super::reserved::{self, BUILDER, PROGRAMS};
use super::scope::{Claim, Preference, Scope};
use super::words::Words;
use super::{OperationNames, alternatives, methods, outcomes};
use crate::analyze::Facts;
use crate::diagnostic::{Code, Sink};
use crate::ir::{Location, Operation, Parameter, Tag};

/// Names all operations; `idents` holds the names that their builders share with types and handles.
pub(super) fn operations(
    operations: &[Operation],
    tags: &[Tag],
    facts: &Facts,
    idents: &mut Scope,
    sink: &mut Sink,
) -> Vec<OperationNames> {
    let methods = methods::names(operations, tags);
    // A numeral that makes a method unique is also that of the builder.
    let builders = operations.iter().zip(&methods).map(|(operation, method)| {
        let preference = Preference::of_operation(operation).or("call");
        let words = match method.rival {
            Some(_) => method.words.clone(),
            None => preference.words,
        };
        Preference {
            words,
            ..preference
        }
    });
    let builders = idents.claim_all(builders.collect());
    let mut programs = Scope::folded(reserved::file, PROGRAMS);
    let mut names = Vec::with_capacity(operations.len());
    for ((operation, method), builder) in operations.iter().zip(methods).zip(builders) {
        report(sink, Code::NameCollision, slice::from_ref(&method));
        let (parameters, body) = arguments(operation, sink);
        names.push(OperationNames {
            constant: method.words.screaming(),
            program: programs.claim(program(&builder)).name,
            builder: builder.name,
            method: method.name,
            parameters,
            body,
            required: None,
            alternatives: None,
            success: None,
            failure: None,
        });
    }
    // They do not affect the names of builders.
    for ((names, operation), facts) in names.iter_mut().zip(operations).zip(&facts.operations) {
        names.alternatives = alternatives::names(operation, facts, idents);
        names.success = outcomes::success(operation, facts, idents);
        names.failure = outcomes::failure(operation, facts, idents);
    }
    names
}

/// An example program is named after the builder.
fn program(builder: &Claim) -> Preference {
    Preference {
        words: builder.words.clone(),
        ..Preference::plain(&builder.text).or("call")
    }
}

/// The names of the parameters by position, and of the body.
fn arguments(operation: &Operation, sink: &mut Sink) -> (Vec<String>, String) {
    let mut scope = Scope::new(setter);
    let parameters = operation.parameters.iter();
    let preferences = parameters.map(|it| {
        Preference::of(it.given.as_ref(), &it.name)
            .at(&it.origin.0)
            .or(place(it))
    });
    let claims = scope.claim_all(preferences.collect());
    report(sink, Code::NameCollision, &claims);
    let body = match Preference::plain("body") {
        body if scope.is_free(&body.words) => body,
        _ => Preference::plain("request body"),
    };
    let body = scope.claim(body).name;
    (claims.into_iter().map(|claim| claim.name).collect(), body)
}

fn setter(words: &Words) -> String {
    let name = words.snake();
    if name.starts_with("with_") {
        return format!("{name}_");
    }
    reserved::setter(name, &BUILDER)
}

fn place(parameter: &Parameter) -> &'static str {
    match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}
