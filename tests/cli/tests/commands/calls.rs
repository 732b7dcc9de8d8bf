use std::fs;

use insta::assert_snapshot;
use serde_json::json;
use workspace_tests::server::{Reply, Server};

use crate::session::Session;

const PROJECT: &str = "--projectId 32b6e34b3d91647abb20e7b8";
const SERVICE: &str = "--endpointServiceId 5df264b8f10fab7d2cad2f0d";
const CREATE: &str = "privateEndpointServices createPrivateEndpoint";

/// The flags of the body for each provider.
const PROVIDERS: [(&str, &str); 3] = [
    ("AWS", "--id vpce-3bf78b0ddee411ba1"),
    (
        "AZURE",
        "--id /subscriptions/a/resourceGroups/b/providers/Microsoft.Network/privateEndpoints/c --privateEndpointIPAddress 10.0.0.4",
    ),
    (
        "GCP",
        "--endpointGroupName group --gcpProjectId p-fnr2vj9q53xkbyn4c2yf7mhd --endpoints endpointName=one,ipAddress=10.0.0.5 --endpoints {\"endpointName\":\"two\"}",
    ),
];

#[test]
fn dry_runs_show_requests_without_secrets() {
    let mut session = Session::new().with_credentials();
    session.run(&format!("cloudBackups createBackupPrivateEndpoint {PROJECT} --regionName US_EAST_1 --pretty --dry-run"));
    for (provider, flags) in PROVIDERS {
        session.run(&format!(
            "{CREATE} {PROJECT} {SERVICE} --cloudProvider {provider} {flags} --dry-run"
        ));
    }
    session
        .run(&format!("encryptionAtRestUsingCustomerKeyManagement createRestPrivateEndpoint {PROJECT} --cloudProvider AZURE --regionName US_CENTRAL --dry-run"))
        .run(&format!("privateEndpointConnections createPrivateEndpointConnection {PROJECT} --providerName AWS --region us-east-1 --pageNum 2 --includeCount=false --dry-run"));
    assert_snapshot!(session.transcript());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_by_flags() {
    let answer =
        json!({"id": "5df264b8f10fab7d2cad2f0e", "status": "INITIATING", "new": [1, 2.50]});
    let server = Server::start((0..6).map(|_| Reply::json(200, &answer)))
        .await
        .unwrap();
    let mut session = Session::with_server(&server.url());
    session.run(&format!(
        "cloudBackups createBackupPrivateEndpoint {PROJECT} --regionName US_EAST_1"
    ));
    for (provider, flags) in PROVIDERS {
        session.run(&format!(
            "{CREATE} {PROJECT} {SERVICE} --cloudProvider {provider} {flags} --output raw"
        ));
    }
    session
        .run(&format!("encryptionAtRestUsingCustomerKeyManagement createRestPrivateEndpoint {PROJECT} --cloudProvider AWS --regionName US_CENTRAL"))
        .run(&format!("privateEndpointConnections createPrivateEndpointConnection {PROJECT} --providerName AWS --region us-east-1 --pageNum 2"));
    let requests = server.requests().into_iter().map(|it| {
        format!(
            "{} {}\n{}\n{}\n",
            it.method,
            it.target,
            it.header("content-type"),
            it.text()
        )
    });
    let requests: String = requests.collect();
    assert_snapshot!(format!("{}{requests}", session.transcript()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_by_file() {
    let server = Server::start((0..3).map(|_| Reply::json(200, &json!({}))))
        .await
        .unwrap();
    let directory = tempfile::tempdir().unwrap();
    let mut session = Session::with_server(&server.url()).in_directory(directory.path());
    for (provider, _) in PROVIDERS {
        let (template, _, _) = session.output(
            &[
                &CREATE.split(' ').collect::<Vec<_>>()[..],
                &["--body-template"],
            ]
            .concat(),
            "",
        );
        let bodies = serde_json::Deserializer::from_str(&template).into_iter::<serde_json::Value>();
        let mut bodies = bodies.map(Result::unwrap);
        let body = bodies.find(|it| it["cloudProvider"] == provider).unwrap();
        fs::write(directory.path().join("body.json"), body.to_string()).unwrap();
        session.run(&format!(
            "{CREATE} {PROJECT} {SERVICE} --cloudProvider {provider} --file body.json"
        ));
    }
    let bodies: String = server
        .requests()
        .iter()
        .map(|it| it.text() + "\n")
        .collect();
    assert_snapshot!(format!("{}{bodies}", session.transcript()));
}

#[test]
fn a_property_that_is_null_is_said_with_a_word() {
    // The curated document has no nullable property in a request, so `null` is text.
    let mut session = Session::new().with_credentials();
    session.run(&format!(
        "cloudBackups createBackupPrivateEndpoint {PROJECT} --regionName=null --dry-run"
    ));
    assert!(
        session.transcript().contains(r#""regionName":"null""#),
        "{}",
        session.transcript()
    );
}
