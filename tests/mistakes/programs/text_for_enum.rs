//! A string is used instead of an enum.

use atlas_private_endpoints::types::{AwsConnectionStatus, AwsInterfaceEndpoint};

fn is_available(endpoint: &AwsInterfaceEndpoint) -> bool {
    endpoint.connection_status == Some("AVAILABLE")
}

fn is_pending(status: &AwsConnectionStatus) -> bool {
    match status {
        "PENDING_ACCEPTANCE" => true,
        _ => false,
    }
}

fn main() {}
