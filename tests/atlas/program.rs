//! What somebody writes with a client of the whole API: it lists projects, stays with a dated version, reads a log as
//! it comes, and meets unions of every odd shape.

use std::error::Error;

use atlas::types::{
    AwskmsearPrivateEndpointRequest, CreateAwsEndpointRequest, DataFederationLimit,
    EarPrivateEndpoint, GroupUserResponse, PrivateLinkEndpoint,
};
use atlas::{BearerToken, Client};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let base = std::env::args().nth(1).ok_or("the base URL is missing")?;
    let client = Client::builder()
        .base_url(base)
        .credentials(BearerToken::new("token"))
        .build()?;
    let group = "32b6e34b3d91647abb20e7b8";

    let mut projects = client.projects().list_groups().items_per_page(2).items();
    while let Some(project) = projects.try_next().await? {
        println!("project {}", project.name);
    }
    a_version(&client, group).await?;
    a_stream(&client, group).await?;
    a_mapping_without_alternatives(&client, group).await?;
    a_tag_that_is_read_only(&client, group).await?;
    several_tags_of_one_type(&client, group).await?;
    tags_with_dots(&client, group).await
}

#[expect(deprecated, reason = "a program that stays with an old version says so")]
async fn a_version(client: &Client, group: &str) -> Result<(), Box<dyn Error>> {
    let clusters = client.clusters().list_group_clusters_2023_02_01(group);
    let count = clusters.send().await?.results.len();
    println!("{count} cluster as of 2023-02-01");
    Ok(())
}

async fn a_stream(client: &Client, group: &str) -> Result<(), Box<dyn Error>> {
    let host = "main-shard-00-00.abcde.mongodb.net";
    let log = client
        .monitoring_and_logs()
        .download_group_cluster_log(group, host, "mongodb");
    let mut log = log.send_stream().await?.into_body();
    let mut bytes = 0;
    while let Some(chunk) = log.chunk().await? {
        bytes += chunk.len();
    }
    println!("{bytes} bytes of log");
    Ok(())
}

async fn a_mapping_without_alternatives(
    client: &Client,
    group: &str,
) -> Result<(), Box<dyn Error>> {
    let service = "5df264b8f10fab7d2cad2f0d";
    let body = CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1");
    let endpoints = client.private_endpoint_services();
    let call = endpoints.create_group_private_endpoint_endpoint_service_endpoint(group, service, body);
    match call.send().await? {
        PrivateLinkEndpoint::Aws(it) => {
            println!("interface {}", it.interface_endpoint_id.ok_or("no interface")?);
            Ok(())
        }
        other => Err(format!("unexpected: {other:?}").into()),
    }
}

async fn a_tag_that_is_read_only(client: &Client, group: &str) -> Result<(), Box<dyn Error>> {
    let body = AwskmsearPrivateEndpointRequest::new().region_name("US_EAST_1");
    let at_rest = client.encryption_at_rest_using_customer_key_management();
    let call = at_rest.create_group_encryption_at_rest_private_endpoint(group, body);
    match call.send().await? {
        EarPrivateEndpoint::Aws(it) => {
            println!("at rest {}", it.region_name.ok_or("no region")?);
            Ok(())
        }
        other => Err(format!("unexpected: {other:?}").into()),
    }
}

async fn several_tags_of_one_type(client: &Client, group: &str) -> Result<(), Box<dyn Error>> {
    let users = client.mongodb_cloud_users().list_group_users(group);
    for user in users.send().await?.results {
        match user {
            GroupUserResponse::Active(it) => println!("member {}", it.username),
            GroupUserResponse::InvitationExpired(it) => println!("invited {}", it.username),
            other => println!(
                "a member of a kind that is new: {}",
                other.tag().unwrap_or("none")
            ),
        }
    }
    Ok(())
}

async fn tags_with_dots(client: &Client, group: &str) -> Result<(), Box<dyn Error>> {
    for limit in client.projects().list_group_limits(group).send().await? {
        if let DataFederationLimit::AtlasProjectDeploymentClusters(it) = &limit {
            println!("{}: {}", limit.tag().unwrap_or("none"), it.value);
        }
    }
    Ok(())
}
