//! A request is built, awaited, and never sent.

use atlas_private_endpoints::{Client, Error, types};

async fn create(client: &Client, body: types::CreateEndpointRequest) -> Result<(), Error> {
    let services = client.private_endpoint_services();
    services.create_private_endpoint("32b6e34b3d91647abb20e7b8", "5df264b8f10fab7d2cad2f0d", body).await?;
    Ok(())
}

fn main() {}
