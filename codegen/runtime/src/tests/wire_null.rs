//! Null where the document has none: the table of `wire::read_entry`, row by row.

use std::collections::BTreeMap;

use serde_json::Value;

use super::wire_decode::read;
use crate::types::{AwsConnectionStatus, PrivateLinkEndpoint};
use crate::wire::{self, Decimal, Encode};

/// What is read, as it would be sent.
fn sent<T: wire::Decode + Encode>(json: &str) -> Result<String, String> {
    let value = read::<T>(json).map_err(|error| error.path().to_owned())?;
    let bytes = wire::to_vec(&value).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(bytes).unwrap())
}

#[derive(Clone, Default)]
struct Inner {
    name: String,
}
wire::object!(Inner { name: "name" required });

#[test]
fn null_is_what_comes_closest_to_it() {
    type Row = (
        &'static str,
        fn(&str) -> Result<String, String>,
        &'static str,
    );
    let rows: &[Row] = &[
        ("optional", sent::<Option<i32>>, "null"),
        ("any JSON", sent::<Value>, "null"),
        ("union", sent::<PrivateLinkEndpoint>, "null"),
        ("array", sent::<Vec<i32>>, "[]"),
        ("map", sent::<BTreeMap<String, i32>>, "{}"),
        ("string", sent::<String>, "\"\""),
        ("enumeration", sent::<AwsConnectionStatus>, "\"\""),
    ];
    for (what, read, expected) in rows {
        assert_eq!(read("null").as_deref(), Ok(*expected), "{what}");
    }
    assert!(read::<f64>("null").unwrap().is_nan());
    assert!(read::<f32>("null").unwrap().is_nan());
}

#[test]
fn what_nobody_has_sent_is_not_made_up() {
    assert!(sent::<i64>("null").is_err());
    assert!(sent::<bool>("null").is_err());
    assert!(sent::<Decimal>("null").is_err());
    assert!(sent::<Inner>("null").is_err());
    assert_eq!(
        sent::<Inner>(r#"{"name":null}"#).as_deref(),
        Ok(r#"{"name":""}"#)
    );
}

#[test]
fn an_item_that_no_place_takes_is_left_out() {
    type Row = (
        fn(&str) -> Result<String, String>,
        &'static str,
        &'static str,
    );
    let rows: &[Row] = &[
        (sent::<Vec<i32>>, "[1,null,2]", "[1,2]"),
        (sent::<Vec<bool>>, "[null,true]", "[true]"),
        (sent::<Vec<Decimal>>, "[null,1.5]", "[1.5]"),
        (
            sent::<Vec<Inner>>,
            r#"[{"name":"a"},null]"#,
            r#"[{"name":"a"}]"#,
        ),
        (sent::<Vec<String>>, r#"["a",null]"#, r#"["a",""]"#),
        (sent::<Vec<Vec<i32>>>, "[[1],null]", "[[1],[]]"),
        (sent::<Vec<Option<i32>>>, "[1,null]", "[1,null]"),
        (sent::<Vec<Value>>, "[1,null]", "[1,null]"),
        (
            sent::<BTreeMap<String, i32>>,
            r#"{"a":1,"b":null}"#,
            r#"{"a":1}"#,
        ),
        (sent::<BTreeMap<String, Inner>>, r#"{"b":null}"#, "{}"),
        (
            sent::<BTreeMap<String, Value>>,
            r#"{"b":null}"#,
            r#"{"b":null}"#,
        ),
    ];
    for (read, json, expected) in rows {
        assert_eq!(read(json).as_deref(), Ok(*expected), "{json}");
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(read(&value.to_string()).as_deref(), Ok(*expected), "{json}");
    }
    // The place of an error counts what was left out.
    assert_eq!(sent::<Vec<i32>>("[null,true]"), Err("/1".to_owned()));
}

#[derive(Clone)]
struct Kept {
    id: i32,
    rest: BTreeMap<String, i32>,
}
wire::object!(Kept { id: "id" required } ..rest);

#[test]
fn a_property_that_the_document_does_not_name_is_left_out_when_it_is_null() {
    let value: Kept = read(r#"{"a":null,"id":1,"b":2}"#).unwrap();
    assert_eq!((value.id, value.rest.len()), (1, 1));
    assert_eq!(value.rest.get("b"), Some(&2));
}
