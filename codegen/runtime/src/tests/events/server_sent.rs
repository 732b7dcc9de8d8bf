//! The algorithm of the HTML standard, section 9.2.6.

use std::time::Duration;

use super::{divided, refused};
use crate::events::framing::{Meta, Record};
use crate::events::server_sent;

/// The data of all events.
fn data(body: impl AsRef<[u8]>) -> Vec<String> {
    let records = divided(server_sent, body.as_ref()).into_iter();
    let texts = records.map(|record| String::from_utf8(record.data).unwrap());
    texts.collect()
}

fn metas(body: &str) -> Vec<Meta> {
    let records = divided(server_sent, body.as_bytes()).into_iter();
    records.map(|record| record.meta).collect()
}

#[test]
fn lines_end_with_lf_cr_or_both() {
    let body =
        "data: a\n\ndata: b\r\rdata: c\r\n\r\ndata: d\r\n\ndata: e\n\r\ndata: f\r\n\rdata: g\n\r";
    assert_eq!(data(body), ["a", "b", "c", "d", "e", "f", "g"]);
    // CR LF is one end, and LF CR are two.
    assert_eq!(data("data: a\r\ndata: b\r\n\r\n"), ["a\nb"]);
    assert_eq!(data("data: a\n\rdata: b\n\n"), ["a", "b"]);
}

#[test]
fn several_lines_of_data_are_joined() {
    assert_eq!(data("data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
    assert_eq!(data("data\ndata:\n\n"), ["\n"]);
    assert_eq!(data("data: a\n:b\ndata: c\n\n"), ["a\nc"]);
}

#[test]
fn an_event_needs_data_which_may_be_empty() {
    // The examples of the standard.
    assert_eq!(data("data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
    assert_eq!(data("data:test\n\ndata: test\n\n"), ["test", "test"]);
    assert_eq!(data("event: a\nid: 1\n\n\n\n:x\n\n"), Vec::<String>::new());
    // The type of an event without data is forgotten.
    let metas = metas("event: a\n\ndata: b\n\n");
    assert_eq!(metas, [Meta::default()]);
}

#[test]
fn the_last_event_needs_an_empty_line() {
    assert_eq!(data("data: a\n\ndata: b"), ["a"]);
    assert_eq!(data("data: a\n\ndata: b\n"), ["a"]);
    assert_eq!(data("data: a\n\ndata: b\n:"), ["a"]);
    assert_eq!(data(""), Vec::<String>::new());
}

#[test]
fn one_space_after_the_colon_is_no_part_of_the_value() {
    assert_eq!(
        data("data:  a \n\ndata:\tb\n\ndata:c: d\n\n"),
        [" a ", "\tb", "c: d"]
    );
    // A space before the colon is part of the name.
    assert_eq!(
        data("data : a\nDATA: b\n data: c\nother: d\n\n"),
        Vec::<String>::new()
    );
}

#[test]
fn a_comment_is_ignored() {
    assert_eq!(
        data(": ping\n\n:\n\n::data: x\ndata: a\n: data: b\n\n"),
        ["a"]
    );
}

#[test]
fn a_byte_order_mark_at_the_start_is_ignored() {
    assert_eq!(data("\u{FEFF}data: a\n\n"), ["a"]);
    assert_eq!(data("\u{FEFF}\ndata: a\n\n"), ["a"]);
    // Any other is part of a name or a value.
    assert_eq!(
        data("\u{FEFF}\u{FEFF}data: a\n\n\u{FEFF}data: b\n\ndata:\u{FEFF}c\n\n"),
        ["\u{FEFF}c"]
    );
}

#[test]
fn text_is_utf_8_whatever_the_chunks_are() {
    assert_eq!(data("data: grüße 🌍 €\n\n"), ["grüße 🌍 €"]);
    // Invalid bytes are replaced, each maximal part of a character once.
    assert_eq!(
        data(b"data: a\xFFb\xE2\x82c\xF0\x9F\n\n"),
        ["a\u{FFFD}b\u{FFFD}c\u{FFFD}"]
    );
    assert_eq!(
        data(b"d\xFFta: a\ndata: \xC0\xAF\n\n"),
        ["\u{FFFD}\u{FFFD}"]
    );
}

#[test]
fn the_type_belongs_to_one_event() {
    let events = metas("event: add\nevent:remove\ndata: a\n\ndata: b\n\nevent\ndata: c\n\n");
    let names: Vec<_> = events.iter().map(|meta| meta.event.as_str()).collect();
    assert_eq!(names, ["remove", "", ""]);
}

#[test]
fn an_id_stays_until_it_is_set_again() {
    let body =
        "id: 1\ndata: a\n\ndata: b\n\nid:2\n\ndata: c\n\nid: x\0y\ndata: d\n\nid\ndata: e\n\n";
    let events = metas(body);
    let ids: Vec<_> = events.iter().map(|meta| meta.id.as_str()).collect();
    assert_eq!(ids, ["1", "1", "2", "2", ""]);
}

#[test]
fn a_reconnection_time_has_only_digits() {
    let body = "retry: 10\ndata: a\n\nretry: +5\nretry: 1.5\nretry: 1s\nretry:\nretry: -1\ndata: b\n\nretry:  7\ndata: c\n\n\
        retry: 99999999999999999999999\ndata: d\n\nretry: 0\ndata: e\n\n";
    let events = metas(body);
    let times: Vec<_> = events.iter().map(|meta| meta.retry).collect();
    let ten = Some(Duration::from_millis(10));
    assert_eq!(times, [ten, None, None, None, Some(Duration::ZERO)]);
}

#[test]
fn another_body_continues_after_the_last_complete_event() {
    let mut framing = server_sent();
    let mut body = "id: 1\nretry: 20\n\nid: 2\nretry: 30\ndata: lo".into();
    assert!(framing.next(&mut body, 100).ok().unwrap().is_none());
    let position = framing.resume();
    assert_eq!(position.id, "1");
    assert_eq!(position.retry, Some(Duration::from_millis(30)));
    // The rest of the incomplete event is discarded, and a byte order mark may come again.
    let mut body = "\u{FEFF}data: a\n\n".into();
    let expected = Record {
        data: b"a".to_vec(),
        meta: Meta {
            id: "1".to_owned(),
            ..Meta::default()
        },
        problem: None,
    };
    assert_eq!(framing.next(&mut body, 100).ok().unwrap(), Some(expected));
    let position = framing.resume();
    assert_eq!(
        (position.id.as_str(), position.retry),
        ("1", Some(Duration::from_millis(30)))
    );
}

#[test]
fn memory_is_bounded() {
    assert!(refused(server_sent, b"data: ", b"abc", 100) <= 100);
    assert!(refused(server_sent, b"", b"data: abc\n", 100) <= 300);
    assert!(refused(server_sent, b"", b":abc", 100) <= 100);
    // Comments, types and ids do not accumulate.
    let body = ":abc\nevent: abc\nid: abc\n".repeat(1000);
    let mut framing = server_sent();
    assert!(framing.next(&mut body.into(), 20).is_ok());
}
