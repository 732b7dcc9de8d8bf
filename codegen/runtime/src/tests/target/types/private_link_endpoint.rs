use crate::wire;

use super::{AwsInterfaceEndpoint, AzurePrivateEndpoint, GcpEndpointGroup};

/// A private endpoint, by cloud provider.
#[derive(Clone)]
#[non_exhaustive]
pub enum PrivateLinkEndpoint {
    /// Amazon Web Services.
    Aws(AwsInterfaceEndpoint),
    /// Microsoft Azure.
    Azure(AzurePrivateEndpoint),
    /// Google Cloud.
    Gcp(GcpEndpointGroup),
    /// A value that this version of the crate does not know: its `cloudProvider` is new or absent.
    Unknown(wire::UnknownVariant),
}

wire::tagged_union!(PrivateLinkEndpoint, "cloudProvider" {
    Aws(AwsInterfaceEndpoint) = "AWS",
    Azure(AzurePrivateEndpoint) = "AZURE",
    Gcp(GcpEndpointGroup) = "GCP",
});
wire::from_variants!(PrivateLinkEndpoint {
    Aws(AwsInterfaceEndpoint),
    Azure(AzurePrivateEndpoint),
    Gcp(GcpEndpointGroup),
});
