use std::ops::Range;

use codegen::diagnostic::{Code, Diagnostic, Location, Pointer, Severity};

use super::{Report, Source};

fn source(text: &str) -> Source {
    Source {
        name: "spec/pets.yaml".to_owned(),
        text: text.to_owned(),
    }
}

fn finding(severity: Severity, code: Code, message: &str, help: Option<&str>) -> Diagnostic {
    let place = Pointer::root().key("info");
    Diagnostic::new(severity, code, place, message).help(help.unwrap_or_default())
}

fn human(source: &Source, found: &[(&Diagnostic, Range<usize>)]) -> String {
    let mut out = Vec::new();
    let found = found
        .iter()
        .map(|(it, span)| (*it, vec![(0, span.clone())]));
    Report::placed(vec![source], found)
        .write_human(&mut anstream::StripStream::new(&mut out), false)
        .unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn findings_read_as_those_of_rustc_and_follow_the_text() {
    let source = source("openapi: 3.0.3\nrëf: '#/components/x'\n");
    let warning = finding(
        Severity::Warning,
        Code::UnsupportedKeyword,
        "`rëf` has no effect",
        None,
    );
    let error = finding(
        Severity::Error,
        Code::DanglingRef,
        "`#/components/x` leads nowhere",
        Some("declare it"),
    );
    let text = human(&source, &[(&error, 21..37), (&warning, 15..19)]);
    assert_eq!(
        text,
        "\
warning[unsupported-keyword]: `rëf` has no effect
 --> spec/pets.yaml:2:1
  |
2 | rëf: '#/components/x'
  | ^^^

error[dangling-ref]: `#/components/x` leads nowhere
 --> spec/pets.yaml:2:6
  |
2 | rëf: '#/components/x'
  |      ^^^^^^^^^^^^^^^^
  |
  = help: declare it

1 error, 1 warning in spec/pets.yaml
run `cargo xtask explain unsupported-keyword` for an example and its correction

"
    );
}

#[test]
fn a_finding_over_several_lines_marks_the_first() {
    let source = source("info:\r\n  title: a\r\n  version: b\r\n");
    let error = finding(Severity::Error, Code::WrongType, "wrong", None);
    let text = human(&source, &[(&error, 0..30)]);
    assert!(text.contains("1 | info:\n  | ^^^^^\n"), "{text}");
}

#[test]
fn the_end_of_the_text_is_a_place() {
    let empty = source("");
    let error = finding(Severity::Error, Code::Syntax, "nothing here", None);
    assert!(human(&empty, &[(&error, 0..0)]).contains("--> spec/pets.yaml:1:1"));
    let short = source("a: b\n");
    let text = human(&short, &[(&error, 99..120)]);
    assert!(text.contains("--> spec/pets.yaml:2:1"), "{text}");
}

#[test]
fn a_very_long_line_is_named_and_not_shown() {
    let padding = "x".repeat(5000);
    let source = source(&format!("{padding}HERE{padding}"));
    let error = finding(Severity::Error, Code::WrongType, "wrong", None);
    let text = human(&source, &[(&error, 5000..5004)]);
    assert!(text.contains("--> spec/pets.yaml:1:5001"), "{text}");
    assert!(text.len() < 1000, "{text}");
}

#[test]
fn a_document_cannot_steer_the_terminal() {
    let source = source("a: b\n");
    let error = finding(
        Severity::Error,
        Code::WrongType,
        "\u{1b}[31mred",
        Some("\u{7}bell"),
    );
    let text = human(&source, &[(&error, 0..1)]);
    assert!(text.contains(r"\u{1b}[31mred"), "{text}");
    assert!(text.contains(r"\u{7}bell"), "{text}");
}

#[test]
fn json_has_one_object_a_line() {
    let source = source("info:\n  title: a\n");
    let error = finding(Severity::Error, Code::WrongType, "\"wrong\"", None)
        .label(Pointer::root(), "declared here");
    let mut out = Vec::new();
    Report::placed(vec![&source], [(&error, vec![(0, 8..17), (0, 0..4)])])
        .write_json(&mut out)
        .unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        concat!(
            r#"{"code":"wrong-type","severity":"error","message":"\"wrong\"","help":null,"#,
            r#""file":"spec/pets.yaml","line":2,"column":3,"end_line":3,"end_column":1,"pointer":"/info","#,
            r#""labels":[{"message":"declared here","file":"spec/pets.yaml","line":1,"column":1,"end_line":1,"end_column":5,"pointer":""}]}"#,
            "\n"
        )
    );
}

