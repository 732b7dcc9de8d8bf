mod members;
mod operations;
mod tags;
mod types;
mod words;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{Names, name};
use crate::analyze::analyze;
use crate::diagnostic::{Code, Severity, Sink};
use crate::ir::{Api, Server, ServerVariable, Status, Tag, TypeId, TypeRef};
use crate::sample::{
    BOOL, Build, TEXT, Types, api, list, object, operation, property, strings, tag,
};

const OK: Status = Status::Code(200);

fn named(api: &Api) -> (Names, Vec<(Code, Severity, String)>) {
    let mut sink = Sink::default();
    let names = name(api, &analyze(api, &mut sink), &mut sink);
    let findings = sink.into_vec().into_iter();
    (
        names,
        findings.map(|f| (f.code, f.severity, f.message)).collect(),
    )
}

/// The names of an API with one operation that returns a list of each type.
fn received(types: Types) -> (Names, Vec<(Code, Severity, String)>) {
    let ids: Vec<TypeId> = types.0.iter().map(|ty| ty.id).collect();
    let call = ids
        .into_iter()
        .fold(operation("call", "/call"), |call, id| {
            call.answers(OK, list(TypeRef::Named(id)))
        });
    named(&api(types, vec![call]))
}

fn tags(names: &[&str]) -> Vec<Tag> {
    names.iter().map(|name| tag(name)).collect()
}

/// Checks that names are valid identifiers.
const TEXTS: &[&str] = &[
    "",
    " ",
    "_",
    "__",
    "1",
    "self",
    "Self",
    "SELF",
    "crate",
    "super",
    "type",
    "gen",
    "async",
    "union",
    "static",
    "r#type",
    "a'b",
    "a\nb",
    "\u{0}",
    "\u{301}",
    "é",
    "²",
    "½",
    "ª",
    "ß",
    "ﬁ",
    "Ⅷ",
    "👍",
    "名",
    "ا",
    "٣",
    "\u{200b}",
    "true",
    "new",
    "send",
    "with_x",
    "with",
    "-",
    "--",
    "+-+",
    "9-9",
    "mod",
    "con",
    "`",
    "//",
    "#[derive]",
    "{}",
    "a;fn b(){}",
    "Unknown",
    "unknown",
    "\u{feff}",
    "\u{10ffff}",
];

/// An API in which all names collide.
fn odd() -> Api {
    let mut types = Types::default();
    for text in TEXTS {
        types.add(text, strings(TEXTS));
    }
    let fields = TEXTS.iter().map(|text| property(text, TEXT)).collect();
    types.add("Fields", object(fields));
    let mut operations: Vec<_> = TEXTS.iter().map(|text| operation(text, "/")).collect();
    let all = operation("all", "/");
    operations.push(TEXTS.iter().fold(all, |all, text| all.query(text, BOOL)));
    let mut api = api(types, operations);
    api.tags = tags(TEXTS);
    let variables = TEXTS.iter().map(|text| ((*text).to_owned(), variable()));
    let variables: IndexMap<_, _> = variables.collect();
    let servers = TEXTS.iter().map(|text| Server {
        url: "https://example.com".to_owned(),
        description: Some((*text).to_owned()),
        variables: variables.clone(),
    });
    api.servers = servers.collect();
    api
}

fn variable() -> ServerVariable {
    ServerVariable {
        default: String::new(),
        values: Vec::new(),
        description: None,
    }
}

#[test]
fn every_name_is_a_valid_identifier() {
    let Names {
        types,
        operations,
        tags,
        servers,
        schemes,
        webhooks,
    } = named(&odd()).0;
    assert_distinct(schemes.iter());
    assert_distinct(webhooks.iter());
    for server in &servers {
        assert_distinct(server.variables.iter());
    }
    assert_distinct(servers.iter().map(|server| &server.ident));
    assert_distinct(servers.iter().map(|server| &server.constant));
    for ty in &types {
        let members = ty.members.iter().chain([&ty.rest]);
        assert_distinct(members.filter(|name| !name.is_empty()));
    }
    for operation in &operations {
        assert_distinct(operation.parameters.iter().chain([&operation.body]));
    }
    assert_distinct(types.iter().map(|ty| &ty.constant));
    assert_distinct(tags.iter().map(|tag| &tag.module));
    assert_distinct(operations.iter().map(|operation| &operation.method));
    assert_distinct(operations.iter().map(|operation| &operation.constant));
    let idents = types.iter().map(|ty| &ty.ident);
    let idents = idents.chain(tags.iter().map(|tag| &tag.ident));
    assert_distinct(idents.chain(operations.iter().map(|operation| &operation.builder)));
}

fn assert_distinct<'a>(names: impl Iterator<Item = &'a String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        let is_valid = syn::parse_str::<syn::Ident>(name).is_ok();
        assert!(is_valid, "{name:?} is no identifier");
        assert!(seen.insert(name), "{name:?} is there twice");
    }
}
