//! The body belongs to another operation.

use atlas_private_endpoints::{Client, Error, types};

async fn create(client: &Client, group: &types::GroupId, service: &types::EndpointServiceId) -> Result<(), Error> {
    let services = client.private_endpoint_services();
    let body = types::CreatePrivateEndpointConnectionRequest::new("US_EAST_1");
    services.create_private_endpoint(group, service, body).send().await?;
    Ok(())
}

fn main() {}
