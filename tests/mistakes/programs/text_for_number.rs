//! A text is passed instead of a number.

use atlas_private_endpoints::{Client, Error, types};

async fn create(client: &Client, body: types::CreatePrivateEndpointConnectionRequest) -> Result<(), Error> {
    let connections = client.private_endpoint_connections();
    #[allow(deprecated)]
    let call = connections.create_private_endpoint_connection("32b6e34b3d91647abb20e7b8", body);
    call.page_num("2").send().await?;
    Ok(())
}

fn main() {}
