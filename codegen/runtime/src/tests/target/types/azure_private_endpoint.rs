use crate::wire;

use super::{AzureEndpointStatus, PrivateEndpointIpAddress};

/// A private endpoint in an Azure virtual network.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct AzurePrivateEndpoint {
    /// Whether removal was requested.
    pub delete_requested: Option<bool>,
    /// What went wrong; nothing when the request succeeded.
    pub error_message: Option<String>,
    /// The name of the connection.
    pub private_endpoint_connection_name: Option<String>,
    /// The address of the endpoint.
    pub private_endpoint_ip_address: Option<PrivateEndpointIpAddress>,
    /// The resource id of the endpoint.
    pub private_endpoint_resource_id: Option<String>,
    /// State of the connection.
    pub status: Option<AzureEndpointStatus>,
}

wire::object!(AzurePrivateEndpoint {
    delete_requested: "deleteRequested",
    error_message: "errorMessage",
    private_endpoint_connection_name: "privateEndpointConnectionName",
    private_endpoint_ip_address: "privateEndpointIPAddress",
    private_endpoint_resource_id: "privateEndpointResourceId",
    status: "status",
});
