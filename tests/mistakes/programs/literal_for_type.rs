//! A literal is passed instead of a type of the API.

use atlas_private_endpoints::{Client, Error, types};

async fn create(client: &Client, service: &types::EndpointServiceId, body: types::CreateEndpointRequest) -> Result<(), Error> {
    let services = client.private_endpoint_services();
    services.create_private_endpoint("32b6e34b3d91647abb20e7b8", service, body).send().await?;
    Ok(())
}

fn main() {}
