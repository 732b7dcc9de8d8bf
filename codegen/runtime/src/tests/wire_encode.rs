use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::types::{CreateAzureEndpointRequest, CreateEndpointRequest, PrivateEndpointIpAddress};
use crate::wire::{self, Patch};

#[derive(Clone, Default)]
struct Everything {
    yes: bool,
    small: i32,
    large: u64,
    single: f32,
    double: Option<f64>,
    nullable: Option<String>,
    patch: Patch<Vec<i64>>,
    any: Option<Value>,
    password: Option<String>,
    rest: BTreeMap<String, i32>,
}
wire::object!(Everything {
    yes: "yes" required,
    small: "small" required,
    large: "large" required,
    single: "single" required,
    double: "double",
    nullable: "nullable" required,
    patch: "patch",
    any: "any",
    password: "password",
} ..rest);

fn text(value: &impl wire::Encode) -> String {
    String::from_utf8(wire::to_vec(value).unwrap()).unwrap()
}

#[test]
fn what_is_absent_is_left_out_unless_it_is_required() {
    assert_eq!(
        text(&Everything::default()),
        r#"{"yes":false,"small":0,"large":0,"single":0.0,"nullable":null}"#
    );
}

#[test]
fn every_kind_of_value_round_trips() {
    let json = r#"{"yes":true,"small":-1,"large":18446744073709551615,"single":0.1,"double":2.5,"nullable":"n","patch":[1,2],"any":{"b":1,"a":[null]},"password":"p","extra":7}"#;
    let value = wire::from_slice::<Everything>(json.as_bytes()).unwrap();
    assert_eq!(text(&value), json);
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
}

#[test]
fn a_patch_tells_absent_null_and_value_apart() {
    let with = |patch| {
        serde_json::to_value(Everything {
            patch,
            ..Everything::default()
        })
        .unwrap()
    };
    assert_eq!(with(Patch::Absent).get("patch"), None);
    assert_eq!(with(Patch::Null)["patch"], Value::Null);
    assert_eq!(with(Patch::Value(vec![1]))["patch"], json!([1]));
    assert_eq!(with(vec![2].into())["patch"], json!([2]));
}

#[test]
fn free_keys_never_repeat_a_field() {
    let rest = BTreeMap::from([("small".to_owned(), 9), ("other".to_owned(), 1)]);
    let value = Everything {
        rest,
        ..Everything::default()
    };
    assert!(
        text(&value).ends_with(r#""small":0,"large":0,"single":0.0,"nullable":null,"other":1}"#)
    );
}

#[test]
fn numbers_that_json_does_not_have_are_refused() {
    for number in [f64::NAN, f64::INFINITY] {
        let value = Everything {
            double: Some(number),
            ..Everything::default()
        };
        assert!(wire::to_vec(&value).is_err());
    }
}

#[test]
fn a_union_sends_its_tag_first() {
    let address = PrivateEndpointIpAddress::new_unchecked("10.0.0.1");
    let request: CreateEndpointRequest = CreateAzureEndpointRequest::new("/sub/1", address).into();
    assert_eq!(
        text(&request),
        r#"{"cloudProvider":"AZURE","id":"/sub/1","privateEndpointIPAddress":"10.0.0.1"}"#
    );
}

#[test]
fn debug_shows_values_and_no_secret() {
    let value = Everything {
        password: Some("hunter2".to_owned()),
        ..Everything::default()
    };
    assert_eq!(
        format!("{value:?}"),
        "Everything { yes: false, small: 0, large: 0, single: 0.0, password: [redacted] }"
    );
}

#[test]
fn debug_of_an_unknown_variant_shows_the_tag_alone() {
    let json = r#"{"cloudProvider":"OCI","password":"hunter2"}"#;
    let value = wire::from_slice::<CreateEndpointRequest>(json.as_bytes()).unwrap();
    assert_eq!(
        format!("{value:?}"),
        r#"CreateEndpointRequest { cloudProvider: Some("OCI"), .. }"#
    );
}

#[derive(Clone, Default)]
struct Keyword {
    r#type: i32,
}
wire::object!(Keyword { r#type: "type" required });

#[derive(Clone, Default)]
struct Nothing {}
wire::object!(Nothing {});

#[test]
fn a_type_may_have_no_field_or_a_keyword_for_one() {
    assert_eq!(text(&Nothing {}), "{}");
    assert!(wire::from_slice::<Nothing>(br#"{"x":1}"#).is_ok());
    let value = wire::from_slice::<Keyword>(br#"{"type":1}"#).unwrap();
    assert_eq!(
        (text(&value).as_str(), format!("{value:?}").as_str()),
        (r#"{"type":1}"#, "Keyword { type: 1 }")
    );
}
