//! Unions are dispatched on their tag, both ways, and keep what they do not know.

use atlas_private_endpoints::types::{
    CreateAwsEndpointRequest, CreateAzureEndpointRequest, CreateEndpointRequest,
    CreateGcpEndpointGroupRequest, CreateGcpForwardingRuleRequest,
    EncryptionAtRestPrivateEndpointRequest, PrivateLinkEndpoint,
};
use atlas_private_endpoints::wire::UnknownVariant;
use serde_json::{Value, json};
use workspace_tests::server::{Recorded, Reply, Server};

use crate::document::examples_at;
use crate::fixtures::{GROUP, Operation, SERVICE, client, server, typed};

async fn sent(body: impl Into<CreateEndpointRequest>) -> Recorded {
    let operation = Operation::Endpoint;
    let server = server(Reply::json(200, &operation.example("200"))).await;
    let tag = client(&server).private_endpoint_services();
    tag.create_private_endpoint(&GROUP, &SERVICE, body)
        .send()
        .await
        .unwrap();
    server.request()
}

async fn received(body: &Value) -> PrivateLinkEndpoint {
    let server = server(Reply::json(200, body)).await;
    let tag = client(&server).private_endpoint_services();
    let body = CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1");
    tag.create_private_endpoint(&GROUP, &SERVICE, body)
        .send()
        .await
        .unwrap()
}

fn provider(request: &Recorded) -> &str {
    request.target.split('/').nth(7).unwrap()
}

#[tokio::test]
async fn aws_request() {
    let body = CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1");
    let request = sent(body).await;
    assert_eq!(provider(&request), "AWS");
    assert_eq!(
        request.text(),
        r#"{"cloudProvider":"AWS","id":"vpce-3bf78b0ddee411ba1"}"#
    );
}

#[tokio::test]
async fn azure_request() {
    let id = "/subscriptions/cba6d9c6/resourceGroups/network";
    let request = sent(CreateAzureEndpointRequest::new(id.to_owned(), "10.0.0.4")).await;
    assert_eq!(provider(&request), "AZURE");
    let expected = r#"{"cloudProvider":"AZURE","id":"/subscriptions/cba6d9c6/resourceGroups/network","privateEndpointIPAddress":"10.0.0.4"}"#;
    assert_eq!(request.text(), expected);
}

#[tokio::test]
async fn gcp_request() {
    let project = "p-fdeeb3e43b8e733e5ab627b1";
    let rule = CreateGcpForwardingRuleRequest::default().endpoint_name("atlas-0");
    let body = CreateGcpEndpointGroupRequest::new("atlas", project).endpoints(vec![rule]);
    let request = sent(body).await;
    assert_eq!(provider(&request), "GCP");
    let expected = r#"{"cloudProvider":"GCP","endpointGroupName":"atlas","endpoints":[{"endpointName":"atlas-0"}],"gcpProjectId":"p-fdeeb3e43b8e733e5ab627b1"}"#;
    assert_eq!(request.text(), expected);
}

#[tokio::test]
async fn responses_are_decoded_by_their_tag() {
    for example in examples_at("createPrivateEndpoint", "200") {
        let endpoint = received(&example.value).await;
        let variant = match &endpoint {
            PrivateLinkEndpoint::Aws(_) => "AWS",
            PrivateLinkEndpoint::Azure(_) => "AZURE",
            PrivateLinkEndpoint::Gcp(_) => "GCP",
            _ => "unknown",
        };
        assert_eq!(variant, example.name);
        assert_eq!(endpoint.tag(), Some(variant));
    }
}

#[tokio::test]
async fn fields_of_a_response() {
    let PrivateLinkEndpoint::Azure(azure) =
        received(&examples_at("createPrivateEndpoint", "200")[1].value).await
    else {
        panic!("not the variant for Azure");
    };
    assert_eq!(azure.delete_requested, Some(false));
    assert_eq!(azure.error_message, None);
    assert_eq!(azure.status.unwrap().as_str(), "INITIATING");
    assert_eq!(
        azure.private_endpoint_ip_address.unwrap().as_str(),
        "10.0.0.4"
    );
}

