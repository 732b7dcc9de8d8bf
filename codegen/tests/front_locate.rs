//! Places of findings in the text, for YAML and JSON.

use codegen::diagnostic::{Location, Pointer};
use codegen::load::locate::locate;

fn place(text: &str, location: Location) -> &str {
    let ranges = locate(text, &[location]);
    &text[ranges[0].clone()]
}

fn value<'t>(text: &'t str, pointer: &str) -> &'t str {
    place(text, Location::Value(Pointer::parse(pointer)))
}

fn key<'t>(text: &'t str, pointer: &str) -> &'t str {
    place(text, Location::Key(Pointer::parse(pointer)))
}

const YAML: &str = "# a comment\n\
    info:\n  title: Grüße\n  \"quoted key\": 'quoted value'\n\
    paths:\n  /a/{b}~c:\n    - first\n    - name: second\n      other: 1\n    - [x, y]\n\
    text: |\n  several\n  lines\n\
    shared: &anchor { inner: 1 }\nalias: *anchor\n";

#[test]
fn a_scalar_is_located_by_itself_and_a_container_by_its_key() {
    assert_eq!(value(YAML, "/info/title"), "Grüße");
    assert_eq!(value(YAML, "/info/quoted key"), "'quoted value'");
    assert_eq!(key(YAML, "/info/quoted key"), "\"quoted key\"");
    assert_eq!(value(YAML, "/info"), "info");
    assert_eq!(value(YAML, "/paths/~1a~1{b}~0c"), "/a/{b}~c");
    assert_eq!(value(YAML, "/text"), "several\n  lines");
}

#[test]
fn an_item_is_located_by_its_line() {
    assert_eq!(value(YAML, "/paths/~1a~1{b}~0c/0"), "first");
    assert_eq!(value(YAML, "/paths/~1a~1{b}~0c/1"), "name: second");
    assert_eq!(value(YAML, "/paths/~1a~1{b}~0c/1/other"), "1");
    assert_eq!(value(YAML, "/paths/~1a~1{b}~0c/2/1"), "y");
}

#[test]
fn what_is_not_there_is_located_by_what_is_above_it() {
    assert_eq!(value(YAML, "/info/missing/deep"), "info");
    assert_eq!(value(YAML, "/alias/inner"), "*anchor");
    assert_eq!(value(YAML, "/nowhere"), "info:");
    assert_eq!(key(YAML, ""), "info:");
}

#[test]
fn json_is_located_as_well() {
    let json = "{\n\t\"a\": {\"b/c\": [1, {\"d\": \"\\u00e4\"}, true]},\n\t\"e\":null}\n";
    assert_eq!(value(json, "/a"), "\"a\"");
    assert_eq!(value(json, "/a/b~1c/0"), "1");
    assert_eq!(value(json, "/a/b~1c/1/d"), "\"\\u00e4\"");
    assert_eq!(key(json, "/a/b~1c/1/d"), "\"d\"");
    assert_eq!(value(json, "/e"), "null");
}

#[test]
fn an_offset_is_the_rest_of_its_line() {
    assert_eq!(place("one\ntwo three \nfour", Location::Offset(8)), "three");
    assert_eq!(place("ä", Location::Offset(1)), "ä");
    assert_eq!(place("short", Location::Offset(99)), "");
}
