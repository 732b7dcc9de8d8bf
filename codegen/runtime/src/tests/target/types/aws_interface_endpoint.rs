use crate::wire;

use super::AwsConnectionStatus;

/// An interface endpoint in an AWS VPC.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct AwsInterfaceEndpoint {
    /// State of the connection.
    pub connection_status: Option<AwsConnectionStatus>,
    /// Whether removal was requested.
    pub delete_requested: Option<bool>,
    /// What went wrong; nothing when the request succeeded.
    pub error_message: Option<String>,
    /// The interface endpoint.
    pub interface_endpoint_id: Option<String>,
}

wire::object!(AwsInterfaceEndpoint {
    connection_status: "connectionStatus",
    delete_requested: "deleteRequested",
    error_message: "errorMessage",
    interface_endpoint_id: "interfaceEndpointId",
});
