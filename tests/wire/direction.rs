//! One schema for request and response: what the server alone sets is not on the wire, and not in the type.

use atlas_private_endpoints::types::{
    AwsEncryptionAtRestPrivateEndpointRequest, AzureEncryptionAtRestPrivateEndpointRequest,
    EncryptionAtRestPrivateEndpoint, EncryptionAtRestPrivateEndpointRequest,
};
use serde_json::json;
use workspace_tests::server::{Recorded, Reply};

use crate::document::examples_at;
use crate::fixtures::{GROUP, Operation, client, encoded, server, typed};

async fn sent(body: impl Into<EncryptionAtRestPrivateEndpointRequest>) -> Recorded {
    let server = server(Reply::json(202, &Operation::AtRest.example("202"))).await;
    let tag = client(&server).encryption_at_rest();
    tag.create_rest_private_endpoint(&GROUP, body)
        .send()
        .await
        .unwrap();
    server.request()
}

/// The tag is marked `readOnly` in the document, yet the server wants it.
#[tokio::test]
async fn the_tag_is_the_only_read_only_key_that_is_sent() {
    let aws = AwsEncryptionAtRestPrivateEndpointRequest::default().region_name("US_EAST_1");
    let request = sent(aws).await;
    assert!(
        request
            .target
            .ends_with("/encryptionAtRest/AWS/privateEndpoints")
    );
    assert_eq!(
        request.text(),
        r#"{"cloudProvider":"AWS","regionName":"US_EAST_1"}"#
    );

    let azure = AzureEncryptionAtRestPrivateEndpointRequest::default().region_name("US_CENTRAL");
    let request = sent(azure).await;
    assert!(
        request
            .target
            .ends_with("/encryptionAtRest/AZURE/privateEndpoints")
    );
    assert_eq!(
        request.text(),
        r#"{"cloudProvider":"AZURE","regionName":"US_CENTRAL"}"#
    );
}

/// A response that is taken for a request loses what is the server's.
#[tokio::test]
async fn read_only_keys_have_no_place_in_a_request() {
    for example in examples_at("createRestPrivateEndpoint", "202") {
        let request: EncryptionAtRestPrivateEndpointRequest = typed(&example.value);
        let region = &example.value["regionName"];
        let expected = json!({"cloudProvider": example.name, "regionName": region});
        assert_eq!(sent(request).await.json().unwrap(), expected);
    }
}

#[tokio::test]
async fn a_response_has_the_read_only_keys() {
    for example in examples_at("createRestPrivateEndpoint", "202") {
        let response: EncryptionAtRestPrivateEndpoint = typed(&example.value);
        assert_eq!(response.tag(), Some(example.name.as_str()));
        assert_eq!(encoded(&response), example.value);
    }
}
