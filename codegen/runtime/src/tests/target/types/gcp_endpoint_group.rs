use crate::wire;

use super::{GcpEndpointStatus, GcpForwardingRule, GcpProjectId};

/// A group of endpoints in Google Cloud.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct GcpEndpointGroup {
    /// Whether removal was requested.
    pub delete_requested: Option<bool>,
    /// The name of the group.
    pub endpoint_group_name: Option<String>,
    /// The endpoints of the group.
    pub endpoints: Option<Vec<GcpForwardingRule>>,
    /// What went wrong; nothing when the request succeeded.
    pub error_message: Option<String>,
    /// The Google Cloud project of the endpoints.
    pub gcp_project_id: Option<GcpProjectId>,
    /// Whether the service is port-mapped.
    pub port_mapping_enabled: Option<bool>,
    /// State of the group.
    pub status: Option<GcpEndpointStatus>,
}

wire::object!(GcpEndpointGroup {
    delete_requested: "deleteRequested",
    endpoint_group_name: "endpointGroupName",
    endpoints: "endpoints",
    error_message: "errorMessage",
    gcp_project_id: "gcpProjectId",
    port_mapping_enabled: "portMappingEnabled",
    status: "status",
});
