//! Names of tags, operations and their arguments.

use std::collections::BTreeMap;
use std::slice;

use super::reserved::{ACCESSORS, BUILDER, HANDLE, identifier, is_no_file};
use super::scope::{Scope, Wish};
use super::words::Words;
use super::{OperationNames, TagNames, outcomes, report};
use crate::analyze::Facts;
use crate::diagnostic::{Code, Sink};
use crate::ir::{Location, Operation, Parameter, Tag};

/// Names all tags; `idents` holds the names that their handles share with types and builders.
pub(super) fn tags(tags: &[Tag], idents: &mut Scope) -> Vec<TagNames> {
    let mut modules = Scope::folded(Words::snake, ACCESSORS);
    let names = tags.iter().map(|tag| {
        let wish = Wish::plain(&tag.name);
        let word = if wish.words.ends_in("api") {
            "operations"
        } else {
            "api"
        };
        let ident = idents.claim(wish.or(word)).name;
        let mut module = Wish::plain(&tag.name).or(word);
        // A keyword would be awkward in `client.r#type()`, and some names cannot be those of files.
        if is_no_file(&module.words.snake()) {
            module.words = module.words.and(word);
        }
        let module = modules.claim(module).name;
        TagNames { ident, module }
    });
    names.collect()
}

/// Names all operations; `idents` holds the names that their builders share with types and handles.
pub(super) fn operations(
    operations: &[Operation],
    facts: &Facts,
    idents: &mut Scope,
    sink: &mut Sink,
) -> Vec<OperationNames> {
    let mut handles: BTreeMap<&str, Scope> = BTreeMap::new();
    let mut names = Vec::with_capacity(operations.len());
    for operation in operations {
        let methods = handles
            .entry(&operation.tag)
            .or_insert_with(|| Scope::new(|words| identifier(words.snake(), HANDLE)));
        let method = methods.claim(Wish::plain(&operation.id));
        report(
            sink,
            Code::NameCollision,
            &operation.origin,
            slice::from_ref(&method),
        );
        let (parameters, body) = arguments(operation, sink);
        let builder = Wish {
            words: method.words.clone(),
            ..Wish::plain(&operation.id).or("call")
        };
        names.push(OperationNames {
            constant: method.words.screaming(),
            builder: idents.claim(builder).name,
            method: method.name,
            parameters,
            body,
            success: None,
            failure: None,
        });
    }
    // No builder gets a numeral because of them.
    for ((names, operation), facts) in names.iter_mut().zip(operations).zip(&facts.operations) {
        names.success = outcomes::success(operation, facts, idents);
        names.failure = outcomes::failure(operation, facts, idents);
    }
    names
}

/// The names of the parameters by position, and of the body.
fn arguments(operation: &Operation, sink: &mut Sink) -> (Vec<String>, String) {
    let mut scope = Scope::new(setter);
    let parameters = operation.parameters.iter();
    let wishes = parameters.map(|parameter| Wish::plain(&parameter.name).or(place(parameter)));
    let claims = scope.claim_all(wishes.collect());
    report(sink, Code::NameCollision, &operation.origin, &claims);
    let body = match Wish::plain("body") {
        body if scope.is_free(&body.words) => body,
        _ => Wish::plain("request body"),
    };
    let body = scope.claim(body).name;
    (claims.into_iter().map(|claim| claim.name).collect(), body)
}

fn setter(words: &Words) -> String {
    let name = words.snake();
    if name.starts_with("with_") {
        return format!("{name}_");
    }
    identifier(name, BUILDER)
}

fn place(parameter: &Parameter) -> &'static str {
    match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}
