use crate::wire;

/// State of an Azure Private Link connection.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AzureEndpointStatus {
    /// `INITIATING`
    Initiating,
    /// `AVAILABLE`
    Available,
    /// `FAILED`
    Failed,
    /// `DELETING`
    Deleting,
    /// A value that this version of the crate does not know.
    Unknown(wire::UnknownValue),
}

wire::string_enum!(AzureEndpointStatus {
    Initiating = "INITIATING",
    Available = "AVAILABLE",
    Failed = "FAILED",
    Deleting = "DELETING",
});
