//! The types of the benchmark as serde's derive macros would have them.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(tag = "cloudProvider")]
pub(crate) enum PrivateLinkEndpoint {
    #[serde(rename = "AWS")]
    Aws(AwsInterfaceEndpoint),
    #[serde(rename = "AZURE")]
    Azure(AzurePrivateEndpoint),
    #[serde(rename = "GCP")]
    Gcp(GcpEndpointGroup),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Status {
    PendingAcceptance,
    Pending,
    Initiating,
    Verified,
    Available,
    Rejected,
    Failed,
    Deleting,
    Deleted,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AwsInterfaceEndpoint {
    #[serde(skip_serializing_if = "Option::is_none")]
    connection_status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delete_requested: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interface_endpoint_id: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AzurePrivateEndpoint {
    #[serde(skip_serializing_if = "Option::is_none")]
    delete_requested: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_endpoint_connection_name: Option<String>,
    #[serde(
        rename = "privateEndpointIPAddress",
        skip_serializing_if = "Option::is_none"
    )]
    private_endpoint_ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_endpoint_resource_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GcpEndpointGroup {
    #[serde(skip_serializing_if = "Option::is_none")]
    delete_requested: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoint_group_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoints: Option<Vec<GcpForwardingRule>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gcp_project_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    port_mapping_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GcpForwardingRule {
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoint_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "cloudProvider")]
pub(crate) enum CreateEndpointRequest {
    #[serde(rename = "AZURE")]
    Azure(CreateAzureEndpointRequest),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateAzureEndpointRequest {
    id: String,
    #[serde(rename = "privateEndpointIPAddress")]
    private_endpoint_ip_address: String,
}
