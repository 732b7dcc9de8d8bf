use crate::wire;

/// State of a Google Cloud endpoint.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GcpEndpointStatus {
    /// `INITIATING`
    Initiating,
    /// `VERIFIED`
    Verified,
    /// `AVAILABLE`
    Available,
    /// `FAILED`
    Failed,
    /// `DELETING`
    Deleting,
    /// `DELETED`
    Deleted,
    /// A value that this version of the crate does not know.
    Unknown(wire::UnknownValue),
}

wire::string_enum!(GcpEndpointStatus {
    Initiating = "INITIATING",
    Verified = "VERIFIED",
    Available = "AVAILABLE",
    Failed = "FAILED",
    Deleting = "DELETING",
    Deleted = "DELETED",
});
