use crate::wire;

use super::PrivateEndpointIpAddress;

/// A private endpoint in an Azure virtual network.
#[derive(Clone)]
#[non_exhaustive]
pub struct CreateAzureEndpointRequest {
    /// The resource id of the private endpoint.
    pub id: String,
    /// The address of the private endpoint.
    pub private_endpoint_ip_address: PrivateEndpointIpAddress,
}

impl CreateAzureEndpointRequest {
    /// Creates the value from what is required.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        private_endpoint_ip_address: PrivateEndpointIpAddress,
    ) -> Self {
        Self {
            id: id.into(),
            private_endpoint_ip_address,
        }
    }
}

wire::object!(CreateAzureEndpointRequest {
    id: "id" required,
    private_endpoint_ip_address: "privateEndpointIPAddress" required,
});
