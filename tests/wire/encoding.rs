//! Path parameters are percent-encoded exactly once (RFC 3986, section 3.3), and cannot leave their segment.

use atlas_private_endpoints::types::{
    CreateAwsEndpointRequest, EndpointServiceId, GroupId, ObjectStoragePrivateEndpointRequest,
};
use workspace_tests::server::{Reply, Server};

use crate::fixtures::{GROUP, Operation, client, server};

async fn target_for(group: &str) -> String {
    let operation = Operation::Backup;
    let server = server(Reply::json(201, &operation.example(operation.success()))).await;
    let group = GroupId::new_unchecked(group);
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client(&server).cloud_backups();
    tag.create_backup_private_endpoint(&group, body)
        .send()
        .await
        .unwrap();
    let target = server.request().target;
    let rest = target.strip_prefix("/api/atlas/v2/groups/").unwrap();
    rest.strip_suffix("/backup/AWS/privateEndpoints")
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_resource_id_is_encoded_once() {
    let id = "/subscriptions/cba6d9c6/resourceGroups/net (x)/providers/Microsoft.Network";
    let encoded = "%2Fsubscriptions%2Fcba6d9c6%2FresourceGroups%2Fnet%20%28x%29%2Fproviders%2FMicrosoft.Network";
    assert_eq!(target_for(id).await, encoded);
}

#[tokio::test]
async fn encoded_text_is_encoded_again() {
    assert_eq!(target_for("a%2Fb").await, "a%252Fb");
}

#[tokio::test]
async fn reserved_characters_and_other_alphabets() {
    let encoded = "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D";
    assert_eq!(target_for(":/?#[]@!$&'()*+,;=").await, encoded);
    assert_eq!(target_for("aZ09-._~").await, "aZ09-._~");
    assert_eq!(
        target_for("é\u{1F600}\"<>\\^`{|}\n").await,
        "%C3%A9%F0%9F%98%80%22%3C%3E%5C%5E%60%7B%7C%7D%0A"
    );
    assert_eq!(target_for("...").await, "...");
}

/// An empty or dot segment would address another resource, so nothing is sent.
#[tokio::test]
async fn segments_that_would_vanish_are_refused() {
    for group in ["", ".", ".."] {
        let server = Server::start([]).await.unwrap();
        let body = ObjectStoragePrivateEndpointRequest::default();
        let tag = client(&server).cloud_backups();
        let call = tag.create_backup_private_endpoint(GroupId::new_unchecked(group), body);
        let error = call.send().await.unwrap_err();
        assert!(server.requests().is_empty(), "{group:?} was sent");
        assert!(error.is_not_sent());
        assert!(error.to_string().contains("path parameter"), "{error}");
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn every_parameter_of_a_path() {
    let operation = Operation::Endpoint;
    let server = server(Reply::json(200, &operation.example(operation.success()))).await;
    let body = CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1");
    let tag = client(&server).private_endpoint_services();
    let service = EndpointServiceId::new_unchecked("a/b");
    tag.create_private_endpoint(&GROUP, &service, body)
        .send()
        .await
        .unwrap();
    assert!(
        server
            .request()
            .target
            .ends_with("/AWS/endpointService/a%2Fb/endpoint")
    );
}
