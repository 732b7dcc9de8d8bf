//! The call with the generated client.

use atlas_private_endpoints::types::{
    AwsVpcEndpointId, CreateAwsEndpointRequest, EndpointServiceId, GroupId, PrivateLinkEndpoint,
};
use atlas_private_endpoints::{BearerToken, Client};

use crate::{Caller, Result};

const GROUP: GroupId = GroupId::from_static("32b6e34b3d91647abb20e7b8");
const SERVICE: EndpointServiceId = EndpointServiceId::from_static("5df264b8f10fab7d2cad2f0d");
const ENDPOINT: AwsVpcEndpointId = AwsVpcEndpointId::from_static("vpce-3bf78b0ddee411ba1");

#[derive(Clone)]
pub(crate) struct Generated(Client);

impl Generated {
    pub(crate) fn new(url: &str) -> Result<Self> {
        let credentials = BearerToken::new("token");
        let client = Client::builder().base_url(url).credentials(credentials);
        Ok(Self(client.build()?))
    }
}

impl Caller for Generated {
    async fn call(&self) -> Result<()> {
        let services = self.0.private_endpoint_services();
        let body = CreateAwsEndpointRequest::new(ENDPOINT);
        let call = services.create_private_endpoint(&GROUP, &SERVICE, body);
        match call.send().await? {
            PrivateLinkEndpoint::Aws(endpoint) if endpoint.interface_endpoint_id.is_some() => {
                Ok(())
            }
            other => Err(format!("no id: {other:?}").into()),
        }
    }
}
