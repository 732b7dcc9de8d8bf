//! Enums are open: a value that nobody knew at generation time is received, kept and sent.

use atlas_private_endpoints::types::{
    AwsEncryptionAtRestPrivateEndpointRequest, AwsRegion, AzureRegion,
    ObjectStoragePrivateEndpoint, ObjectStoragePrivateEndpointRequest, PrivateEndpointStatus,
};
use serde_json::{Value, json};
use workspace_tests::server::Reply;

use crate::document::DOCUMENT;
use crate::fixtures::{GROUP, Operation, client, server, typed};

async fn backup_in(region: AwsRegion) -> (Value, ObjectStoragePrivateEndpoint) {
    let answer = json!({"regionName": region.as_str(), "status": "HIBERNATING"});
    let server = server(Reply::json(201, &answer)).await;
    let body = ObjectStoragePrivateEndpointRequest::default().region_name(region);
    let tag = client(&server).cloud_backups();
    let endpoint = tag
        .create_backup_private_endpoint(&GROUP, body)
        .send()
        .await
        .unwrap();
    (server.request().json().unwrap(), endpoint)
}

/// A region that the list of one of the published copies lacks.
#[tokio::test]
async fn a_region_of_the_longer_list() {
    let (sent, endpoint) = backup_in(AwsRegion::IlCentral1).await;
    assert_eq!(sent, json!({"regionName": "IL_CENTRAL_1"}));
    assert_eq!(endpoint.region_name, Some(AwsRegion::IlCentral1));
}

#[tokio::test]
async fn a_region_that_is_invented_tomorrow() {
    let region = AwsRegion::from("MOON_BASE_1");
    assert!(!region.is_known());
    let (sent, endpoint) = backup_in(region.clone()).await;
    assert_eq!(sent, json!({"regionName": "MOON_BASE_1"}));
    assert_eq!(endpoint.region_name, Some(region));
    let status = endpoint.status.unwrap();
    assert!(!status.is_known());
    assert_eq!(status.as_str(), "HIBERNATING");
    assert_eq!(serde_json::to_string(&status).unwrap(), r#""HIBERNATING""#);
}

/// The published example sends an Azure region for AWS.
#[tokio::test]
async fn a_region_of_another_provider() {
    let server = server(Reply::json(202, &Operation::AtRest.example("202"))).await;
    let body = AwsEncryptionAtRestPrivateEndpointRequest::default().region_name("US_CENTRAL");
    let tag = client(&server).encryption_at_rest();
    tag.create_rest_private_endpoint(&GROUP, body)
        .send()
        .await
        .unwrap();
    let expected = r#"{"cloudProvider":"AWS","regionName":"US_CENTRAL"}"#;
    assert_eq!(server.request().text(), expected);
}

/// Case and spaces are the server's business.
#[test]
fn values_are_kept_as_they_are() {
    for value in ["", "us_east_1", " US_EAST_1", "US-EAST-1", "\u{1F600}"] {
        let region = AwsRegion::from(value);
        assert!(!region.is_known(), "{value:?}");
        assert_eq!(region.as_str(), value);
        assert_eq!(region.to_string(), value);
        assert_eq!(serde_json::to_value(&region).unwrap(), json!(value));
    }
}

#[test]
fn a_known_value_is_never_unknown() {
    for region in AwsRegion::KNOWN {
        assert_eq!(&AwsRegion::from(region.as_str()), region);
        assert_eq!(&AwsRegion::from(region.as_str().to_owned()), region);
        assert_eq!(&region.as_str().parse::<AwsRegion>().unwrap(), region);
    }
}

fn listed(schema: &str) -> Vec<String> {
    typed(&DOCUMENT["components"]["schemas"][schema]["enum"])
}

#[test]
fn every_value_of_the_document_is_known() {
    let known = |values: &[AwsRegion]| values.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(known(AwsRegion::KNOWN), listed("AwsRegion"));
    let azure: Vec<_> = AzureRegion::KNOWN.iter().map(ToString::to_string).collect();
    assert_eq!(azure, listed("AzureRegion"));
    let status: Vec<_> = PrivateEndpointStatus::KNOWN
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(status, listed("PrivateEndpointStatus"));
}
