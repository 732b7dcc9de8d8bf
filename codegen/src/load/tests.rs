use super::{Document, load};
use crate::diagnostic::{Severity, Sink};
use crate::options::Options;

fn read(text: &str) -> (Option<Document>, Vec<(Severity, String)>) {
    let mut sink = Sink::default();
    let document = load(text, &Options::default(), &mut sink);
    let findings = sink.into_vec().into_iter();
    let findings = findings.map(|finding| (finding.severity, finding.message));
    (document, findings.collect())
}

fn with_info(info: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {info}\npaths: {{}}\n")
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let yaml = with_info("{ title: Shop, version: '1' }");
    let json = r#"{"openapi": "3.0.3", "info": {"title": "Shop", "version": "1"}, "paths": {}}"#;
    for text in [yaml.as_str(), json] {
        let (document, findings) = read(&format!("\u{feff}{text}"));
        assert_eq!(
            document.unwrap().openapi().info().unwrap().title(),
            Some("Shop")
        );
        assert_eq!(findings, []);
    }
}

#[test]
fn a_document_without_a_value_is_empty() {
    for text in ["", "\n", "\u{feff}", "# nothing yet\n", "---\n", "null"] {
        let (document, findings) = read(text);
        assert!(document.is_none());
        let expected = (Severity::Error, "the document is empty".to_owned());
        assert_eq!(findings, [expected], "{text:?}");
    }
}

#[test]
fn an_unquoted_string_is_the_text_as_written() {
    let spellings = [
        "1.0",
        "1.10",
        "2",
        "0x1F",
        "1e3",
        "-0.50",
        "true",
        "12345678901234567890123",
    ];
    for written in spellings {
        let (document, findings) = read(&with_info(&format!("{{ title: A, version: {written} }}")));
        assert_eq!(
            document.unwrap().openapi().info().unwrap().version(),
            Some(written)
        );
        let message = format!("`version` is not a string; it is read as `\"{written}\"`");
        assert_eq!(findings, [(Severity::Warning, message)]);
    }
}

#[test]
fn an_unquoted_string_behind_an_alias_is_printed() {
    let text = "openapi: 3.0.3\nx-v: &v 7\ninfo: { title: A, version: *v }\npaths: {}\n";
    let (document, findings) = read(text);
    assert_eq!(
        document.unwrap().openapi().info().unwrap().version(),
        Some("7")
    );
    assert_eq!(findings.len(), 1);
}
