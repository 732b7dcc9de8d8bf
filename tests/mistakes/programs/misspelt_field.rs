//! A field and a setter are misspelt.

use atlas_private_endpoints::{api, types};

fn show(endpoint: &types::AwsInterfaceEndpoint) {
    println!("{:?}", endpoint.conection_status);
}

fn ask(call: api::CreatePrivateEndpoint) -> api::CreatePrivateEndpoint {
    call.prety(true)
}

fn main() {}
