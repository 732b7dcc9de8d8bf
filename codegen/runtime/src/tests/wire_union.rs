use serde_json::{Value, json};

use crate::types::{AwsConnectionStatus, CreateEndpointRequest, PrivateLinkEndpoint};
use crate::wire::{self, UnknownVariant};

fn decode(json: &Value) -> PrivateLinkEndpoint {
    wire::from_slice(json.to_string().as_bytes()).unwrap()
}

fn encode(value: &impl wire::Encode) -> Value {
    serde_json::from_slice(&wire::to_vec(value).unwrap()).unwrap()
}

#[test]
fn each_tag_gives_its_variant() {
    let aws = decode(&json!({"cloudProvider": "AWS", "connectionStatus": "PENDING"}));
    let PrivateLinkEndpoint::Aws(aws) = aws else {
        panic!("{aws:?}")
    };
    assert_eq!(aws.connection_status, Some(AwsConnectionStatus::Pending));
    assert!(matches!(
        decode(&json!({"cloudProvider": "AZURE"})),
        PrivateLinkEndpoint::Azure(_)
    ));
    assert!(matches!(
        decode(&json!({"cloudProvider": "GCP"})),
        PrivateLinkEndpoint::Gcp(_)
    ));
}

#[test]
fn the_tag_may_come_last() {
    let first = r#"{"cloudProvider":"GCP","endpoints":[{"status":"FAILED"}],"gcpProjectId":"p"}"#;
    let last = r#"{"endpoints":[{"status":"FAILED"}],"gcpProjectId":"p","cloudProvider":"GCP"}"#;
    let read = |json: &str| wire::from_slice::<PrivateLinkEndpoint>(json.as_bytes()).unwrap();
    assert_eq!(read(first), read(last));
    assert_eq!(read(last).tag(), Some("GCP"));
    assert_eq!(
        encode(&read(last)),
        serde_json::from_str::<Value>(first).unwrap()
    );
}

#[test]
fn what_is_unknown_is_kept_and_goes_back_out_unchanged() {
    for text in [
        r#"{"cloudProvider":"OCI","zeta":1,"alpha":[1.5,18446744073709551615,-9223372036854775808,null]}"#,
        r#"{"zeta":1,"cloudProvider":"OCI","alpha":2}"#,
        r#"{"deleteRequested":true}"#,
        r#"{"cloudProvider":7,"status":"FAILED"}"#,
        r#"{"cloudProvider":null}"#,
        "{}",
        "null",
        "true",
        "-3",
        "12",
        "0.1",
        r#""AWS""#,
        r#"[{"cloudProvider":"AWS"}]"#,
    ] {
        let value = wire::from_slice::<PrivateLinkEndpoint>(text.as_bytes()).unwrap();
        assert!(matches!(value, PrivateLinkEndpoint::Unknown(_)), "{text}");
        assert_eq!(
            String::from_utf8(wire::to_vec(&value).unwrap()).unwrap(),
            text
        );
    }
}

#[test]
fn an_unknown_variant_has_its_tag_if_there_is_one() {
    assert_eq!(decode(&json!({"cloudProvider": "OCI"})).tag(), Some("OCI"));
    assert_eq!(decode(&json!({"cloudProvider": 7})).tag(), None);
    assert_eq!(decode(&json!([])).tag(), None);
}

#[test]
fn an_unknown_variant_can_be_made_and_sent() {
    let raw = json!({"cloudProvider": "OCI", "id": "ocid1"});
    let request = CreateEndpointRequest::Unknown(UnknownVariant::new(raw.clone()));
    assert_eq!(request.tag(), Some("OCI"));
    assert_eq!(encode(&request), raw);
}

#[test]
fn an_error_in_a_variant_names_its_path() {
    for json in [
        r#"{"cloudProvider":"GCP","endpoints":[{},{"status":5}]}"#,
        r#"{"endpoints":[{},{"status":5}],"cloudProvider":"GCP"}"#,
    ] {
        let error = wire::from_slice::<PrivateLinkEndpoint>(json.as_bytes()).unwrap_err();
        assert_eq!(error.path(), "/endpoints/1/status");
        assert!(
            error
                .to_string()
                .starts_with("/endpoints/1/status: invalid type: integer `5`, expected a string"),
            "{error}"
        );
    }
}

#[test]
fn serde_of_any_format_reads_and_writes_the_same() {
    let json =
        json!({"cloudProvider": "AWS", "interfaceEndpointId": "a", "deleteRequested": false});
    let value: PrivateLinkEndpoint = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(
        serde_json::to_value(&value).unwrap()["interfaceEndpointId"],
        "a"
    );
    assert_eq!(value, decode(&json));
    let error = serde_json::from_value::<PrivateLinkEndpoint>(
        json!({"cloudProvider": "AWS", "deleteRequested": 1}),
    );
    let error = error.unwrap_err().to_string();
    assert!(
        error.starts_with("/deleteRequested: invalid type: "),
        "{error}"
    );
}

mod shapes {
    //! Unions that the Atlas endpoints do not have and other documents do.

    use std::collections::BTreeMap;

    use super::*;

    #[derive(Clone)]
    pub(super) struct Tagged {
        kind: String,
        size: Option<i32>,
    }
    wire::object!(Tagged { kind: "kind" required, size: "size" });

    #[derive(Clone)]
    pub(super) struct Node {
        next: Option<Box<Tree>>,
    }
    wire::object!(Node { next: "next" });

    #[derive(Clone)]
    pub(super) enum Tree {
        Tagged(Tagged),
        Node(Box<Node>),
        Free(BTreeMap<String, i64>),
        Nested(Inner),
        Unknown(Tagged),
        Other(UnknownVariant),
    }
    wire::tagged_union!(Tree, "kind" {
        Tagged(Tagged) = "tagged",
        Node(Box<Node>) = "node",
        Free(BTreeMap<String, i64>) = "free",
        Nested(Inner) = "nested",
        Unknown(Tagged) = "unknown",
    } else Other);
    wire::from_variants!(Tree { Node(Node) });

    #[derive(Clone)]
    pub(super) enum Inner {
        Node(Node),
        Unknown(UnknownVariant),
    }
    wire::tagged_union!(Inner, "inner" { Node(Node) = "node" });

    fn round_trip(json: &str) -> Tree {
        let value = wire::from_slice::<Tree>(json.as_bytes()).unwrap();
        assert_eq!(
            String::from_utf8(wire::to_vec(&value).unwrap()).unwrap(),
            json
        );
        value
    }

    #[test]
    fn a_variant_with_a_field_for_the_tag_gets_it_and_does_not_send_it_twice() {
        let value = round_trip(r#"{"kind":"tagged","size":3}"#);
        let Tree::Tagged(tagged) = value else {
            panic!("{value:?}")
        };
        assert_eq!(tagged.kind, "tagged");
        assert!(matches!(
            round_trip(r#"{"kind":"unknown"}"#),
            Tree::Unknown(_)
        ));
    }

    #[test]
    fn variants_nest_box_and_keep_free_keys() {
        round_trip(r#"{"kind":"node","next":{"kind":"node","next":{"kind":"free","a":1}}}"#);
        round_trip(r#"{"kind":"nested","inner":"node","next":{"kind":"tagged"}}"#);
        round_trip(r#"{"kind":"nested","inner":"new","x":1}"#);
        assert!(matches!(Tree::from(Node { next: None }), Tree::Node(_)));
    }
}
