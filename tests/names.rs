//! The names of documents, and the facts behind them.

use std::fmt::Write;
use std::path::Path;

use codegen::analyze::{Facts, Holding};
use codegen::diagnostic::{Diagnostic, Sink};
use codegen::ir::{Api, ParameterId};
use codegen::name::Names;
use codegen::{Options, Stages};
use workspace_tests::front::{front, report};

struct Named {
    api: Api,
    facts: Facts,
    names: Names,
    findings: Vec<Diagnostic>,
}

fn named(api: Api) -> Named {
    let mut sink = Sink::default();
    let Stages {
        api, facts, names, ..
    } = Stages::of(api, &Options::default(), &mut sink);
    Named {
        api,
        facts,
        names,
        findings: sink.into_vec(),
    }
}

/// The text of a document beside these tests, and its names.
fn document(file: &str) -> Result<(String, Named), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let (api, findings) = front(&text, &Options::default());
    let api = api.ok_or_else(|| report(&text, &findings))?;
    Ok((text, named(api)))
}

/// Prints signatures, then types with their members.
fn print(named: &Named) -> String {
    let mut text = String::new();
    for position in 0..named.api.operations.len() {
        signature(named, position, &mut text);
    }
    for (ty, facts) in named.names.types.iter().zip(&named.facts.types) {
        let mut members = ty.members.clone();
        for (member, holding) in members.iter_mut().zip(&facts.held) {
            member.push_str(match holding {
                Holding::Inline => "",
                Holding::Boxed => " (boxed)",
                Holding::Opaque => " (in an opaque box)",
            });
        }
        members.extend(Some(format!(".. {}", ty.rest)).filter(|_| !ty.rest.is_empty()));
        let way = match (facts.in_request, facts.in_response) {
            (true, true) => "both ways",
            (true, false) => "request",
            (false, true) => "response",
            (false, false) => "unseen",
        };
        let _ = writeln!(
            text,
            "{} [{}.rs, {way}] {}",
            ty.ident,
            ty.module,
            members.join(", ")
        );
    }
    text
}

fn signature(all: &Named, position: usize, text: &mut String) {
    let operation = &all.api.operations[position];
    let facts = &all.facts.operations[position];
    let names = &all.names.operations[position];
    let accessor = &all.names.tags[operation.tag.index()].module;
    let parameter = |id: &ParameterId| names.parameters[id.index()].clone();
    let mut arguments: Vec<_> = facts.positional.iter().map(parameter).collect();
    arguments.extend(facts.request.map(|_| names.body.clone()));
    let setters = facts
        .optional
        .iter()
        .map(|id| format!(".{}()", parameter(id)));
    let _ = writeln!(
        text,
        "client.{}().{}({}) -> {}{}",
        accessor,
        names.method,
        arguments.join(", "),
        names.builder,
        setters.collect::<String>(),
    );
    if let Some(tag) = facts.tag_parameter {
        let _ = writeln!(text, "    {} from the body", parameter(&tag));
    }
}

#[test]
fn names_of_the_curated_document() {
    let (text, named) = document("../spec/atlas-private-endpoints.yaml").unwrap();
    assert_eq!(report(&text, &named.findings), "");
    insta::assert_snapshot!("curated", print(&named));
}

/// Names and findings.
fn fixture(name: &str) -> Result<String, String> {
    let (text, named) = document(&format!("fixtures/good/{name}"))?;
    let found = report(&text, &named.findings);
    Ok(format!("{}\n{found}", print(&named)).trim_end().to_owned())
}

macro_rules! fixtures {
    ($($test:ident = $file:literal,)+) => {
        $(#[test] fn $test() { insta::assert_snapshot!($file, fixture($file).unwrap()); })+
    };
}

fixtures! {
    access = "access.yaml",
    enums = "enums.yaml",
    given_names = "given-names.yaml",
    names = "names.yaml",
    parameters = "parameters.yaml",
    shared_places = "shared-places.yaml",
    tags = "tags.yaml",
    union_mapping = "union-mapping.yaml",
    union_parent_child = "union-parent-child.yaml",
    versions = "versions.yaml",
}

#[test]
fn colliding_values_are_reported_and_get_numerals() {
    let (text, named) = document("fixtures/bad/enum-collision.yaml").unwrap();
    let found = report(&text, &named.findings);
    insta::assert_snapshot!("enum-collision", format!("{}\n{found}", print(&named)));
}
