//! What each operation sends, to the byte.

use atlas_private_endpoints::types::{
    AwsRegion, CreateAwsEndpointRequest, ObjectStoragePrivateEndpointRequest,
};
use http::Method;
use workspace_tests::server::{Recorded, Reply, Server};

use crate::fixtures::{
    GROUP, Operation, SERVICE, TOKEN, anonymous, client, connection, server, typed,
};

const GROUP_PATH: &str = "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8";

async fn sent(operation: Operation) -> Recorded {
    let server = success(operation).await;
    operation.send(&server).await.unwrap();
    server.request()
}

/// A server that answers with the first example of a success.
async fn success(operation: Operation) -> Server {
    server(Reply::json(200, &operation.example(operation.success()))).await
}

#[tokio::test]
async fn backup() {
    let request = sent(Operation::Backup).await;
    assert_eq!(request.method, Method::POST);
    assert_eq!(
        request.target,
        format!("{GROUP_PATH}/backup/AWS/privateEndpoints")
    );
    assert_eq!(
        request.header("accept"),
        "application/vnd.atlas.2024-11-13+json"
    );
    assert_eq!(
        request.header("content-type"),
        "application/vnd.atlas.2024-11-13+json"
    );
    assert_eq!(
        request.text(),
        r#"{"cloudProvider":"AWS","regionName":"US_EAST_1"}"#
    );
}

#[tokio::test]
async fn endpoint() {
    let request = sent(Operation::Endpoint).await;
    assert_eq!(request.method, Method::POST);
    let service = "AWS/endpointService/5df264b8f10fab7d2cad2f0d/endpoint";
    assert_eq!(
        request.target,
        format!("{GROUP_PATH}/privateEndpoint/{service}")
    );
    assert_eq!(
        request.header("accept"),
        "application/vnd.atlas.2023-01-01+json"
    );
    assert_eq!(
        request.header("content-type"),
        "application/vnd.atlas.2023-01-01+json"
    );
    assert_eq!(
        request.text(),
        r#"{"cloudProvider":"AWS","id":"vpce-3bf78b0ddee411ba1"}"#
    );
}

#[tokio::test]
async fn at_rest() {
    let request = sent(Operation::AtRest).await;
    assert_eq!(request.method, Method::POST);
    assert_eq!(
        request.target,
        format!("{GROUP_PATH}/encryptionAtRest/AWS/privateEndpoints")
    );
    assert_eq!(
        request.header("accept"),
        "application/vnd.atlas.2023-01-01+json"
    );
    assert_eq!(
        request.header("content-type"),
        "application/vnd.atlas.2023-01-01+json"
    );
    assert_eq!(
        request.text(),
        r#"{"cloudProvider":"AWS","regionName":"US_EAST_1"}"#
    );
}

#[tokio::test]
async fn legacy_connection() {
    let request = sent(Operation::Connection).await;
    assert_eq!(request.method, Method::POST);
    let path = "/api/atlas/v1.0/groups/32b6e34b3d91647abb20e7b8/privateEndpoint";
    assert_eq!(request.target, path);
    assert_eq!(request.header("accept"), "application/json");
    assert_eq!(request.header("content-type"), "application/json");
    assert_eq!(
        request.text(),
        r#"{"providerName":"AWS","region":"us-east-1"}"#
    );
}

/// Accept, media type, agent and credentials: each exactly once, and the length is that of the body.
#[tokio::test]
async fn headers_are_sent_once() {
    for operation in Operation::ALL {
        let request = sent(operation).await;
        let agent = concat!("atlas-private-endpoints/", "0.2.0");
        assert_eq!(request.header("user-agent"), agent, "{operation:?}");
        assert_eq!(
            request.header("content-length"),
            request.body.len().to_string()
        );
        let authorization = match operation {
            Operation::Connection => String::new(),
            _ => format!("Bearer {TOKEN}"),
        };
        assert_eq!(
            request.header("authorization"),
            authorization,
            "{operation:?}"
        );
    }
}

/// Parameters that are not set are not sent, not even with their defaults.
#[tokio::test]
async fn optional_query_parameters() {
    let server = success(Operation::Backup).await;
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client(&server).cloud_backups();
    let call = tag.create_backup_private_endpoint(&GROUP, body);
    call.envelope(false).pretty(true).send().await.unwrap();
    let query = "backup/AWS/privateEndpoints?envelope=false&pretty=true";
    assert_eq!(server.request().target, format!("{GROUP_PATH}/{query}"));
    assert_eq!(server.request().text(), "{}");
}

#[tokio::test]
async fn the_last_value_of_a_parameter_counts() {
    let server = success(Operation::Endpoint).await;
    let body = CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1");
    let tag = client(&server).private_endpoint_services();
    let call = tag.create_private_endpoint(&GROUP, &SERVICE, body);
    call.pretty(true).pretty(false).send().await.unwrap();
    assert!(server.request().target.ends_with("/endpoint?pretty=false"));
}

#[tokio::test]
async fn numbers_as_query_parameters() {
    let server = success(Operation::Connection).await;
    let body = typed(&Operation::Connection.example("request"));
    let call = connection(&anonymous(&server), body);
    let call = call.page_num(2).items_per_page(500);
    call.include_count(false).send().await.unwrap();
    let query = server.request().target;
    let (_, query) = query.split_once('?').unwrap();
    assert_eq!(query, "pageNum=2&itemsPerPage=500&includeCount=false");
}

#[tokio::test]
async fn setters_of_a_body() {
    let server = success(Operation::Backup).await;
    let body = ObjectStoragePrivateEndpointRequest::default()
        .vpc_region_name("EU_WEST_1")
        .region_name(AwsRegion::UsEast1)
        .cloud_provider("AWS");
    let tag = client(&server).cloud_backups();
    tag.create_backup_private_endpoint(&GROUP, body)
        .send()
        .await
        .unwrap();
    let expected =
        r#"{"cloudProvider":"AWS","regionName":"US_EAST_1","vpcRegionName":"EU_WEST_1"}"#;
    assert_eq!(server.request().text(), expected);
}

#[tokio::test]
async fn headers_of_the_client() {
    let server = success(Operation::Backup).await;
    let builder = atlas_private_endpoints::Client::builder().base_url(server.url());
    let name = http::HeaderName::from_static("x-trace");
    let builder = builder.default_header(name, "t-1".parse().unwrap());
    let client = builder.user_agent_suffix("my-tool/2.0").build().unwrap();
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client.cloud_backups();
    let call = tag.create_backup_private_endpoint(&GROUP, body);
    call.send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("x-trace"), "t-1");
    let agent = "atlas-private-endpoints/0.2.0 my-tool/2.0";
    assert_eq!(request.header("user-agent"), agent);
}

/// A base URL may have a path of its own and a slash at the end.
#[tokio::test]
async fn base_url_with_a_path() {
    let server = success(Operation::Backup).await;
    let base = format!("{}/proxy/", server.url());
    let client = atlas_private_endpoints::Client::builder()
        .base_url(base)
        .build()
        .unwrap();
    let body = ObjectStoragePrivateEndpointRequest::default();
    client
        .cloud_backups()
        .create_backup_private_endpoint(&GROUP, body)
        .send()
        .await
        .unwrap();
    let expected = format!("/proxy{GROUP_PATH}/backup/AWS/privateEndpoints");
    assert_eq!(server.request().target, expected);
}
