use crate::wire;

/// State of an AWS private link connection.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AwsConnectionStatus {
    /// `PENDING_ACCEPTANCE`
    PendingAcceptance,
    /// `PENDING`
    Pending,
    /// `AVAILABLE`
    Available,
    /// `REJECTED`
    Rejected,
    /// `DELETING`
    Deleting,
    /// A value that this version of the crate does not know.
    Unknown(wire::UnknownValue),
}

wire::string_enum!(AwsConnectionStatus {
    PendingAcceptance = "PENDING_ACCEPTANCE",
    Pending = "PENDING",
    Available = "AVAILABLE",
    Rejected = "REJECTED",
    Deleting = "DELETING",
});
