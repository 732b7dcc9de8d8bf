use crate::wire;

use super::{GcpEndpointStatus, PrivateEndpointIpAddress};

/// One endpoint of a group.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct GcpForwardingRule {
    /// The name of the forwarding rule.
    pub endpoint_name: Option<String>,
    /// The address that the rule resolves to.
    pub ip_address: Option<PrivateEndpointIpAddress>,
    /// State of the endpoint.
    pub status: Option<GcpEndpointStatus>,
}

wire::object!(GcpForwardingRule {
    endpoint_name: "endpointName",
    ip_address: "ipAddress",
    status: "status",
});
