//! JSON text sequences (RFC 7464).

use super::{divided, records, refused};
use crate::events::sequence;

/// The texts, and whether each of them may be truncated.
fn texts(body: &str) -> Vec<(String, bool)> {
    let records = divided(sequence, body.as_bytes()).into_iter();
    let texts = records.map(|it| (String::from_utf8(it.data).unwrap(), it.problem.is_some()));
    texts.collect()
}

fn whole(texts: &[&str]) -> Vec<(String, bool)> {
    texts
        .iter()
        .map(|text| ((*text).to_owned(), false))
        .collect()
}

#[test]
fn each_text_is_between_rs_and_lf() {
    assert_eq!(
        texts("\u{1E}{\"a\":1}\n\u{1E}2\n\u{1E}\"b\"\n"),
        whole(&["{\"a\":1}", "2", "\"b\""])
    );
    // Empty texts are ignored (section 2.1).
    assert_eq!(texts("\u{1E}\u{1E}\n\u{1E}1\n\u{1E}"), whole(&["1"]));
    assert_eq!(texts(""), whole(&[]));
}

#[test]
fn a_text_may_have_lines() {
    let body = "\u{1E}{\n \"a}\\\"\": [\n1]\n}\n\u{1E}[\n]\n";
    assert_eq!(texts(body), whole(&["{\n \"a}\\\"\": [\n1]\n}", "[\n]"]));
}

#[test]
fn a_text_is_complete_before_the_next_begins() {
    assert_eq!(records(sequence, &[b"\x1E[1]\n"]).len(), 1);
}

#[test]
fn a_text_without_its_end_is_one_error() {
    // The value of an object or a string shows whether it is whole, that of a number does not (section 2.4).
    let found = texts("\u{1E}{\"a\":\u{1E}12\u{1E}[1]\u{1E}true");
    let expected = [
        ("{\"a\":", false),
        ("12", true),
        ("[1]", false),
        ("true", true),
    ];
    assert_eq!(
        found,
        expected.map(|(text, is_truncated)| (text.to_owned(), is_truncated))
    );
}

#[test]
fn memory_is_bounded() {
    assert!(refused(sequence, b"\x1E[", b"1,\n", 100) <= 101);
    assert!(refused(sequence, b"\x1E\"", b"[[", 100) <= 101);
    assert!(
        sequence()
            .next(&mut "\u{1E}1\n".repeat(1000).into(), 2)
            .is_ok()
    );
}
