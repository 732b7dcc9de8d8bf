//! A number is passed instead of an identifier.

use atlas_private_endpoints::{Client, Error, types};

async fn create(client: &Client, body: types::CreateEndpointRequest) -> Result<(), Error> {
    let services = client.private_endpoint_services();
    services.create_private_endpoint(32, "5df264b8f10fab7d2cad2f0d", body).send().await?;
    Ok(())
}

fn main() {}
