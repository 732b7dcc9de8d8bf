use crate::wire;

use super::{CreateGcpForwardingRuleRequest, GcpProjectId};

/// A group of endpoints in Google Cloud.
#[derive(Clone)]
#[non_exhaustive]
pub struct CreateGcpEndpointGroupRequest {
    /// The name of the group.
    pub endpoint_group_name: String,
    /// The endpoints of the group.
    pub endpoints: Option<Vec<CreateGcpForwardingRuleRequest>>,
    /// The Google Cloud project of the endpoints.
    pub gcp_project_id: GcpProjectId,
}

impl CreateGcpEndpointGroupRequest {
    /// Creates the value from what is required.
    #[must_use]
    pub fn new(endpoint_group_name: impl Into<String>, gcp_project_id: GcpProjectId) -> Self {
        Self {
            endpoint_group_name: endpoint_group_name.into(),
            endpoints: None,
            gcp_project_id,
        }
    }

    /// Sets `endpoints`.
    #[must_use]
    pub fn endpoints(mut self, value: impl Into<Vec<CreateGcpForwardingRuleRequest>>) -> Self {
        self.endpoints = Some(value.into());
        self
    }
}

wire::object!(CreateGcpEndpointGroupRequest {
    endpoint_group_name: "endpointGroupName" required,
    endpoints: "endpoints",
    gcp_project_id: "gcpProjectId" required,
});
