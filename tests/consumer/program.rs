//! What a stranger writes with the client: it depends on nothing but the crate and a runtime, and creates an endpoint
//! of each kind.

use std::error::Error;

use atlas_private_endpoints::types::{
    AwsEncryptionAtRestPrivateEndpointRequest, AwsRegion,
    AzureEncryptionAtRestPrivateEndpointRequest, AzureRegion, CreateAwsEndpointRequest,
    CreateAzureEndpointRequest, CreateEndpointRequest, CreateGcpEndpointGroupRequest,
    CreatePrivateEndpointConnectionRequest, EncryptionAtRestPrivateEndpoint,
    EncryptionAtRestPrivateEndpointRequest, LegacyAwsRegion,
    ObjectStoragePrivateEndpointRequest, PrivateLinkEndpoint,
};
use atlas_private_endpoints::{BearerToken, Client};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let base = std::env::args().nth(1).ok_or("the base URL is missing")?;
    let client = Client::builder()
        .base_url(&base)
        .credentials(BearerToken::new("token"))
        .build()?;
    let group = "32b6e34b3d91647abb20e7b8";

    for body in endpoints()? {
        println!("{}", add_to_service(&client, group, body).await?);
    }

    let storage = ObjectStoragePrivateEndpointRequest::new().region_name(AwsRegion::UsEast1);
    let storage = client
        .cloud_backups()
        .create_backup_private_endpoint(group, storage)
        .send()
        .await?;
    println!("backup {}", storage.status.ok_or("no status")?);

    for body in at_rest() {
        let service = client.encryption_at_rest();
        match service
            .create_rest_private_endpoint(group, body)
            .send()
            .await?
        {
            EncryptionAtRestPrivateEndpoint::Aws(it) => {
                println!("at rest {}", it.region_name.ok_or("no region")?)
            }
            EncryptionAtRestPrivateEndpoint::Azure(it) => {
                println!("at rest {}", it.region_name.ok_or("no region")?)
            }
            other => return Err(format!("unexpected: {other:?}").into()),
        }
    }

    println!("connection {}", connect(&base, group).await?);
    Ok(())
}

fn endpoints() -> Result<[CreateEndpointRequest; 3], Box<dyn Error>> {
    Ok([
        CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1").into(),
        CreateAzureEndpointRequest::new("/subscriptions/1/endpoints/2", "10.0.0.4").into(),
        CreateGcpEndpointGroupRequest::new("group", "p-fdeeb3e43b8e733e5ab627b1").into(),
    ])
}

fn at_rest() -> [EncryptionAtRestPrivateEndpointRequest; 2] {
    [
        AwsEncryptionAtRestPrivateEndpointRequest::new()
            .region_name(AwsRegion::UsEast1)
            .into(),
        AzureEncryptionAtRestPrivateEndpointRequest::new()
            .region_name(AzureRegion::UsCentral)
            .into(),
    ]
}

async fn add_to_service(
    client: &Client,
    group: &str,
    body: CreateEndpointRequest,
) -> Result<String, Box<dyn Error>> {
    let service = "5df264b8f10fab7d2cad2f0d";
    let services = client.private_endpoint_services();
    let answer = services
        .create_private_endpoint(group, service, body)
        .send()
        .await?;
    Ok(match answer {
        PrivateLinkEndpoint::Aws(aws) => {
            format!("AWS {}", aws.interface_endpoint_id.ok_or("no id")?)
        }
        PrivateLinkEndpoint::Azure(azure) => format!("Azure {}", azure.status.ok_or("no status")?),
        PrivateLinkEndpoint::Gcp(gcp) => {
            format!("GCP {}", gcp.endpoint_group_name.ok_or("no name")?)
        }
        other => return Err(format!("unexpected: {other:?}").into()),
    })
}

/// The operation of v1.0 takes no bearer token; the server of the test asks for nothing.
#[expect(deprecated, reason = "the API has it still")]
async fn connect(base: &str, group: &str) -> Result<String, Box<dyn Error>> {
    let client = Client::builder().base_url(base).build()?;
    let body = CreatePrivateEndpointConnectionRequest::new(
        LegacyAwsRegion::UsEast1,
    );
    let connections = client.private_endpoint_connections();
    let answer = connections
        .create_private_endpoint_connection(group, body)
        .send()
        .await?;
    Ok(answer.status.ok_or("no status")?.to_string())
}
