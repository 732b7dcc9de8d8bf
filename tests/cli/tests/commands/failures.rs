use std::io;

use insta::assert_snapshot;
use serde_json::json;
use workspace_tests::server::{Reply, Server};

use crate::session::Session;

const CALL: &str = "cloudBackups createBackupPrivateEndpoint --groupId 32b6e34b3d91647abb20e7b8 --regionName US_EAST_1";

fn refusal(status: u16, code: &str) -> Reply {
    let body =
        json!({"error": status, "errorCode": code, "detail": "It cannot be done.", "reason": "No"});
    Reply::json(status, &body).header("x-request-id", "r-1")
}

async fn session(reply: Reply) -> io::Result<(Server, Session)> {
    let server = Server::start([reply]).await?;
    let session = Session::with_server(&server.url());
    Ok((server, session))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_class_of_a_failure_is_the_exit_status() {
    let limited = json!({"error": 429, "errorCode": "RATE_LIMITED_TOKEN_BUCKET", "detail": "Slow down.",
        "parameters": ["api/atlas/v2/orgs", 55, 10, 5, 60]});
    let mut transcript = String::new();
    for reply in [
        refusal(401, "NOT_ORG_GROUP_CREATOR"),
        refusal(403, "CANNOT_CHANGE_GROUP_NAME"),
        refusal(404, "RESOURCE_NOT_FOUND"),
        refusal(
            409,
            "CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK",
        ),
        Reply::json(429, &limited),
        refusal(500, "UNEXPECTED_ERROR"),
        Reply::status(502).body(b"<html>".to_vec()),
        refusal(400, "VALIDATION_ERROR"),
    ] {
        let (_server, mut session) = session(reply).await.unwrap();
        transcript.push_str(session.run(&format!("{CALL} --retries 0")).transcript());
    }
    assert_snapshot!(transcript);
}

#[test]
fn no_connection() {
    // A port that nothing listens on.
    let mut session = Session::with_server("http://127.0.0.1:9");
    session.run(&format!("{CALL} --retries 0"));
    assert_snapshot!(session.transcript());
}
