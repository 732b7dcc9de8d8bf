//! What `openapiv3` reads in a document of OpenAPI 3.0, compared with what the generator does: two readers that nobody wrote
//! together.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use codegen::diagnostic::Sink;
use codegen::ir::{self, Location, PathSegment, Status};
use codegen::{Options, lowered};
use openapiv3::{OpenAPI, Parameter, ReferenceOr, StatusCode};

/// An operation, as both readers know it: what follows is ordered by method and path.
#[derive(Debug, PartialEq, Eq)]
struct Operation {
    id: Option<String>,
    summary: Option<String>,
    deprecated: bool,
    /// Location and name of the parameters that are written in place, and whether they are required.
    parameters: Vec<(&'static str, String, bool)>,
    statuses: Vec<String>,
    media_types: Vec<String>,
}

type Operations = BTreeMap<(String, String), Operation>;

/// The operations as `openapiv3` reads them; a reference counts as nothing.
fn theirs(document: &OpenAPI) -> Operations {
    let mut operations = Operations::new();
    for (path, item) in &document.paths.paths {
        let Some(item) = item.as_item() else { continue };
        for (method, operation) in item.iter() {
            let shared = item.parameters.iter();
            let all: Vec<_> = shared.chain(&operation.parameters).collect();
            let body = operation
                .request_body
                .as_ref()
                .and_then(ReferenceOr::as_item);
            let names = body.into_iter().flat_map(|it| it.content.keys());
            let mut statuses: Vec<_> = operation
                .responses
                .responses
                .keys()
                .map(their_status)
                .collect();
            statuses.extend(
                operation
                    .responses
                    .default
                    .as_ref()
                    .map(|_| "default".to_owned()),
            );
            let read = Operation {
                id: operation.operation_id.clone(),
                summary: operation.summary.clone(),
                deprecated: operation.deprecated,
                parameters: sorted(
                    all.iter()
                        .filter_map(|it| it.as_item())
                        .map(their_parameter),
                ),
                statuses: sorted(statuses),
                media_types: sorted(names.map(|name| their_media_type(name))),
            };
            operations.insert((method.to_uppercase(), path.clone()), read);
        }
    }
    operations
}

/// A client has to send one media type; for any, that is JSON.
fn their_media_type(name: &str) -> String {
    if name == "*/*" {
        "application/json".to_owned()
    } else {
        name.to_owned()
    }
}

fn their_status(status: &StatusCode) -> String {
    status.to_string()
}

fn their_parameter(parameter: &Parameter) -> (&'static str, String, bool) {
    let location = match parameter {
        Parameter::Query { .. } => "query",
        Parameter::Header { .. } => "header",
        Parameter::Path { .. } => "path",
        Parameter::Cookie { .. } => "cookie",
    };
    let data = parameter.parameter_data_ref();
    (location, data.name.clone(), data.required)
}

/// The operations of the IR, without what `theirs` says nothing about.
fn ours(api: &ir::Api, theirs: &Operations) -> Operations {
    let operations = api.operations.iter().map(|operation| {
        let key = (
            operation.method.as_str().to_owned(),
            template(&operation.path),
        );
        let known = theirs.get(&key);
        let is_known = |it: &(&'static str, String, bool)| {
            known.is_none_or(|known| {
                known
                    .parameters
                    .iter()
                    .any(|(location, name, _)| *location == it.0 && *name == it.1)
            })
        };
        let parameters = operation
            .parameters
            .iter()
            .map(our_parameter)
            .filter(is_known);
        let body = operation.request_body.iter();
        let media_types = body.flat_map(|it| {
            it.content
                .iter()
                .map(|media| media.range.as_str().to_owned())
        });
        let has_body = known.is_none_or(|it| !it.media_types.is_empty());
        let read = Operation {
            id: known
                .is_none_or(|it| it.id.is_some())
                .then(|| operation.id.clone()),
            summary: operation.docs.summary.clone(),
            deprecated: operation.deprecated,
            parameters: sorted(parameters),
            statuses: sorted(operation.responses.iter().map(|it| our_status(it.status))),
            media_types: sorted(media_types.filter(|_| has_body)),
        };
        (key, read)
    });
    operations.collect()
}

fn our_status(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(class) => format!("{class}XX"),
        Status::Default => "default".to_owned(),
    }
}

fn our_parameter(parameter: &ir::Parameter) -> (&'static str, String, bool) {
    let location = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    (location, parameter.name.clone(), parameter.required)
}

fn template(path: &ir::PathTemplate) -> String {
    let segments = path.0.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Parameter(name) => format!("{{{name}}}"),
    });
    segments.collect()
}

fn sorted<T: Ord>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort();
    values
}

fn documents() -> io::Result<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut paths = Vec::new();
    for folder in ["spec", "tests/fixtures/good"] {
        for entry in fs::read_dir(root.join(folder))? {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| path.extension().is_some_and(|it| it == "yaml"));
    Ok(sorted(paths))
}

/// Its keys are numbers and its values are merged, which `serde_yaml` leaves as they are.
const UNREADABLE: &str = "yaml-features.yaml";

#[test]
fn both_readers_find_the_same_operations() {
    for path in documents().expect("the fixtures") {
        let name = path.file_name().expect("a name").to_string_lossy();
        let text = fs::read_to_string(&path).expect("a document");
        let mut sink = Sink::default();
        let api = lowered(&text, &Options::default(), &mut sink).expect("a good document");
        // What one reader repairs with a warning, the other may refuse.
        let is_newer = ["openapi: 3.1", "openapi: 3.2"]
            .iter()
            .any(|it| text.contains(it));
        if is_newer || !sink.into_vec().is_empty() {
            continue;
        }
        let document = serde_yaml::from_str::<OpenAPI>(&text);
        if name == UNREADABLE {
            assert!(document.is_err(), "{name}");
            continue;
        }
        let document = document.expect(&name);
        let theirs = theirs(&document);
        assert_eq!(ours(&api, &theirs), theirs, "{name}");
    }
}
