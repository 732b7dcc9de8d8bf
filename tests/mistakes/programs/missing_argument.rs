//! The identifier of the endpoint service is missing.

use atlas_private_endpoints::{Client, Error, types};

async fn create(client: &Client, group: &types::GroupId, body: types::CreateEndpointRequest) -> Result<(), Error> {
    let services = client.private_endpoint_services();
    services.create_private_endpoint(group, body).send().await?;
    Ok(())
}

fn main() {}
