//! The example of every code: a document that has the finding, and the corrected one.

use codegen::diagnostic::{Code, Diagnostic, Location, Page};
use codegen::load::locate::locate;
use codegen::{Input, Options, generate};

/// A finding: its code, its line, and the text that it marks.
type Found = (Code, usize, String);

/// All findings of a run.
fn run([settings, overlay, document]: [&str; 3]) -> Vec<Found> {
    let (options, refused) = match Options::parse(settings) {
        Ok(options) => (options, None),
        Err(refused) => (Options::default(), Some(refused)),
    };
    let refused = refused.iter().map(|finding| found(settings, finding));
    let overlays = Some(overlay).filter(|text| !text.is_empty());
    let input = Input {
        document,
        overlays: overlays.into_iter().collect(),
        document_paths: vec!["openapi.yaml".to_owned()],
    };
    let generated = generate(input, &options);
    let others = generated.diagnostics.iter().map(|finding| {
        let is_in_overlay = matches!(finding.location, Location::Overlay(..));
        found(if is_in_overlay { overlay } else { document }, finding)
    });
    refused.chain(others).collect()
}

fn found(text: &str, finding: &Diagnostic) -> Found {
    let range = locate(text, std::slice::from_ref(&finding.location)).remove(0);
    let line = text[..range.start].matches('\n').count() + 1;
    (finding.code, line, text[range].to_owned())
}

/// What is wrong with the page of a code.
fn flaws(code: Code, page: &Page) -> Vec<String> {
    let mut flaws = Vec::new();
    let (line, text) = page.finding;
    let expected = [(code, line, text.to_owned())];
    let texts = [page.settings, page.overlay, page.document];
    let before = run(texts);
    if before != expected {
        flaws.push(format!("{code}: expected {expected:?}, found {before:?}"));
    }
    let corrected = page.corrected();
    let after = run(corrected.each_ref().map(String::as_str));
    if !after.is_empty() {
        flaws.push(format!("{code}: the correction still has {after:?}"));
    }
    for (before, _) in page.correction {
        if !texts.iter().any(|text| text.contains(before)) {
            flaws.push(format!("{code}: nothing reads {before:?}"));
        }
    }
    flaws
}

#[test]
fn the_example_of_every_code_has_one_finding_and_its_correction_has_none() {
    let flaws: Vec<_> = Code::ALL
        .iter()
        .flat_map(|code| flaws(*code, code.page()))
        .collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

#[test]
fn a_code_is_named_like_its_variant() {
    for code in Code::ALL {
        let words = code.as_str().split('-');
        let camel: String = words
            .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
            .collect();
        assert_eq!(format!("{code:?}"), camel);
    }
}
