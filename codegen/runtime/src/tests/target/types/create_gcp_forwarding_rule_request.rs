use crate::wire;

use super::PrivateEndpointIpAddress;

/// One endpoint of a group.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct CreateGcpForwardingRuleRequest {
    /// The name of the forwarding rule.
    pub endpoint_name: Option<String>,
    /// The address that the rule resolves to.
    pub ip_address: Option<PrivateEndpointIpAddress>,
}

impl CreateGcpForwardingRuleRequest {
    /// Creates the value; nothing is required.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `endpoint_name`.
    #[must_use]
    pub fn endpoint_name(mut self, value: impl Into<String>) -> Self {
        self.endpoint_name = Some(value.into());
        self
    }

    /// Sets `ip_address`.
    #[must_use]
    pub fn ip_address(mut self, value: impl Into<PrivateEndpointIpAddress>) -> Self {
        self.ip_address = Some(value.into());
        self
    }
}

wire::object!(CreateGcpForwardingRuleRequest {
    endpoint_name: "endpointName",
    ip_address: "ipAddress",
});
