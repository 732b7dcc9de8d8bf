//! The program of the client under test, equal to the one that the generator emits.

use std::process::ExitCode;

use atlas_private_endpoints::{Client, cli};

fn main() -> ExitCode {
    let client = Client::builder().with_environment();
    cli::main(client, include_str!("../../../generated/src/cli/api.json"))
}
