//! Documents that are built to hurt: each gets an answer in little time and memory.

use std::ops::Range;

use codegen::diagnostic::{Code, Diagnostic, Sink};
use codegen::ir::Api;
use codegen::{Options, load, lowered};

fn front(text: &str) -> (Option<Api>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let api = lowered(text, &Options::default(), &mut sink);
    (api, sink.into_vec())
}

/// A document whose one operation answers with the schema `S0`.
fn document(schemas: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{ title: t, version: '1' }}\npaths:\n  /a:\n    get:\n      operationId: a\n      \
         responses:\n        '200':\n          description: d\n          content:\n            application/json: {{ \
         schema: {{ $ref: '#/components/schemas/S0' }} }}\ncomponents:\n  schemas:\n{schemas}"
    )
}

/// `count` schemas, each made by `body` from the reference to the next; the last one is a string.
fn chain(count: usize, body: impl Fn(&str) -> String) -> String {
    let schemas = each(0..count, |number| {
        let next = format!("{{ $ref: '#/components/schemas/S{}' }}", number + 1);
        format!("    S{number}: {}\n", body(&next))
    });
    document(&format!("{schemas}    S{count}: {{ type: string }}\n"))
}

fn each(numbers: Range<usize>, text: impl Fn(usize) -> String) -> String {
    numbers.map(text).collect::<Vec<_>>().concat()
}

fn codes(findings: &[Diagnostic]) -> Vec<Code> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn long_chains_do_not_recurse() {
    for body in [
        |next: &str| format!("{{ type: object, properties: {{ a: {next} }} }}"),
        |next: &str| format!("{{ type: array, items: {next} }}"),
        |next: &str| format!("{{ oneOf: [{next}, {{ type: boolean }}] }}"),
        |next: &str| format!("{{ allOf: [{next}] }}"),
    ] {
        let (api, findings) = front(&chain(5_000, body));
        assert_eq!(codes(&findings), []);
        assert_eq!(api.expect("it loads").types.len(), 5_001);
    }
}

#[test]
fn a_chain_of_bare_references_ends() {
    let (api, findings) = front(&chain(50, str::to_owned));
    assert_eq!(codes(&findings), []);
    assert_eq!(api.expect("it loads").types.len(), 1);
    let (_, findings) = front(&chain(2_000, str::to_owned));
    assert!(codes(&findings).contains(&Code::DanglingRef));
}

#[test]
fn branches_do_not_multiply() {
    for keyword in ["allOf", "oneOf", "anyOf"] {
        let text = chain(60, |next| {
            format!("{{ {keyword}: [{next}, {next}, {next}] }}")
        });
        let (api, _) = front(&text);
        assert!(api.expect("it loads").types.len() <= 61);
    }
}

#[test]
fn a_deep_chain_of_members_is_refused() {
    let text = chain(200, |next| {
        format!("{{ allOf: [{next}], properties: {{ a: {{}} }} }}")
    });
    let (_, findings) = front(&text);
    assert!(codes(&findings).contains(&Code::AllOfConflict));
}

#[test]
fn a_sample_of_a_union_of_itself_ends() {
    let (_, findings) = front(&document(
        "    S0: { oneOf: [{ $ref: '#/components/schemas/S1' }, { type: string }], default: 5 }\n    \
         S1: { oneOf: [{ $ref: '#/components/schemas/S0' }, { type: string }], example: {} }\n",
    ));
    assert!(codes(&findings).contains(&Code::RefCycle));
}

#[test]
fn references_that_are_put_in_do_not_multiply() {
    let schemas = each(0..40, |number| {
        let next =
            |step: usize| format!("$ref: '#/components/schemas/S{}/x'", (number + step) % 40);
        format!(
            "    S{number}: {{ properties: {{ {} }}, x: {{ a: {{ properties: {{ {} }} }}, b: {{ properties: {{ {} }} }} }} }}\n",
            next(1),
            next(1),
            next(2),
        )
    });
    let (_, findings) = front(&document(&schemas));
    assert!(findings.len() < 100_000, "{}", findings.len());
}

#[test]
fn deep_nesting_is_a_syntax_error() {
    for depth in [200, 100_000] {
        let nested = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        for text in [format!("openapi: {nested}"), format!("{{\"a\":{nested}}}")] {
            let (api, findings) = front(&text);
            assert!(api.is_none());
            assert_eq!(codes(&findings), [Code::Syntax]);
        }
    }
}

#[test]
fn aliases_do_not_expand_without_end() {
    let levels = each(1..10, |number| {
        let item = format!("*x{}, ", number - 1).repeat(10);
        format!("x{number}: &x{number} [{item}]\n")
    });
    let text = format!("openapi: 3.0.3\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n{levels}");
    let (api, findings) = front(&text);
    assert!(api.is_none());
    assert_eq!(codes(&findings), [Code::Syntax]);
}

#[test]
fn a_large_base_with_many_heirs_is_refused() {
    let base = each(0..2_100, |number| format!("p{number}: {{}}, "));
    let members = each(1..130, |number| {
        format!("{{ $ref: '#/components/schemas/S{number}' }}, ")
    });
    let heirs = each(1..130, |number| {
        let base = "allOf: [{ $ref: '#/components/schemas/Base' }], required: [p0]";
        format!("    S{number}: {{ {base} }}\n")
    });
    let text = format!(
        "    Base: {{ properties: {{ {base} }} }}\n    S0: {{ oneOf: [{members}] }}\n{heirs}"
    );
    let (_, findings) = front(&document(&text));
    assert!(codes(&findings).contains(&Code::UnsupportedSchema));
}

#[test]
fn any_text_gets_an_answer() {
    let scraps = [
        "",
        "\u{feff}",
        "{",
        "[",
        "- ",
        ": ",
        "null",
        "a: &a *a",
        "? [a]\n: b",
        "{}",
        "[]",
        "---\n---\n",
        "\0",
        "openapi: 3.0.3",
        "openapi: 3.0.3\npaths: []",
        "openapi: 3.0.3\npaths: {/a: 1}\ninfo: []",
        "openapi: 3.0.3\npaths: {/a: {get: {responses: {200: 1}}}}\ncomponents: 7",
        "openapi: 3.0.3\ncomponents: {schemas: [1], parameters: {a: {$ref: 1}}}\npaths: {/a: {$ref: '#'}}",
    ];
    for text in scraps {
        let (_, findings) = front(text);
        assert!(!findings.is_empty(), "{text:?}");
        let locations: Vec<_> = findings
            .into_iter()
            .map(|finding| finding.location)
            .collect();
        for range in load::locate::locate(text, &locations) {
            assert!(text.get(range).is_some());
        }
    }
}
