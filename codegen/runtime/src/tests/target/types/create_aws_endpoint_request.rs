use crate::wire;

use super::AwsEndpointId;

/// An interface endpoint in an AWS VPC.
#[derive(Clone)]
#[non_exhaustive]
pub struct CreateAwsEndpointRequest {
    /// The interface endpoint.
    pub id: AwsEndpointId,
}

impl CreateAwsEndpointRequest {
    /// Creates the value from what is required.
    #[must_use]
    pub fn new(id: AwsEndpointId) -> Self {
        Self { id }
    }
}

wire::object!(CreateAwsEndpointRequest {
    id: "id" required,
});
