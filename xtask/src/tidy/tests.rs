use super::cycles::Modules;
use super::{Findings, check_rust};

fn findings(path: &str, text: &str) -> Vec<String> {
    let mut findings = Findings::default();
    check_rust(path, text, &mut Modules::default(), &mut findings);
    findings
        .0
        .iter()
        .map(|finding| finding.to_string().replace(path, "F"))
        .collect()
}

#[track_caller]
fn complains(path: &str, text: &str, expected: &[&str]) {
    assert_eq!(findings(path, text), expected, "{text}");
}

#[test]
fn a_stage_must_not_use_a_crate_of_another() {
    let expected = ["F:1: `lower` must not use the crate `heck`"];
    let path = "codegen/src/lower/union.rs";
    complains(path, "use heck::ToSnakeCase;", &expected);
    complains(path, "use ::heck as case;", &expected);
    complains(path, "use {std::fmt, heck::*};", &expected);
    complains(path, "extern crate heck;", &expected);
    complains(path, "fn f() { heck::snake(); }", &expected);
    complains(path, "type T = Vec<heck::Case>;", &expected);
    complains(
        path,
        "fn f() { print!(\"{}\", [heck::snake()]); }",
        &expected,
    );
    complains("codegen/src/name/mod.rs", "use heck::ToSnakeCase;", &[]);
}

#[test]
fn a_stage_must_not_use_a_later_stage() {
    let expected = ["F:1: `analyze` must not use `name`"];
    let path = "codegen/src/analyze/mod.rs";
    complains(path, "use crate::name::Names;", &expected);
    complains(path, "use crate::{ir::Api, name};", &expected);
    complains(path, "use super::name::Names;", &expected);
    complains(path, "mod inner { use super::super::name; }", &expected);
    complains(
        "codegen/src/analyze/facts/mod.rs",
        "use super::super::name;",
        &expected,
    );
    complains(path, "use self::name; use crate::analyze::name;", &[]);
    complains("codegen/src/lib.rs", "use crate::name::Names;", &[]);
}

#[test]
fn templates_have_no_conditions() {
    let path = "codegen/src/emit/group.rs";
    let finding = |name| {
        format!(
            "F:1: `{name}` decides in a template; decide in `plan`, and match on an enum of the plan"
        )
    };
    for (code, name) in [
        ("fn f() { if a { b } }", "if"),
        ("fn f() { match a { b if c => d, _ => e } }", "if"),
        ("fn f() { a.is_empty() }", "is_empty"),
        ("fn f() { a.then(|| b) }", "then"),
        ("fn f() { matches!(a, B) }", "matches!"),
    ] {
        complains(path, code, &[&finding(name)]);
        complains("codegen/src/emit/markdown.rs", code, &[]);
        complains("codegen/src/plan/group.rs", code, &[]);
    }
    complains(
        path,
        "fn f() { match a { [] => b, _ => quote!(if c {}) } }",
        &[],
    );
}

#[test]
fn a_template_is_no_import() {
    complains(
        "codegen/src/emit/mod.rs",
        "fn f() { quote! { serde_yaml::X::new(std::fs::read(syn::f())) } }",
        &[],
    );
}

#[test]
fn keywords_are_spelled_in_the_grammar_only() {
    let code = "fn f(node: &Node) { node.get(\"schema\"); node.get(\"x-schema\"); }";
    let message =
        "F:1: `schema` is spelled in `load/grammar/keyword.rs` only; read it by a method of a view";
    complains("codegen/src/lower/mod.rs", code, &[message]);
    complains("codegen/src/load/grammar/view.rs", code, &[]);
    complains("codegen/src/load/tests.rs", code, &[]);
    complains("codegen/src/emit/mod.rs", code, &[]);
}

#[test]
fn tests_are_unrestricted() {
    complains("codegen/src/name/tests/mod.rs", "use syn::Ident;", &[]);
    complains(
        "codegen/src/name/mod.rs",
        "mod tests { use syn::Ident; }",
        &[],
    );
    complains("codegen/src/sample.rs", "use crate::name::Names;", &[]);
}

#[test]
fn the_generator_does_not_access_the_system() {
    complains(
        "codegen/src/lib.rs",
        "use std::{fmt, fs};\nfn f() { std::env::var(\"A\"); }",
        &[
            "F:1: `std::fs`: the generator converts text to text; only xtask accesses the system",
            "F:2: `std::env`: the generator converts text to text; only xtask accesses the system",
        ],
    );
    complains("xtask/src/main.rs", "use std::fs;", &[]);
    complains("codegen/src/render/parallel.rs", "use std::thread;", &[]);
    complains(
        "codegen/src/render/mod.rs",
        "use std::thread;",
        &[
            "F:1: `std::thread`: the generator converts text to text; only xtask accesses the system",
        ],
    );
}

