use serde_yaml::Value;

use super::apply;
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::input::Input;

const DOCUMENT: &str = "
openapi: 3.1.0
tags: [{ name: a }, { name: b }, { name: c }]
paths:
  /pets:
    get: { operationId: list, tags: [a], deprecated: true }
    post: { operationId: create, tags: [b] }
";

/// An overlay with these actions, indented by two.
fn overlay(actions: &str) -> String {
    format!("overlay: 1.1.0\ninfo: {{ title: Repairs, version: '1' }}\nactions:\n{actions}")
}

/// The overlays; the document is in the folder above that of the first.
fn input(overlays: &[String]) -> Input<'_> {
    Input {
        overlays: overlays.iter().map(String::as_str).collect(),
        document_paths: vec!["../api.yaml".to_owned()],
        ..Input::from(DOCUMENT)
    }
}

/// The document after the overlays, and the findings.
fn applied(overlays: &[String]) -> (Value, Vec<Diagnostic>) {
    let mut document = serde_yaml::from_str(DOCUMENT).unwrap();
    let mut sink = Sink::default();
    let _ = apply(&mut document, &input(overlays), &mut sink);
    (document, sink.into_vec())
}

/// The document after these actions, which have no finding.
fn clean(actions: &str) -> Value {
    let (document, findings) = applied(&[overlay(actions)]);
    assert_eq!(findings, []);
    document
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

#[test]
fn objects_are_merged_arrays_concatenated_and_other_values_replaced() {
    let document = clean(
        "  - target: $.paths['/pets'].get
    update: { summary: Pets, deprecated: false, tags: [b, c] }
    x-reason: test
  - target: $.tags
    update: { name: d }
    x-reason: one item is appended
  - target: $.paths.*.*.operationId
    update: same
    x-reason: several values
",
    );
    assert_eq!(
        document["paths"]["/pets"],
        yaml(
            "
get: { operationId: same, tags: [a, b, c], deprecated: false, summary: Pets }
post: { operationId: same, tags: [b] }"
        )
    );
    assert_eq!(
        document["tags"],
        yaml("[{ name: a }, { name: b }, { name: c }, { name: d }]")
    );
}

#[test]
fn values_are_removed_and_moved() {
    let document = clean(
        "  - target: $.tags[?@.name != 'b']
    remove: true
    x-reason: several items of one array
  - target: $.paths
    update: { /animals: {} }
    x-reason: a place
  - target: $.paths['/animals']
    copy: $.paths['/pets']
    x-reason: a copy
  - target: $.paths['/pets']
    remove: true
    x-reason: the original
  - target: $..tags[?@ == 'a']
    remove: true
    x-reason: at any depth
",
    );
    assert_eq!(
        document,
        yaml(
            "
openapi: 3.1.0
tags: [{ name: b }]
paths:
  /animals:
    get: { operationId: list, tags: [], deprecated: true }
    post: { operationId: create, tags: [b] }"
        )
    );
}

/// Where a finding about a place of the changed document is reported.
fn located(overlays: &[String], place: &str) -> Location {
    let mut document = serde_yaml::from_str(DOCUMENT).unwrap();
    let mut sink = Sink::default();
    apply(&mut document, &input(overlays), &mut sink).unwrap();
    let place = Pointer::parse(place);
    sink.report(Diagnostic::warning(Code::Syntax, &place, "here"));
    sink.into_vec().remove(0).location
}

fn value(at: &str) -> Location {
    Location::Value(Pointer::parse(at))
}

#[test]
fn findings_are_located_in_the_text_that_a_value_comes_from() {
    let overlays = [
        overlay("  - { target: '$.tags[0]', remove: true, x-reason: test }\n"),
        overlay(
            "  - target: $.paths['/pets'].get
    update: { parameters: [{ name: limit }], tags: [z] }
    x-reason: test
  - target: $.paths['/pets'].post
    copy: $.paths['/pets'].get
    x-reason: test
",
        ),
    ];
    let cases = [
        // The first item is gone.
        ("/tags/1/name", value("/tags/2/name")),
        (
            "/paths/~1pets/get/operationId",
            value("/paths/~1pets/get/operationId"),
        ),
        (
            "/paths/~1pets/get/parameters/0/schema",
            value("/actions/0/update/parameters/0/schema").in_overlay(1),
        ),
        (
            "/paths/~1pets/get/tags/0",
            value("/paths/~1pets/get/tags/0"),
        ),
        (
            "/paths/~1pets/get/tags/1",
            value("/actions/0/update/tags/0").in_overlay(1),
        ),
        // Copied: what the overlay had put there, and what was there before.
        (
            "/paths/~1pets/post/parameters/0",
            value("/actions/0/update/parameters/0").in_overlay(1),
        ),
        (
            "/paths/~1pets/post/deprecated",
            value("/paths/~1pets/get/deprecated"),
        ),
    ];
    for (place, expected) in cases {
        assert_eq!(located(&overlays, place), expected, "{place}");
    }
}

/// The only finding of an action.
fn finding(action: &str) -> (Code, String, String) {
    let (document, mut findings) = applied(&[overlay(action)]);
    assert_eq!(document["openapi"], yaml("3.1.0"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    let Diagnostic {
        code,
        location,
        message,
        ..
    } = findings.remove(0);
    assert!(matches!(location, Location::Overlay(0, _)));
    let pointer = location
        .pointer()
        .map_or_else(String::new, ToString::to_string);
    (code, pointer, message)
}

/// Actions with the code, the place and the message of their only finding.
const CASES: &[(&str, Code, &str, &str)] = &[
    (
        "  - { target: $.nothing, remove: true, x-reason: test }\n",
        Code::UnusedAction,
        "/actions/0/target",
        "`$.nothing` selects nothing",
    ),
    (
        "  - { target: \"$.paths['/pets'].get\", update: { deprecated: true }, x-reason: test }\n",
        Code::UnusedAction,
        "/actions/0/update",
        "the document already has these values",
    ),
    (
        "  - { target: $.tags, update: {}, copy: $.paths, x-reason: test }\n",
        Code::InvalidOverlay,
        "/actions/0",
        "the action has more than one of `update`, `copy` and `remove`",
    ),
    (
        "  - { target: $.tags, remove: false, x-reason: test }\n",
        Code::InvalidOverlay,
        "/actions/0",
        "the action has no `update`, `copy` or `remove`",
    ),
    (
        "  - { target: '$', update: { paths: { /pets: { get: [] } } }, x-reason: test }\n",
        Code::InvalidOverlay,
        "/actions/0/update",
        "the value does not fit `/paths/~1pets/get`, which is of another kind",
    ),
    (
        "  - { target: '$.*', update: { a: b }, x-reason: test }\n",
        Code::InvalidOverlay,
        "/actions/0/update",
        "the target selects objects, arrays or other values together",
    ),
    (
        "  - { target: $.tags, copy: '$.paths.*.*', x-reason: test }\n",
        Code::InvalidOverlay,
        "/actions/0/copy",
        "`$.paths.*.*` selects 2 values, and only one can be copied",
    ),
    (
        "  - { target: $, remove: true, x-reason: test }\n",
        Code::InvalidOverlay,
        "/actions/0/target",
        "`$` selects the whole document, which cannot be removed",
    ),
    (
        "  - { target: $.paths, update: { /pets: { get: { summary: x } } } }\n",
        Code::MissingReason,
        "/actions/0/target",
        "the action has no `x-reason`",
    ),
    (
        "  - { target: $.tags, remove: maybe, x-reason: test }\n",
        Code::WrongType,
        "/actions/0/remove",
        "`remove` is a string, and Overlay requires `true` or `false`",
    ),
    (
        "  - { update: {}, x-reason: test }\n",
        Code::MissingField,
        "/actions/0",
        "the required field `target` is missing in the Action Object",
    ),
];

#[test]
fn errors_of_actions_are_located_in_the_overlay() {
    for (action, code, pointer, message) in CASES {
        let expected = (*code, (*pointer).to_owned(), (*message).to_owned());
        assert_eq!(finding(action), expected, "{action}");
    }
    let (code, pointer, message) =
        finding("  - { target: '$.a[', remove: true, x-reason: test }\n");
    assert_eq!(
        (code, pointer.as_str()),
        (Code::InvalidOverlay, "/actions/0/target")
    );
    assert!(
        message.starts_with("`$.a[` is not a JSONPath: "),
        "{message}"
    );
}

#[test]
fn other_versions_and_other_texts_are_refused() {
    let cases = [
        (
            "overlay: 2.0.0\ninfo: { title: a, version: b }\nactions: []\n",
            Code::InvalidOverlay,
        ),
        ("[]", Code::InvalidOverlay),
        ("a: [", Code::Syntax),
        ("overlay: 1.0.0\nactions: []\n", Code::MissingField),
    ];
    for (text, code) in cases {
        let (_, findings) = applied(&[text.to_owned()]);
        let codes: Vec<Code> = findings.iter().map(|it| it.code).collect();
        assert_eq!(codes, [code], "{text}");
    }
}

#[test]
fn values_are_removed_whatever_the_order_in_which_they_are_selected() {
    let cases = [
        ("$.tags[0, 2]", "[{ name: b }]"),
        ("$.tags[2, 0]", "[{ name: b }]"),
        ("$.tags[1, 1]", "[{ name: a }, { name: c }]"),
        ("$.tags[::-1]", "[]"),
        ("$.tags..*", "[]"),
    ];
    for (target, expected) in cases {
        let action = format!("  - {{ target: \"{target}\", remove: true, x-reason: test }}\n");
        assert_eq!(clean(&action)["tags"], yaml(expected), "{target}");
    }
}

#[test]
fn a_value_that_is_selected_twice_is_updated_once() {
    let document =
        clean("  - { target: \"$['tags', 'tags']\", update: { name: d }, x-reason: test }\n");
    assert_eq!(document["tags"].as_sequence().map(Vec::len), Some(4));
}

#[test]
fn the_document_that_an_overlay_extends_is_compared() {
    let extends = |reference: &str| {
        let text = overlay("  - { target: $.tags, remove: true, x-reason: test }\n");
        format!("extends: '{reference}'\n{text}")
    };
    let same = [
        "../api.yaml",
        "./../api.yaml",
        "../a/.././/api.yaml",
        "../%61pi.yaml?version=1#/info",
        "",
        "#/info",
        "/srv/other.yaml",
        "//example.test/other.yaml",
        "https://example.test/other.yaml",
        "file:///srv/other.yaml",
        "%ff",
    ];
    for reference in same {
        assert_eq!(applied(&[extends(reference)]).1, [], "{reference}");
    }
    for reference in ["api.yaml", "../../api.yaml", "../api.yaml/x", "../API.yaml"] {
        let (document, findings) = applied(&[extends(reference)]);
        let found: Vec<_> = findings.iter().map(|it| (it.code, &*it.message)).collect();
        let message =
            format!("the overlay extends `{reference}`, but it is applied to `../api.yaml`");
        assert_eq!(found, [(Code::OverlayDocument, &*message)]);
        let place = Location::Value(Pointer::root().key("extends"));
        assert_eq!(findings[0].location, place.in_overlay(0));
        assert!(document.get("tags").is_none());
    }
    // The path is known of the first only.
    let first = overlay("  - { target: '$.tags[0]', remove: true, x-reason: test }\n");
    assert_eq!(applied(&[first, extends("other.yaml")]).1, []);
}
