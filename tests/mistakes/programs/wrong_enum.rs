//! A value of another enum is passed.

use atlas_private_endpoints::types::{AwsConnectionStatus, CreatePrivateEndpointConnectionRequest};

fn body() -> CreatePrivateEndpointConnectionRequest {
    CreatePrivateEndpointConnectionRequest::new(AwsConnectionStatus::Available)
}

fn main() {}