#[tokio::test]
async fn fields_of_all_variants_need_no_match() {
    let example = &examples_at("createPrivateEndpoint", "200")[1].value;
    let endpoint = received(example).await;
    assert_eq!(endpoint.delete_requested(), Some(false));
    assert_eq!(endpoint.error_message(), None);
    let body = json!({"cloudProvider": "OCI", "errorMessage": "rejected", "deleteRequested": 7});
    let endpoint = received(&body).await;
    assert_eq!(endpoint.error_message(), Some("rejected"));
    assert_eq!(endpoint.delete_requested(), None, "not a boolean");
}

/// A server writes keys in any order, and keys that are not in the document.
#[tokio::test]
async fn the_tag_may_be_last_and_keys_may_be_unknown() {
    let body = json!({
        "newInTheAnswer": [1, {"two": null}],
        "interfaceEndpointId": "vpce-0abc1234",
        "connectionStatus": "AVAILABLE",
        "cloudProvider": "AWS",
    });
    let PrivateLinkEndpoint::Aws(aws) = received(&body).await else {
        panic!("not the variant for AWS");
    };
    assert_eq!(aws.interface_endpoint_id.as_deref(), Some("vpce-0abc1234"));
    assert_eq!(aws.connection_status.unwrap().as_str(), "AVAILABLE");
    assert_eq!(aws.delete_requested, None);
}

#[tokio::test]
async fn unknown_and_missing_tags_round_trip() {
    let bodies = [
        r#"{"zone":1.50,"cloudProvider":"OCI","big":18446744073709551615,"a":{"z":null,"b":[]}}"#,
        r#"{"status":"INITIATING","id":"x"}"#,
        r#"{"cloudProvider":7}"#,
        r#"{"cloudProvider":null}"#,
        "[1,2]",
        r#""text""#,
    ];
    for body in bodies {
        let endpoint = received(&serde_json::from_str(body).unwrap()).await;
        let PrivateLinkEndpoint::Unknown(unknown) = &endpoint else {
            panic!("{body} became a known variant");
        };
        assert_eq!(unknown.raw(), &serde_json::from_str::<Value>(body).unwrap());
        let tag = body.contains("OCI").then_some("OCI");
        assert_eq!(endpoint.tag(), tag, "{body}");
        let again = serde_json::to_string(&endpoint).unwrap();
        assert_eq!(again, body.replace("1.50", "1.5"), "keys keep their order");
    }
}

/// What came in can go out: the body as it was, and its tag into the path.
#[tokio::test]
async fn an_unknown_variant_is_sent_unchanged() {
    let raw = json!({"ocid": "ocid1.endpoint", "cloudProvider": "OCI", "nested": {"b": 1, "a": 2}});
    let request = sent(CreateEndpointRequest::Unknown(UnknownVariant::new(
        raw.clone(),
    )))
    .await;
    assert_eq!(provider(&request), "OCI");
    assert_eq!(request.text(), raw.to_string());
}

/// Where the path has a default, a body without a tag is sent with it; where it has none, the call
/// fails before anything is sent.
#[tokio::test]
async fn a_request_without_a_tag() {
    let raw = json!({"id": "vpce-3bf78b0ddee411ba1"});
    let request = sent(CreateEndpointRequest::Unknown(UnknownVariant::new(
        raw.clone(),
    )))
    .await;
    assert_eq!(provider(&request), "AWS");
    assert_eq!(request.json().unwrap(), raw);

    let server = Server::start([]).await.unwrap();
    let body: EncryptionAtRestPrivateEndpointRequest = typed(&json!({"regionName": "US_EAST_1"}));
    let tag = client(&server).encryption_at_rest();
    let error = tag
        .create_rest_private_endpoint(&GROUP, body)
        .send()
        .await
        .unwrap_err();
    assert!(server.requests().is_empty());
    assert!(error.is_not_sent());
    assert!(error.to_string().contains("cloudProvider"), "{error}");
}

/// A tag is text from outside, so it is encoded like every other part of a path.
#[tokio::test]
async fn a_tag_cannot_leave_its_segment() {
    let raw = json!({"cloudProvider": "AWS/../x?y"});
    let request = sent(CreateEndpointRequest::Unknown(UnknownVariant::new(raw))).await;
    assert_eq!(provider(&request), "AWS%2F..%2Fx%3Fy");
}