#[test]
fn labels_show_the_lines_that_the_message_is_about() {
    let source = source("tags:\n- name: a\n- name: b\n- name: a # and a\n");
    let warning = finding(Severity::Warning, Code::WrongType, "`a` is repeated", None)
        .label(Pointer::root(), "first declared here")
        .label(Pointer::root(), "and here");
    let mut out = Vec::new();
    Report::placed(
        vec![&source],
        [(&warning, vec![(0, 34..35), (0, 14..15), (0, 42..43)])],
    )
    .write_human(&mut anstream::StripStream::new(&mut out), false)
    .unwrap();
    let text = String::from_utf8(out).unwrap();
    let expected = "\
warning[wrong-type]: `a` is repeated
 --> spec/pets.yaml:4:9
  |
4 | - name: a # and a
  |         ^       - and here
  |
 ::: spec/pets.yaml:2:9
  |
2 | - name: a
  |         - first declared here
";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn of_many_findings_with_one_cause_one_and_a_count_are_printed() {
    let source = source(&"- x\n".repeat(2000));
    let many: Vec<_> = (0..1200)
        .map(|at| {
            let message = format!("`field{at}` is missing");
            finding(Severity::Warning, Code::WrongType, &message, None)
        })
        .collect();
    let other = finding(Severity::Error, Code::Syntax, "`x` is missing", None);
    let spans = many.iter().enumerate();
    let mut found: Vec<_> = spans.map(|(at, it)| (it, 4 * at..4 * at + 1)).collect();
    found.push((&other, 40..41));
    let text = human(&source, &found);
    let titles: Vec<_> = text
        .lines()
        .filter(|it| it.contains("is missing"))
        .collect();
    assert_eq!(
        titles,
        [
            "warning[wrong-type]: `field0` is missing",
            "error[syntax]: `x` is missing",
        ]
    );
    let count = "  = note: and 1,199 more; `--all` prints every one\n";
    assert_eq!(text.matches(count).count(), 1, "{text}");
    assert!(
        text.contains("1 error, 1200 warnings in spec/pets.yaml"),
        "{text}"
    );
    let report = Report::placed(
        vec![&source],
        found.into_iter().map(|(it, span)| (it, vec![(0, span)])),
    );
    assert_eq!(report.shown(true).len(), 1201);
    assert!(report.shown(true).iter().all(|(_, hidden)| *hidden == 0));
    let mut out = Vec::new();
    report.write_json(&mut out).unwrap();
    assert_eq!(String::from_utf8(out).unwrap().lines().count(), 1201);
}

#[test]
fn a_finding_may_concern_an_overlay_and_the_document() {
    let document = source("openapi: 3.0.3\n");
    let overlay = Source {
        name: "spec/repairs.yaml".to_owned(),
        text: "actions:\n- update: { a: b }\n".to_owned(),
    };
    let place = Location::Value(Pointer::parse("/actions/0/update/a"));
    let found = Diagnostic::error(Code::DanglingRef, place.in_overlay(0), "`b` leads nowhere")
        .label(Pointer::parse("/openapi"), "the version");
    let findings = [found];
    let report = Report::new(vec![&document, &overlay], &findings);
    let mut out = Vec::new();
    report
        .write_human(&mut anstream::StripStream::new(&mut out), false)
        .unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(
        text.starts_with(
            "\
error[dangling-ref]: `b` leads nowhere
 --> spec/repairs.yaml:2:16
  |
2 | - update: { a: b }
  |                ^
  |
 ::: spec/pets.yaml:1:10
  |
1 | openapi: 3.0.3
  |          ----- the version

1 error in spec/pets.yaml with 1 overlay
"
        ),
        "{text}"
    );
    let mut out = Vec::new();
    report.write_json(&mut out).unwrap();
    let record: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(record["file"], "spec/repairs.yaml");
    assert_eq!(record["pointer"], "/actions/0/update/a");
    assert_eq!(record["labels"][0]["file"], "spec/pets.yaml");
}
