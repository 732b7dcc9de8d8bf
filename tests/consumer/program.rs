//! What a stranger writes with the client: it depends on nothing but the crate and a runtime.

use std::error::Error;

use atlas_private_endpoints::types::{CreateAwsEndpointRequest, PrivateLinkEndpoint};
use atlas_private_endpoints::{BearerToken, Client};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let base = std::env::args().nth(1).ok_or("the base URL is missing")?;
    let client = Client::builder().base_url(base).credentials(BearerToken::new("token")).build()?;
    let group = "32b6e34b3d91647abb20e7b8".parse()?;
    let service = "5df264b8f10fab7d2cad2f0d".parse()?;
    let endpoint = CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1".parse()?);
    let services = client.private_endpoint_services();
    let call = services.create_private_endpoint(&group, &service, endpoint);
    match call.send().await? {
        PrivateLinkEndpoint::Aws(aws) => println!("{}", aws.interface_endpoint_id.unwrap_or_default()),
        other => return Err(format!("not an endpoint of AWS: {other:?}").into()),
    }
    Ok(())
}
