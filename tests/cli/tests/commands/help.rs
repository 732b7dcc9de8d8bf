use insta::assert_snapshot;

use crate::session::Session;

#[test]
fn help_at_every_level() {
    let mut session = Session::new();
    session
        .run("--help")
        .run("privateEndpointServices --help")
        .run("cloudBackups createBackupPrivateEndpoint --help")
        .run("privateEndpointServices createPrivateEndpoint --help")
        .run("privateEndpointServices createPrivateEndpoint -h")
        .run("encryptionAtRestUsingCustomerKeyManagement createRestPrivateEndpoint --help")
        .run("privateEndpointConnections createPrivateEndpointConnection --help")
        .run("--version");
    assert_snapshot!(session.transcript());
}

#[test]
fn the_long_id_is_an_alias() {
    let session = Session::new();
    let help = |name: &str| session.output(&["cloudBackups", name, "-h"], "");
    let long = help("createGroupBackupPrivateEndpoint");
    assert_eq!(long, help("createBackupPrivateEndpoint"));
    assert_eq!(long.2, 0);
}

#[test]
fn discovery() {
    let mut session = Session::new();
    session
        .run("search backup endpoint")
        .run("search nothing-like-this")
        .run("describe privateEndpointServices createPrivateEndpoint");
    assert_snapshot!(session.transcript());
}

#[test]
fn templates_have_a_body_for_each_alternative() {
    let mut session = Session::new();
    session
        .run("privateEndpointServices createPrivateEndpoint --body-template")
        .run("cloudBackups createBackupPrivateEndpoint --body-template")
        .run("encryptionAtRestUsingCustomerKeyManagement createRestPrivateEndpoint --body-template")
        .run("privateEndpointConnections createPrivateEndpointConnection --body-template");
    assert_snapshot!(session.transcript());
}
