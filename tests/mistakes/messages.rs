//! The messages that users of the client get for common mistakes.
//!
//! The snapshots beside the programs have the words of one version of rustc; another version compares nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::pin::pin;
use std::process::Command;
use std::task::{Context, Waker};

use atlas_private_endpoints::{Client, types};

/// The version of rustc whose words the snapshots have.
const RUSTC: &str = "rustc 1.95.";

fn version() -> String {
    let rustc = Path::new(env!("CARGO")).with_file_name("rustc");
    let output = Command::new(rustc).arg("--version").output();
    output.map_or_else(
        |error| error.to_string(),
        |it| String::from_utf8_lossy(&it.stdout).into_owned(),
    )
}

#[test]
fn each_mistake_has_a_message_that_leads_to_the_line() {
    let version = version();
    if !version.starts_with(RUSTC) {
        println!("skipped: the messages are those of {RUSTC}x, and this is {version}");
        return;
    }
    trybuild::TestCases::new().compile_fail("programs/*.rs");
}

#[test]
fn a_call_outside_of_a_runtime_says_which_runtime_it_needs() {
    let client = Client::builder().base_url("http://127.0.0.1:9");
    let client = client.build().unwrap();
    let group = types::GroupId::from_static("32b6e34b3d91647abb20e7b8");
    let service = types::EndpointServiceId::from_static("5df264b8f10fab7d2cad2f0d");
    let id = types::AwsVpcEndpointId::from_static("vpce-3bf78b0ddee411ba1");
    let body = types::CreateAwsEndpointRequest::new(id);
    let services = client.private_endpoint_services();
    let call = services.create_private_endpoint(&group, &service, body);
    let polled = catch_unwind(AssertUnwindSafe(|| {
        let mut sent = pin!(call.send());
        let _ = sent.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    }));
    let message = polled.unwrap_err();
    let message = message
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| message.downcast_ref::<String>().cloned());
    assert_eq!(
        message.as_deref(),
        Some("there is no reactor running, must be called from the context of a Tokio 1.x runtime")
    );
}
