//! Overlays beside a document.

use super::place::{GENERATE, Place};

#[test]
fn overlays_of_the_settings_and_of_the_command_line_are_applied_in_order() {
    let place = Place::new();
    let overlay = |update: &str| {
        format!(
            "overlay: 1.1.0\ninfo: {{ title: Repairs, version: '1' }}\nactions:\n  - target: $.info\n    update: {update}\n    x-reason: test\n"
        )
    };
    place.put("codegen.toml", "[document]\noverlays = [\"first.yaml\"]\n");
    place.put("first.yaml", &overlay("{ title: First Store }"));
    place.put("second.yaml", &overlay("{ title: Second Store }"));
    place.run(&GENERATE).ends_with(0);
    assert!(place.read("client/Cargo.toml").contains("\"first-store\""));

    let both: Vec<&str> = GENERATE
        .iter()
        .copied()
        .chain(["--overlay", "second.yaml"])
        .collect();
    place.run(&both).ends_with(0);
    assert!(place.read("client/Cargo.toml").contains("\"second-store\""));

    // The document now is as the overlay wants it.
    place.put("second.yaml", &overlay("{ title: First Store }"));
    let obsolete = place.run(&both).ends_with(1);
    let expected =
        "error[unused-action]: the document already has these values\n --> second.yaml:5:5\n";
    assert!(obsolete.stderr.contains(expected), "{}", obsolete.stderr);
    assert!(place.read("client/Cargo.toml").contains("\"second-store\""));
}

#[test]
fn an_overlay_that_extends_another_document_is_reported_with_both_names() {
    let place = Place::new();
    let overlay = |extends: &str| {
        format!(
            "overlay: 1.1.0\ninfo: {{ title: Repairs, version: '1' }}\nextends: {extends}\nactions:\n  - target: $.info\n    update: {{ title: Other }}\n    x-reason: test\n"
        )
    };
    let all: Vec<&str> = GENERATE
        .iter()
        .copied()
        .chain(["--overlay", "repairs/overlay.yaml"])
        .collect();
    let same = [
        "../pets.yaml",
        "./../repairs/../pets.yaml",
        "../%70ets.yaml#/info",
        "https://example.test/openapi.yaml",
    ];
    for extends in same {
        place.put("repairs/overlay.yaml", &overlay(extends));
        let run = place.run(&all).ends_with(0);
        assert!(!run.stderr.contains("overlay-document"), "{}", run.stderr);
    }
    for extends in ["pets.yaml", "../birds.yaml"] {
        place.put("repairs/overlay.yaml", &overlay(extends));
        let run = place.run(&all).ends_with(0);
        let expected = format!(
            "warning[overlay-document]: the overlay extends `{extends}`, but it is applied to `../pets.yaml`\n --> repairs/overlay.yaml:3:10\n"
        );
        assert!(run.stderr.contains(&expected), "{}", run.stderr);
    }
}
