//! The requests of the client draw no violation from Prism, which holds them against the document.

use atlas_private_endpoints::Client;
use atlas_private_endpoints::types::{
    AwsEncryptionAtRestPrivateEndpointRequest, AwsRegion,
    AzureEncryptionAtRestPrivateEndpointRequest, CreateAzureEndpointRequest, CreateEndpointRequest,
    CreateGcpEndpointGroupRequest, CreateGcpForwardingRuleRequest,
    EncryptionAtRestPrivateEndpointRequest, GroupId, ItemsPerPage,
    ObjectStoragePrivateEndpointRequest, PageNum, PrivateEndpointConnectionStatus,
    PrivateEndpointIpAddress, PrivateLinkEndpoint,
};
use contract_tests::Servers;
use http::HeaderValue;

use crate::fixtures::{
    GROUP, PREFER, SERVICE, accepted, aws_endpoint, client, connection, digest_client,
};

#[tokio::test]
async fn backup_endpoints() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let tag = client(&servers.prism).cloud_backups();
    let same_region = ObjectStoragePrivateEndpointRequest::default()
        .cloud_provider("AWS")
        .region_name("US_EAST_1");
    let other_region = same_region.clone().vpc_region_name("EU_WEST_1");
    let empty = ObjectStoragePrivateEndpointRequest::default();
    for body in [empty, same_region, other_region] {
        let call = tag.create_backup_private_endpoint(&GROUP, body);
        let response = call.envelope(false).pretty(true).send_with_meta().await;
        let endpoint = accepted(response.unwrap(), 201);
        assert_eq!(endpoint.region_name, Some(AwsRegion::UsEast1));
    }
}

fn endpoints() -> [(&'static str, CreateEndpointRequest); 3] {
    let azure = "/subscriptions/cba6d9c6-1d3f-3c11-03cb-c705d895e636/resourceGroups/network/providers/Microsoft.Network/privateEndpoints/atlas";
    let azure = CreateAzureEndpointRequest::new(azure, "10.0.0.4");
    let rule = CreateGcpForwardingRuleRequest::default()
        .endpoint_name("atlas-0")
        .ip_address(PrivateEndpointIpAddress::from_static("10.0.0.5"));
    let gcp = CreateGcpEndpointGroupRequest::new("atlas", "p-fdeeb3e43b8e733e5ab627b1")
        .endpoints(vec![rule]);
    [
        ("AWS", aws_endpoint().into()),
        ("AZURE", azure.into()),
        ("GCP", gcp.into()),
    ]
}

#[tokio::test]
async fn endpoints_of_every_provider() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let tag = client(&servers.prism).private_endpoint_services();
    for (provider, body) in endpoints() {
        let prefer = HeaderValue::try_from(format!("example={provider}")).unwrap();
        let call = tag
            .create_private_endpoint(&GROUP, &SERVICE, body)
            .with_header(PREFER, prefer);
        let endpoint = accepted(call.send_with_meta().await.unwrap(), 200);
        assert_eq!(endpoint.tag(), Some(provider));
        assert!(!matches!(endpoint, PrivateLinkEndpoint::Unknown(_)));
    }
}

/// The discriminator is marked readOnly and sent all the same: Prism ignores it then.
#[tokio::test]
async fn encryption_at_rest_of_every_provider() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let tag = client(&servers.prism).encryption_at_rest();
    let aws = AwsEncryptionAtRestPrivateEndpointRequest::default().region_name("US_EAST_1");
    let azure = AzureEncryptionAtRestPrivateEndpointRequest::default().region_name("US_CENTRAL");
    let bodies: [(_, EncryptionAtRestPrivateEndpointRequest); 2] =
        [("AWS", aws.into()), ("AZURE", azure.into())];
    for (provider, body) in bodies {
        let prefer = HeaderValue::try_from(format!("example={provider}")).unwrap();
        let call = tag
            .create_rest_private_endpoint(&GROUP, body)
            .with_header(PREFER, prefer);
        let endpoint = accepted(call.send_with_meta().await.unwrap(), 202);
        assert_eq!(endpoint.tag(), Some(provider));
    }
}

#[tokio::test]
async fn v1_connections() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let call = connection(&digest_client(&servers.prism))
        .page_num(PageNum::from_static(2))
        .items_per_page(ItemsPerPage::from_static(500))
        .include_count(false);
    let connection = accepted(call.send_with_meta().await.unwrap(), 200);
    let initiating = PrivateEndpointConnectionStatus::Initiating;
    assert_eq!(connection.status, Some(initiating));
}

/// So that the tests above mean something: what violates the document does draw an error.
#[tokio::test]
async fn a_value_that_the_document_forbids() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let tag = client(&servers.prism).cloud_backups();
    let body = ObjectStoragePrivateEndpointRequest::default();
    let call = tag.create_backup_private_endpoint(GroupId::new_unchecked("none"), body.clone());
    assert!(call.send().await.unwrap_err().is_bad_request());
    let unknown = body.region_name("MARS_NORTH_1");
    let call = tag.create_backup_private_endpoint(&GROUP, unknown);
    assert!(call.send().await.unwrap_err().is_bad_request());
}

#[tokio::test]
async fn no_credentials() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let client = Client::builder().base_url(&servers.prism).build().unwrap();
    let body = ObjectStoragePrivateEndpointRequest::default();
    let call = client
        .cloud_backups()
        .create_backup_private_endpoint(&GROUP, body);
    let error = call.send().await.unwrap_err();
    assert!(error.is_unauthorized());
}
