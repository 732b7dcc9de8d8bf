use insta::assert_snapshot;

use crate::session::Session;

const PROJECT: &str = "--groupId 32b6e34b3d91647abb20e7b8";
const SERVICE: &str = "--endpointServiceId 5df264b8f10fab7d2cad2f0d";

#[test]
fn all_problems_are_reported_with_their_flags_and_nothing_is_sent() {
    let mut session = Session::new().with_credentials();
    let create = "privateEndpointServices createPrivateEndpoint";
    session
        .run(&format!("{create} --groupId 32b6 --envelope perhaps"))
        .run(&format!("{create} {PROJECT} {SERVICE} --cloudProvider AZURE --id /a --endpointGroupName g"))
        .run(&format!("{create} {PROJECT} {SERVICE} --cloudProvider GCP --gcpProjectId p-1 --endpoints ipAddress=10.0.0.1,port=1"))
        .run(&format!("{create} {PROJECT} {SERVICE} --id vpce-1"))
        .run_with(
            &format!("{create} {PROJECT} {SERVICE} --cloudProvider AZURE --file -"),
            r#"{"cloudProvider":"AWS","id":"vpce-3bf78b0ddee411ba1"}"#,
        )
        .run_with(&format!("{create} {PROJECT} {SERVICE} --file -"), r#"{"id": 3}"#)
        .run_with(&format!("{create} {PROJECT} {SERVICE} --file -"), "{")
        .run(&format!("{create} {PROJECT} {SERVICE} --file body.json --id vpce-1"))
        .run(&format!("{create} {PROJECT} {SERVICE} --file none.json"))
        .run(&format!("{create} --nosuch 1 --groupID 32b6e34b3d91647abb20e7b8 word --output xml --timeout soon --retries -1"))
        .run(&format!("{create} {PROJECT} {SERVICE} --api-version 2020-01-01 --dry-run=yes --file a --file b --filter"))
        .run("privateEndpointConnections createPrivateEndpointConnection --groupId 32b6e34b3d91647abb20e7b8 --itemsPerPage 900 --pageNum x")
        .run("cloudBackup --help")
        .run("");
    assert_snapshot!(session.transcript());
}

#[test]
fn credentials_are_required_unless_nothing_is_sent() {
    let mut session = Session::new();
    let create = "cloudBackups createBackupPrivateEndpoint";
    session.run(&format!("{create} {PROJECT} --regionName US_EAST_1"));
    session.run(&format!(
        "{create} {PROJECT} --regionName US_EAST_1 --dry-run"
    ));
    assert_snapshot!(session.transcript());
}
