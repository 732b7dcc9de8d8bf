//! The example of every code: a document that has the finding, and the corrected one.

use codegen::diagnostic::{Code, Diagnostic, Page};
use codegen::load::locate::locate;
use codegen::{Options, generate};

/// A finding: its code, its line, and the text that it marks.
type Found = (Code, usize, String);

/// All findings of a run.
fn run(settings: &str, document: &str) -> Vec<Found> {
    let (options, refused) = match Options::parse(settings) {
        Ok(options) => (options, None),
        Err(refused) => (Options::default(), Some(refused)),
    };
    let refused = refused.iter().map(|finding| found(settings, finding));
    let generated = generate(document, &options);
    let others = generated.diagnostics.iter();
    let others = others.map(|finding| found(document, finding));
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
    let before = run(page.settings, page.document);
    if before != expected {
        flaws.push(format!("{code}: expected {expected:?}, found {before:?}"));
    }
    let (settings, document) = page.corrected();
    let after = run(&settings, &document);
    if !after.is_empty() {
        flaws.push(format!("{code}: the correction still has {after:?}"));
    }
    let texts = [page.settings, page.document];
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
