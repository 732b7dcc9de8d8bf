use std::collections::BTreeMap;

use crate::Secret;
use crate::types::{ApiError, AwsInterfaceEndpoint, CreateAzureEndpointRequest};
use crate::wire::{self, DecodeError, Patch};

pub(super) fn read<T: wire::Decode>(json: &str) -> Result<T, DecodeError> {
    wire::from_slice(json.as_bytes())
}

#[derive(Clone)]
struct Sample {
    id: i32,
    nullable: Option<String>,
    whole: Option<i64>,
    pin: Option<Secret>,
    lists: Option<Vec<BTreeMap<String, Vec<bool>>>>,
    patch: Patch<f32>,
}
wire::object!(Sample {
    id: "id" required,
    nullable: "nullable" required,
    whole: "whole",
    pin: "pin",
    lists: "a/b~c",
    patch: "patch",
});

#[test]
fn unknown_keys_are_skipped_and_optional_keys_may_be_null_or_missing() {
    let json = r#"{"new":{"deep":[1]},"errorMessage":null,"interfaceEndpointId":"x"}"#;
    let value = read::<AwsInterfaceEndpoint>(json).unwrap();
    assert_eq!(value.error_message, None);
    assert_eq!(value.delete_requested, None);
    assert_eq!(value.interface_endpoint_id.as_deref(), Some("x"));
}

#[test]
fn a_missing_required_key_is_an_error_that_names_it() {
    let error = read::<CreateAzureEndpointRequest>(r#"{"id":"x"}"#).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("missing field `privateEndpointIPAddress`"),
        "{error}"
    );
    let error = read::<ApiError>(
        r#"{"error":400,"errorCode":"X","badRequestDetail":{"fields":[{"field":"f"}]}}"#,
    )
    .unwrap_err();
    assert_eq!(error.path(), "/badRequestDetail/fields/0");
}

#[test]
fn a_required_nullable_key_takes_null_but_must_be_there() {
    assert!(read::<Sample>(r#"{"id":1,"nullable":null}"#).is_ok());
    assert!(read::<Sample>(r#"{"id":1}"#).is_err());
    assert!(read::<Sample>(r#"{"id":null,"nullable":null}"#).is_err());
}

#[test]
fn a_path_is_a_json_pointer() {
    let error =
        read::<Sample>(r#"{"id":1,"nullable":null,"a/b~c":[{},{"k":[true,0]}]}"#).unwrap_err();
    assert_eq!(error.path(), "/a~1b~0c/1/k/1");
}

#[test]
fn a_whole_number_may_be_written_as_a_float_but_not_be_out_of_range() {
    let whole = |text: &str| {
        read::<Sample>(&format!(r#"{{"id":1,"nullable":null,"whole":{text}}}"#)).map(|s| s.whole)
    };
    assert_eq!(whole("2.0").unwrap(), Some(2));
    assert_eq!(whole("-9223372036854775808").unwrap(), Some(i64::MIN));
    for bad in ["2.5", "1e300", "9223372036854775808", "\"\"", "true"] {
        assert_eq!(whole(bad).unwrap_err().path(), "/whole", "{bad}");
    }
    let error = read::<Sample>(r#"{"id":2147483648,"nullable":null}"#).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("expected a whole number of 32 bits"),
        "{error}"
    );
}

#[test]
fn a_patch_tells_absent_null_and_value_apart() {
    let patch = |entry: &str| {
        read::<Sample>(&format!(r#"{{"id":1,"nullable":null{entry}}}"#))
            .unwrap()
            .patch
    };
    assert_eq!(patch(""), Patch::Absent);
    assert_eq!(patch(r#","patch":null"#), Patch::Null);
    assert_eq!(patch(r#","patch":3"#), Patch::Value(3.0));
}

#[test]
fn an_error_does_not_show_a_secret() {
    let json = r#"{"id":1,"nullable":null,"pin":4711}"#;
    let error = read::<Sample>(json).unwrap_err();
    assert_eq!(error.to_string(), "/pin: not a valid value for a secret");
    let error = serde_json::from_str::<Sample>(json)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("/pin: not a valid value for a secret"),
        "{error}"
    );
}

#[test]
fn a_key_that_comes_twice_is_an_error() {
    let error = read::<Sample>(r#"{"id":1,"id":2,"nullable":null}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("duplicate field `id`"),
        "{error}"
    );
}

#[test]
fn what_is_not_one_json_document_is_an_error() {
    for json in ["", "{", "[]", "{\"id\":1,\"nullable\":null} x", "\u{0}"] {
        assert!(read::<Sample>(json).is_err(), "{json}");
    }
}

#[test]
fn nesting_without_end_is_an_error_and_no_overflow() {
    let json = format!(r#"{{"new":{}"#, "[".repeat(100_000));
    assert!(read::<Sample>(&json).is_err());
}
