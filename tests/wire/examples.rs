//! Every example of the document goes through the generated types and comes out as it went in.

use atlas_private_endpoints::types::{
    ApiError, CreateEndpointRequest, CreatePrivateEndpointConnectionRequest,
    EncryptionAtRestPrivateEndpoint, EncryptionAtRestPrivateEndpointRequest,
    ObjectStoragePrivateEndpoint, ObjectStoragePrivateEndpointRequest, PrivateEndpointConnection,
    PrivateLinkEndpoint,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use workspace_tests::server::Reply;

use crate::document::{Example, examples, examples_at};
use crate::fixtures::{Operation, encoded, server, typed};

/// The type for the body of an operation in a place, as a function that sends a value through it.
fn through(example: &Example) -> Option<fn(&Value) -> Value> {
    Some(match (example.operation.as_str(), example.place.as_str()) {
        ("createBackupPrivateEndpoint", "request") => {
            round_trip::<ObjectStoragePrivateEndpointRequest>
        }
        ("createBackupPrivateEndpoint", "201") => round_trip::<ObjectStoragePrivateEndpoint>,
        ("createPrivateEndpoint", "request") => round_trip::<CreateEndpointRequest>,
        ("createPrivateEndpoint", "200") => round_trip::<PrivateLinkEndpoint>,
        ("createRestPrivateEndpoint", "request") => {
            round_trip::<EncryptionAtRestPrivateEndpointRequest>
        }
        ("createRestPrivateEndpoint", "202") => round_trip::<EncryptionAtRestPrivateEndpoint>,
        ("createPrivateEndpointConnection", "request") => {
            round_trip::<CreatePrivateEndpointConnectionRequest>
        }
        ("createPrivateEndpointConnection", "2XX") => round_trip::<PrivateEndpointConnection>,
        (_, "default" | "400" | "401" | "402" | "403" | "404" | "409" | "429" | "500") => {
            round_trip::<ApiError>
        }
        _ => return None,
    })
}

fn round_trip<T>(value: &Value) -> Value
where
    T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug,
{
    let decoded: T = typed(value);
    let again = encoded(&decoded);
    assert_eq!(typed::<T>(&again), decoded);
    again
}

/// A response does not tell `null` and absent apart, so `null` is left out when it is encoded.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let kept = entries.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                kept.map(|(key, value)| (key.clone(), without_nulls(value)))
                    .collect(),
            )
        }
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_example_round_trips() {
    let mut seen = 0;
    for example in examples() {
        let through = through(&example);
        let through = through.unwrap_or_else(|| panic!("there is no type for {example:?}"));
        assert_eq!(
            through(&example.value),
            without_nulls(&example.value),
            "{example:?}"
        );
        seen += 1;
    }
    assert!(seen >= 38, "only {seen} examples were found");
}

/// Coming out unchanged proves nothing for a union that keeps what it does not know.
#[test]
fn examples_of_unions_are_known_variants() {
    for example in examples_at("createPrivateEndpoint", "request") {
        let body = typed::<CreateEndpointRequest>(&example.value);
        assert!(
            !matches!(body, CreateEndpointRequest::Unknown(_)),
            "{example:?}"
        );
    }
    for example in examples_at("createPrivateEndpoint", "200") {
        let body = typed::<PrivateLinkEndpoint>(&example.value);
        assert!(
            !matches!(body, PrivateLinkEndpoint::Unknown(_)),
            "{example:?}"
        );
    }
    for example in examples_at("createRestPrivateEndpoint", "request") {
        let body = typed::<EncryptionAtRestPrivateEndpointRequest>(&example.value);
        let unknown = matches!(body, EncryptionAtRestPrivateEndpointRequest::Unknown(_));
        assert!(!unknown, "{example:?}");
    }
    for example in examples_at("createRestPrivateEndpoint", "202") {
        let body = typed::<EncryptionAtRestPrivateEndpoint>(&example.value);
        let unknown = matches!(body, EncryptionAtRestPrivateEndpoint::Unknown(_));
        assert!(!unknown, "{example:?}");
    }
}

/// Each request example in turn, answered with each response example.
#[tokio::test]
async fn every_example_travels() {
    for operation in Operation::ALL {
        for request in examples_at(operation.id(), "request") {
            for answer in examples_at(operation.id(), operation.success()) {
                assert_travels(operation, &request.value, &answer.value).await;
            }
        }
    }
}

async fn assert_travels(operation: Operation, request: &Value, answer: &Value) {
    let server = server(Reply::json(200, answer)).await;
    let received = operation.send_body(&server, request).await.unwrap();
    assert_eq!(received.body, without_nulls(answer));
    let sent = server.request();
    assert_eq!(&sent.json().unwrap(), request);
    if let Some(provider) = request["cloudProvider"].as_str() {
        assert!(sent.target.contains(&format!("/{provider}/")));
    }
}
