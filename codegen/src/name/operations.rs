//! Names of tags, operations and their arguments.

use std::collections::BTreeMap;

use super::reserved::{ACCESSORS, BUILDER, HANDLE, identifier, is_no_file};
use super::scope::Scope;
use super::words::Words;
use super::{OperationNames, TagNames, report};
use crate::diagnostic::{Code, Sink};
use crate::ir::{Location, Operation, Parameter, Tag};

/// Names all tags; `idents` holds the names that their handles share with types and builders.
pub(super) fn tags(tags: &[Tag], idents: &mut Scope) -> Vec<TagNames> {
    let mut modules = Scope::folded(Words::snake, ACCESSORS);
    let names = tags.iter().map(|tag| {
        let words = Words::of(&tag.name);
        let ident = idents.claim(&words, Some("api"), &tag.name).name;
        // A keyword would be awkward in `client.r#type()`, and some names cannot be those of files.
        let words = if is_no_file(&words.snake()) {
            words.and("api")
        } else {
            words
        };
        let module = modules.claim(&words, Some("api"), &tag.name).name;
        TagNames { ident, module }
    });
    names.collect()
}

/// Names all operations; `idents` holds the names that their builders share with types and handles.
pub(super) fn operations(
    operations: &[Operation],
    idents: &mut Scope,
    sink: &mut Sink,
) -> Vec<OperationNames> {
    let mut handles: BTreeMap<&str, Scope> = BTreeMap::new();
    let mut names = Vec::with_capacity(operations.len());
    for operation in operations {
        let words = Words::of(&operation.id);
        let methods = handles
            .entry(&operation.tag)
            .or_insert_with(|| Scope::new(|words| identifier(words.snake(), HANDLE)));
        let method = methods.claim(&words, None, &operation.id);
        report(
            sink,
            Code::NameCollision,
            &operation.origin,
            &operation.id,
            &method,
        );
        let (parameters, body) = arguments(operation, sink);
        names.push(OperationNames {
            constant: method.words.screaming(),
            builder: idents
                .claim(&method.words, Some("call"), &operation.id)
                .name,
            method: method.name,
            parameters,
            body,
        });
    }
    names
}

/// The names of the parameters by position, and of the body.
fn arguments(operation: &Operation, sink: &mut Sink) -> (Vec<String>, String) {
    let mut scope = Scope::new(setter);
    let mut names = Vec::with_capacity(operation.parameters.len());
    for parameter in &operation.parameters {
        let words = Words::of(&parameter.name);
        let claim = scope.claim(&words, Some(place(parameter)), &parameter.name);
        report(
            sink,
            Code::NameCollision,
            &operation.origin,
            &parameter.name,
            &claim,
        );
        names.push(claim.name);
    }
    let body = Words::of("body");
    let body = if scope.is_free(&body) {
        body
    } else {
        Words::of("request body")
    };
    (names, scope.claim(&body, None, "").name)
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
