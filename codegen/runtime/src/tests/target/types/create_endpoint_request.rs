use crate::wire;

use super::{CreateAwsEndpointRequest, CreateAzureEndpointRequest, CreateGcpEndpointGroupRequest};

/// A private endpoint to create, by cloud provider.
#[derive(Clone)]
#[non_exhaustive]
pub enum CreateEndpointRequest {
    /// Amazon Web Services.
    Aws(CreateAwsEndpointRequest),
    /// Microsoft Azure.
    Azure(CreateAzureEndpointRequest),
    /// Google Cloud.
    Gcp(CreateGcpEndpointGroupRequest),
    /// A value that this version of the crate does not know: its `cloudProvider` is new or absent.
    Unknown(wire::UnknownVariant),
}

wire::tagged_union!(CreateEndpointRequest, "cloudProvider" {
    Aws(CreateAwsEndpointRequest) = "AWS",
    Azure(CreateAzureEndpointRequest) = "AZURE",
    Gcp(CreateGcpEndpointGroupRequest) = "GCP",
});
wire::from_variants!(CreateEndpointRequest {
    Aws(CreateAwsEndpointRequest),
    Azure(CreateAzureEndpointRequest),
    Gcp(CreateGcpEndpointGroupRequest),
});
