//! Patterns guard constructors only: published ones reject values that exist, so a response is never checked, and a
//! caller can send such a value on purpose.

use atlas_private_endpoints::types::{
    AwsVpcEndpointId, CreateAwsEndpointRequest, CreateAzureEndpointRequest,
    CreatePrivateEndpointConnectionRequest, GcpProjectId, GroupId, LegacyAwsRegion,
    PrivateEndpointIpAddress, PrivateLinkEndpoint,
};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

use crate::fixtures::{GROUP, Operation, SERVICE, anonymous, client, encoded, server, typed};

#[test]
fn constructors_check() {
    assert!(GroupId::new("32b6e34b3d91647abb20e7b8").is_ok());
    for group in [
        "",
        "32b6e34b3d91647abb20e7b",
        "32B6E34B3D91647ABB20E7B8",
        "32b6e34b3d91647abb20e7b8\n",
    ] {
        let error = GroupId::new(group).unwrap_err().to_string();
        assert!(error.contains("GroupId"), "{error}");
        assert!(error.contains("^([a-f0-9]{24})$"), "{error}");
    }
    assert!(AwsVpcEndpointId::new("vpce-0abc1234").is_err());
    assert!(AwsVpcEndpointId::new("vpce-3bf78b0ddee411ba1").is_ok());
    assert!(GcpProjectId::new("p-fdeeb3e43b8e733e5ab627b1").is_ok());
    assert!(GcpProjectId::new("my-project").is_err());
}

/// The pattern needs look-ahead, and `\d` means ASCII digits only.
#[test]
fn the_published_pattern_of_addresses() {
    for good in [
        "10.0.0.4",
        "255.255.255.255",
        "0.0.0.0",
        "1:2:3:4:5:6:7:8",
        "fe80:0:0:0:0:0:0:1",
    ] {
        assert!(PrivateEndpointIpAddress::new(good).is_ok(), "{good}");
    }
    for bad in [
        "",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.",
        "::1",
        "fe80::1",
        "\u{0663}.1.1.1",
    ] {
        assert!(PrivateEndpointIpAddress::new(bad).is_err(), "{bad}");
    }
}

/// Compiles because the literal is right; a wrong one does not.
#[test]
fn literals_are_checked_by_the_compiler() {
    const ID: AwsVpcEndpointId = AwsVpcEndpointId::from_static("vpce-3bf78b0ddee411ba1");
    assert_eq!(ID.as_str(), "vpce-3bf78b0ddee411ba1");
}

/// What the compiler says of a literal in a `const`, a program hears when it runs.
#[test]
#[should_panic(expected = "not a valid GroupId")]
fn a_wrong_literal() {
    let _ = GroupId::from_static("32B6E34B3D91647ABB20E7B8");
}

#[test]
fn responses_are_never_checked() {
    let body = json!({"cloudProvider": "AZURE", "privateEndpointIPAddress": "::1", "privateEndpointConnectionName": "x"});
    let PrivateLinkEndpoint::Azure(azure) = typed::<PrivateLinkEndpoint>(&body) else {
        panic!("not the variant for Azure");
    };
    assert_eq!(
        azure.private_endpoint_ip_address.as_ref().unwrap().as_str(),
        "::1"
    );
    assert_eq!(encoded(&PrivateLinkEndpoint::Azure(azure)), body);
}

#[tokio::test]
async fn values_that_the_pattern_wrongly_rejects_can_be_sent() {
    let success = Reply::json(200, &Operation::Endpoint.example("200"));
    let server = server(success.clone()).await;
    let body = CreateAwsEndpointRequest::new(AwsVpcEndpointId::new_unchecked("vpce-0abc1234"));
    let tag = client(&server).private_endpoint_services();
    tag.create_private_endpoint(&GROUP, &SERVICE, body)
        .send()
        .await
        .unwrap();
    assert_eq!(
        server.request().text(),
        r#"{"cloudProvider":"AWS","id":"vpce-0abc1234"}"#
    );

    let server = crate::fixtures::server(success).await;
    let address = PrivateEndpointIpAddress::new_unchecked("::1");
    let tag = client(&server).private_endpoint_services();
    let body = CreateAzureEndpointRequest::new("/subscriptions/x".to_owned(), address);
    tag.create_private_endpoint(&GROUP, &SERVICE, body)
        .send()
        .await
        .unwrap();
    assert_eq!(
        server.request().json().unwrap()["privateEndpointIPAddress"],
        "::1"
    );
}

/// A literal that violates a rule is an error before anything is sent: it names the place, the rule and the value.
#[tokio::test]
async fn literals_are_checked_before_anything_is_sent() {
    let rule = "\"my-project\" is not a valid GroupId: it must match ^([a-f0-9]{24})$; `GroupId::new_unchecked` sends \
                it regardless";
    let body = || CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1");
    let expected = format!("createPrivateEndpoint: the parameter `groupId` cannot be sent: {rule}");
    assert_eq!(refused("my-project", body()).await, expected);
    assert_eq!(refused("my-project".to_owned(), body()).await, expected);
    let rule = "\"vpce-1\" is not a valid AwsVpcEndpointId: it must match ^vpce-[0-9a-f]{17}$; \
                `AwsVpcEndpointId::new_unchecked` sends it regardless";
    assert_eq!(
        refused(&GROUP, CreateAwsEndpointRequest::new("vpce-1")).await,
        format!("createPrivateEndpoint: the body cannot be sent: at `/id`: {rule}")
    );
}

/// A later value replaces an invalid one, and every invalid value is reported.
#[tokio::test]
async fn each_invalid_argument_is_reported_until_it_is_replaced() {
    let server = Server::start([]).await.unwrap();
    let services = client(&server).private_endpoint_services();
    let body = CreateAwsEndpointRequest::new("vpce-1");
    let call = services.create_private_endpoint("a", "b", body);
    let error = call.send().await.unwrap_err().to_string();
    for place in ["`groupId` cannot", "`endpointServiceId` cannot", "at `/id`"] {
        assert!(error.contains(place), "{error}");
    }
    let connections = anonymous(&server).private_endpoint_connections();
    let body = CreatePrivateEndpointConnectionRequest::new(LegacyAwsRegion::UsEast1);
    #[expect(deprecated, reason = "the API has it still")]
    let call = connections.create_private_endpoint_connection(GROUP, body);
    let call = call.page_num(0);
    assert!(
        call.to_curl()
            .unwrap_err()
            .to_string()
            .contains("0 is not a valid PageNum")
    );
    assert!(call.page_num(1).to_curl().unwrap().contains("pageNum=1"));
}

/// The reason why a call is not sent.
async fn refused(group: impl Into<GroupId>, body: CreateAwsEndpointRequest) -> String {
    let server = Server::start([]).await.unwrap();
    let services = client(&server).private_endpoint_services();
    let call = services.create_private_endpoint(group, "5df264b8f10fab7d2cad2f0d", body);
    let error = call.send().await.unwrap_err();
    assert!(error.is_not_sent() && server.requests().is_empty());
    error.to_string()
}
