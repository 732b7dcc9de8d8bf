use serde_yaml::Value;

use super::line::Lines;
use super::{in_json, in_yaml, locate};
use crate::diagnostic::{Location, Pointer};
use crate::load::read;

/// The keys and values of a document, and a missing value below each.
fn everywhere(value: &Value, at: &Pointer, locations: &mut Vec<Location>) {
    locations.push(Location::Value(at.clone()));
    locations.push(Location::Key(at.clone()));
    locations.push(Location::Value(at.key("missing")));
    match value {
        Value::Mapping(entries) => {
            for (key, value) in entries {
                everywhere(value, &at.key(key.as_str().unwrap()), locations);
            }
        }
        Value::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                everywhere(item, &at.index(index), locations);
            }
        }
        _ => {}
    }
}

fn all_of(text: &str) -> Vec<Location> {
    let value = read::read(text).unwrap_or_else(|error| panic!("{}: {text}", error.message));
    let mut locations = Vec::new();
    everywhere(&value, &Pointer::root(), &mut locations);
    locations
}

/// The text at a pointer, as `locate` finds it.
fn at<'t>(text: &'t str, pointer: &str) -> &'t str {
    let location = Location::Value(Pointer::parse(pointer));
    &text[locate(text, &[location])[0].clone()]
}

const NESTED: &str = r#"{
  "openapi": "3.0.3",
  "paths": {"/a/{b}": {"get": {"tags": ["x", "y"], "deprecated": true, "parameters": [
    {"name": "b", "in": "path", "schema": {"type": "integer", "minimum": -1.5e3}}, {}, [], [[1, null]]
  ]}}},
  "": {"": ""}
}
"#;

#[test]
fn json_has_the_locations_of_yaml() {
    let documents = [
        NESTED.to_owned(),
        NESTED.replace('\n', "\r\n"),
        NESTED.replace(['\n', ' '], ""),
        NESTED.replace("  ", "\t"),
        "{}".to_owned(),
        " \n {\"a\" : [ ] , \"b\" : { } }\n\n".to_owned(),
        r#"{"ключ": {"名前": "значение 🦀", "é/~": ["ß", "🦀"]}, "z": 1}"#.to_owned(),
        r#"{"a\"b": {"c\\": "\n\t\"", "\u00e9": {"\/": 1}}, "d": "{[,:]}"}"#.to_owned(),
        format!("{{\"a\": {}{}}}", "[".repeat(60), "]".repeat(60)),
    ];
    for text in documents {
        let locations = all_of(&text);
        let lines = Lines::new(&text);
        let found = in_json(&text, &lines, &locations);
        assert_eq!(found, Some(in_yaml(&text, &lines, &locations)), "{text}");
    }
}

#[test]
fn what_is_no_json_is_located_as_yaml() {
    let texts = [
        "{a: 1}",
        "{'a': 1}",
        "{\"a\": 1,}",
        "{\"a\": 1 # one\n}",
        "{\"a\": [1, 2}",
        "{\"a\" 1}",
        "{\"a\": b c}",
        "{\"a\": \"b",
        "{\"a\": \"b\n  c\"}",
        "{\"\\x41\": 1}",
        "{\"a\": 1} {}",
        "{\"a\": }",
        "a: {\"b\": 1}",
        "- \"a\"",
        "",
    ];
    for text in texts {
        let location = [Location::Value(Pointer::parse("/a"))];
        assert_eq!(in_json(text, &Lines::new(text), &location), None, "{text}");
        let range = locate(text, &location).remove(0);
        assert!(text.get(range).is_some(), "{text}");
    }
    assert_eq!(at("{a: 1, b: x y}", "/b"), "x y");
    assert_eq!(at("{\"\\x41\": 1, \"b\": {'c': 2}}", "/b/c"), "2");
}

#[test]
fn json_below_yaml_is_located() {
    let text = "a:\n  {\"b\": [1, {\"c\": \"d\"}]}\n";
    assert_eq!(at(text, "/a/b/1/c"), "\"d\"");
    assert_eq!(at(text, "/a/b"), "\"b\"");
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let text = "\u{feff}{\"a\": {\"b\": 12}}";
    assert_eq!(at(text, "/a/b"), "12");
    let text = "\u{feff}a:\n  b: 12\n";
    assert_eq!(at(text, "/a/b"), "12");
}

/// The parser of YAML rejects escapes of surrogates.
#[test]
fn keys_with_escaped_surrogates_are_located() {
    let text = r#"{"\ud83e\udd80": {"b": 12}}"#;
    assert_eq!(at(text, "/🦀/b"), "12");
}

#[test]
fn the_last_of_equal_keys_is_located() {
    let text = r#"{"a": 1, "a": {"b": 2}}"#;
    assert_eq!(at(text, "/a"), "\"a\"");
    assert_eq!(at(text, "/a/b"), "2");
    let locations = [Location::Key(Pointer::parse("/a"))];
    assert_eq!(locate(text, &locations)[0], 9..12);
    let lines = Lines::new(text);
    let found = in_json(text, &lines, &locations);
    assert_eq!(found, Some(in_yaml(text, &lines, &locations)));
}

#[test]
fn offsets_are_located_without_a_parser() {
    let text = "{\"a\": ]\n}";
    assert_eq!(locate(text, &[Location::Offset(6)])[0], 6..7);
    assert!(locate(text, &[]).is_empty());
}

#[test]
fn deep_nesting_does_not_recurse() {
    let depth = 200_000;
    let text = format!("{{\"a\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(at(&text, "/a/0/0"), &text[8..]);
}
