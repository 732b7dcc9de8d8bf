//! Unions whose variants are tagged by their only key, or are one string.

use std::collections::BTreeMap;

use crate::Secret;
use crate::wire::Test;
use crate::wire::{self, UnknownVariant};

#[derive(Clone)]
enum Event {
    Idle,
    Moved(i32),
    Renamed(Option<String>),
    Nested(Box<Event>),
    Text(String),
    Unknown(UnknownVariant),
}
wire::untagged_union!(Event {
    Idle is "Idle" = [Test::Text(&["Idle"])],
    Moved(i32) at "Moved" = [Test::Object(&["Moved"], &[])],
    Renamed(Option<String>) at "Renamed to" = [Test::Object(&["Renamed to"], &[])],
    Nested(Box<Event>) at "Nested" = [Test::Object(&["Nested"], &[])],
    Text(String) = [Test::Text(&[])],
});

/// A union of which no variant is printed, since one of them is a secret.
#[derive(Clone)]
enum Login {
    Word(Secret),
    Guest,
    User(String),
    Key(Secret),
    Unknown(UnknownVariant),
}
wire::untagged_union!(Login secret {
    Word(Secret) = [Test::Text(&[])],
    Guest is "guest" = [Test::Text(&["guest"])],
    User(String) at "user" = [Test::Object(&["user"], &[])],
    Key(Secret) at "key" = [Test::Object(&["key"], &[])],
});

fn decode<T: wire::Decode>(json: &str) -> T {
    wire::from_slice(json.as_bytes()).unwrap()
}

fn encode(value: &impl wire::Encode) -> String {
    String::from_utf8(wire::to_vec(value).unwrap()).unwrap()
}

fn kept(json: &str) -> Event {
    let event: Event = decode(json);
    assert_eq!(encode(&event), json);
    event
}

#[test]
fn the_key_is_read_and_written() {
    assert!(matches!(kept(r#""Idle""#), Event::Idle));
    assert!(matches!(kept(r#"{"Moved":3}"#), Event::Moved(3)));
    assert!(matches!(
        kept(r#"{"Renamed to":null}"#),
        Event::Renamed(None)
    ));
    assert!(matches!(
        kept(r#"{"Renamed to":"it"}"#),
        Event::Renamed(Some(_))
    ));
    assert!(
        matches!(kept(r#"{"Nested":"Idle"}"#), Event::Nested(inner) if matches!(*inner, Event::Idle))
    );
    assert!(
        matches!(kept(r#""idle""#), Event::Text(_)),
        "another string"
    );
    assert!(
        matches!(kept(r#"{"Moved":1,"Nested":"Idle"}"#), Event::Unknown(_)),
        "two of them"
    );
}

#[test]
fn a_value_of_another_type_is_an_error_at_the_key() {
    let error = wire::from_slice::<Event>(br#"{"Moved":"far"}"#).unwrap_err();
    assert!(error.to_string().contains("/Moved"), "{error}");
    let error = wire::from_slice::<Event>(br#"{"Nested":{"Moved":5000000000}}"#).unwrap_err();
    assert!(error.to_string().contains("/Nested/Moved"), "{error}");
}

#[test]
fn values_are_equal_if_variant_and_value_are() {
    assert_eq!(Event::Moved(1), Event::Moved(1));
    assert_ne!(Event::Moved(1), Event::Moved(2));
    assert_ne!(decode::<Event>(r#"{"Nested":"Idle"}"#), Event::Idle);
    assert_ne!(Event::Renamed(None), Event::Renamed(Some(String::new())));
}

#[test]
fn in_lists_and_maps_it_is_a_value_like_others() {
    let events: Vec<Event> = decode(r#"["Idle",{"Moved":1}]"#);
    assert_eq!(encode(&events), r#"["Idle",{"Moved":1}]"#);
    let events: BTreeMap<String, Event> = decode(r#"{"a":{"Moved":1}}"#);
    assert_eq!(encode(&events), r#"{"a":{"Moved":1}}"#);
}

#[test]
fn secrets_are_not_printed() {
    let shown = |json: &str| format!("{:?}", decode::<Login>(json));
    assert_eq!(shown(r#""hunter2""#), "[redacted]");
    assert_eq!(shown(r#"{"key":"hunter2"}"#), "Key { key: [redacted] }");
    assert_eq!(shown(r#"{"user":"eve"}"#), r#"User { user: "eve" }"#);
    assert!(matches!(decode(r#""guest""#), Login::Guest));
    assert!(matches!(decode("5"), Login::Unknown(_)));
}