#[test]
fn a_new_stage_needs_a_place_in_the_table() {
    complains(
        "codegen/src/optimize/mod.rs",
        "",
        &["F:1: `optimize` is missing in the table of stages in xtask"],
    );
}

#[test]
fn files_of_clients_have_no_let_chains() {
    let chain = "fn f(a: Option<u8>, b: bool) { if b && let Some(_) = a {} }";
    let expected = ["F:1: clients support Rust 1.85, which has no let chains"];
    let copied = "codegen/runtime/src/call/core.rs";
    let chains = |path| {
        let mut all = findings(path, chain);
        all.retain(|it| it.contains("let chains"));
        all
    };
    assert_eq!(chains(copied), expected);
    assert!(chains("codegen/runtime/src/tests/calls.rs").is_empty());
    assert!(chains("xtask/src/main.rs").is_empty());
}

#[test]
fn files_are_short() {
    complains(
        "xtask/src/long.rs",
        &"\n".repeat(401),
        &["F:401: the file has 401 lines; split it, 400 is the limit"],
    );
    complains("xtask/src/long.rs", &"\n".repeat(400), &[]);
}

#[test]
fn reminders_link_an_issue() {
    let word = concat!("FIX", "ME");
    complains(
        "tests/a.rs",
        &format!("// {word}: later\n// {word}: https://example.com/issues/7\n"),
        &[&format!("F:1: `{word}` without a link to an issue")],
    );
}

#[test]
fn lints_are_not_allowed_wholesale() {
    let expected =
        ["F:1: a lint is expected at one place with a reason, not allowed for a whole module"];
    complains("tests/a.rs", "#![allow(dead_code)]", &expected);
    complains("tests/a.rs", "mod a { #![allow(dead_code)] }", &expected);
    complains("codegen/runtime/src/lib.rs", "#![allow(dead_code)]", &[]);
}

#[test]
fn tests_are_not_ignored() {
    complains(
        "tests/a.rs",
        "#[test]\n#[ignore = \"slow\"]\nfn f() {}",
        &["F:2: a test is repaired or deleted, not ignored"],
    );
}

#[test]
fn copied_files_hold_no_tests() {
    let expected = [
        "F:1: this file is copied into clients, which have no tests; move the tests to src/tests/",
    ];
    let path = "codegen/runtime/src/wire/new.rs";
    complains(path, "#[cfg(test)] mod tests;", &expected);
    complains(
        path,
        "#[cfg_attr(not(test), expect(dead_code))] fn f() {}",
        &expected,
    );
    complains(path, "#[cfg(feature = \"test\")] fn f() {}", &[]);
    complains("codegen/runtime/src/lib.rs", "#[cfg(test)] mod tests;", &[]);
    complains("codegen/runtime/src/tests/a.rs", "#[cfg(test)] mod b;", &[]);
}

#[test]
fn an_unparsable_file_is_a_finding() {
    let found = findings("tests/a.rs", "fn f() {}\nfn fn");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("F:2: "), "{found:?}");
}

/// The findings about imports of several files.
fn cycles(files: &[(&str, &str)]) -> Vec<String> {
    let mut modules = Modules::default();
    let mut findings = Findings::default();
    for (path, text) in files {
        check_rust(path, text, &mut modules, &mut Findings::default());
    }
    modules.check(&mut findings);
    findings.0.iter().map(ToString::to_string).collect()
}

#[test]
fn files_must_not_import_each_other() {
    let (root, a, b) = (
        "codegen/src/name/mod.rs",
        "codegen/src/name/a.rs",
        "codegen/src/name/b.rs",
    );
    let expected = format!("{a}:1: these files import each other: {a}, {b}");
    let cycle = [
        (root, "mod a; mod b;"),
        (a, "use super::b::B; pub struct A(B);"),
        (b, "fn f() { super::a::g(); }"),
    ];
    assert_eq!(cycles(&cycle), [expected]);
    let parent = [
        (root, "mod a; fn f() { a::g(); }"),
        (a, "use super::f; pub fn g() { f(); }"),
    ];
    let expected = format!("{a}:1: these files import each other: {a}, {root}");
    assert_eq!(cycles(&parent), [expected]);
}

#[test]
fn a_re_export_is_no_import() {
    let (root, a, b) = (
        "codegen/src/name/mod.rs",
        "codegen/src/name/a.rs",
        "codegen/src/name/b.rs",
    );
    let files = [
        (
            root,
            "mod a; mod b; pub use a::{A, C as D}; pub use self::b::B; fn f() { b::f(); }",
        ),
        (
            a,
            "pub struct A; pub struct C; pub(in crate::name) fn f() {}",
        ),
        (b, "use super::{A, D}; pub struct B(A, D);"),
    ];
    assert_eq!(cycles(&files), [""; 0]);
}
