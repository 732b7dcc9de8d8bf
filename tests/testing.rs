//! The test utilities for users: the generated client with an in-memory transport.

use std::error::Error;

use atlas_private_endpoints::api::{CreatePrivateEndpoint, CreateRestPrivateEndpoint};
use atlas_private_endpoints::testing::{Answer, InMemory, Operation, Recorded};
use atlas_private_endpoints::types::{
    ApiError, AwsInterfaceEndpoint, AwsVpcEndpointId, CreateAwsEndpointRequest,
    CreateAzureEndpointRequest, CreateEndpointRequest, EndpointServiceId, GroupId,
    PrivateEndpointIpAddress, PrivateLinkEndpoint,
};
use atlas_private_endpoints::{BearerToken, Client, TransportErrorKind};
use http::{HeaderName, HeaderValue};

const GROUP: GroupId = GroupId::from_static("32b6e34b3d91647abb20e7b8");
const SERVICE: EndpointServiceId = EndpointServiceId::from_static("5df264b8f10fab7d2cad2f0d");
const VPCE: AwsVpcEndpointId = AwsVpcEndpointId::from_static("vpce-3bf78b0ddee411ba1");

/// An example of code under test: connects an endpoint, and accepts a conflict.
async fn connect(client: &Client, id: AwsVpcEndpointId) -> Result<Option<String>, Box<dyn Error>> {
    let services = client.private_endpoint_services();
    let body = CreateAwsEndpointRequest::new(id);
    let call = services.create_private_endpoint(&GROUP, &SERVICE, body);
    match call.send().await {
        Ok(PrivateLinkEndpoint::Aws(endpoint)) => Ok(endpoint.interface_endpoint_id),
        Ok(other) => Err(format!("not AWS: {other:?}").into()),
        Err(error) if error.is_conflict() => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn endpoint() -> AwsInterfaceEndpoint {
    let mut endpoint = AwsInterfaceEndpoint::default();
    endpoint.interface_endpoint_id = Some(VPCE.as_str().to_owned());
    endpoint
}

fn client(server: &InMemory) -> Result<Client, Box<dyn Error>> {
    let builder = Client::builder().transport(server.clone());
    Ok(builder.credentials(BearerToken::new("token")).build()?)
}

#[tokio::test]
async fn a_typed_answer_reaches_the_code_under_test() {
    let server = InMemory::new();
    let stub = server.on::<CreatePrivateEndpoint>();
    stub.answer(endpoint());
    let connected = connect(&client(&server).unwrap(), VPCE).await.unwrap();
    assert_eq!(connected.as_deref(), Some(VPCE.as_str()));

    let requests = stub.requests();
    assert_eq!(requests.len(), 1);
    let body = CreateEndpointRequest::from(CreateAwsEndpointRequest::new(VPCE));
    assert_eq!(requests[0].body().unwrap(), body);
    assert_eq!(requests[0].parameters()["groupId"], GROUP.as_str());
    assert_eq!(requests[0].parameters()["cloudProvider"], "AWS");
    assert_eq!(requests[0].headers()["authorization"], "Bearer token");
    assert_eq!(requests[0].uri().host(), Some("cloud.mongodb.com"));
}

#[tokio::test]
async fn a_typed_error_reaches_the_code_under_test() {
    let server = InMemory::new();
    let stub = server.on::<CreatePrivateEndpoint>();
    stub.fail(409, &ApiError::new(409, "ENDPOINT_EXISTS"));
    stub.fail(403, &ApiError::new(403, "NO_ROLE"));
    let client = client(&server).unwrap();
    assert_eq!(connect(&client, VPCE).await.unwrap(), None);
    let error = connect(&client, VPCE).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 403 Forbidden: NO_ROLE"
    );
}

#[tokio::test]
async fn gateways_and_broken_connections_can_be_simulated() {
    let server = InMemory::new();
    let stub = server.on::<CreatePrivateEndpoint>();
    let html = HeaderValue::from_static("text/html");
    let page = Answer::new(500, "<html>").header(HeaderName::from_static("content-type"), html);
    stub.reply(page);
    stub.reply(Answer::error(TransportErrorKind::Timeout));
    let client = client(&server).unwrap();
    for wanted in [
        "createPrivateEndpoint: 500 Internal Server Error",
        "createPrivateEndpoint: timed out",
    ] {
        let error = connect(&client, VPCE).await.unwrap_err();
        assert_eq!(error.to_string(), wanted);
    }
}

#[tokio::test]
async fn an_answer_can_be_made_of_the_typed_request() {
    fn echo(request: &Recorded<CreatePrivateEndpoint>) -> Answer {
        match request.body() {
            Ok(CreateEndpointRequest::Azure(azure)) => {
                let body = serde_json::json!({
                    "cloudProvider": "AZURE",
                    "privateEndpointIPAddress": azure.private_endpoint_ip_address.as_str(),
                });
                Answer::json(201, &body)
            }
            _ => Answer::new(400, ""),
        }
    }
    let server = InMemory::new();
    server.on::<CreatePrivateEndpoint>().respond_with(echo);
    let client = client(&server).unwrap();
    let address = PrivateEndpointIpAddress::new("10.0.0.1").unwrap();
    let body = CreateAzureEndpointRequest::new("/x", address);
    let services = client.private_endpoint_services();
    let call = services.create_private_endpoint(&GROUP, &SERVICE, body);
    for _ in 0..2 {
        let response = call.clone().send_with_meta().await.unwrap();
        assert_eq!(response.status(), 201);
        match response.into_body() {
            PrivateLinkEndpoint::Azure(azure) => {
                let address = azure.private_endpoint_ip_address.unwrap();
                assert_eq!(address.as_str(), "10.0.0.1");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(connect(&client, VPCE).await.is_err());
}

#[tokio::test]
async fn an_unexpected_call_is_reported() {
    let server = InMemory::new();
    server
        .on::<CreateRestPrivateEndpoint>()
        .reply(Answer::new(500, ""));
    let error = connect(&client(&server).unwrap(), VPCE).await.unwrap_err();
    assert_eq!(
        error.source().unwrap().to_string(),
        "the test has no answer for `createPrivateEndpoint`; remaining answers: `createRestPrivateEndpoint` (1)"
    );
    assert_eq!(CreatePrivateEndpoint::id(), "createPrivateEndpoint");
}
