//! `envelope=true` wraps the body; the caller gets the same value, and the status from inside.

use atlas_private_endpoints::Error;
use atlas_private_endpoints::Response;
use atlas_private_endpoints::types::{
    ObjectStoragePrivateEndpoint, ObjectStoragePrivateEndpointRequest,
};
use serde_json::{Value, json};
use workspace_tests::server::Reply;

use crate::fixtures::{GROUP, Operation, anonymous, client, connection, encoded, server, typed};

async fn backup(reply: Value) -> Result<Response<ObjectStoragePrivateEndpoint>, Error> {
    let server = server(Reply::json(200, &reply)).await;
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client(&server).cloud_backups();
    let call = tag
        .create_backup_private_endpoint(&GROUP, body)
        .envelope(true);
    let result = call.send_with_meta().await;
    assert!(server.request().target.ends_with("?envelope=true"));
    result
}

#[tokio::test]
async fn the_body_and_the_status_are_those_inside() {
    let body = Operation::Backup.example("201");
    let response = backup(json!({"status": 201, "content": body}))
        .await
        .unwrap();
    assert_eq!(response.status().as_u16(), 201);
    assert_eq!(encoded(response.body()), body);
}

/// `status` of the body itself is no status of HTTP.
#[tokio::test]
async fn a_server_that_does_not_wrap() {
    let body = Operation::Backup.example("201");
    let response = backup(body.clone()).await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    assert_eq!(encoded(response.body()), body);
}

#[tokio::test]
async fn the_name_of_older_versions() {
    let body = Operation::Connection.example("2XX");
    let server = server(Reply::json(200, &json!({"status": 201, "envelope": body}))).await;
    let call = connection(
        &anonymous(&server),
        typed(&Operation::Connection.example("request")),
    );
    let response = call.envelope(true).send_with_meta().await.unwrap();
    assert_eq!(response.status().as_u16(), 201);
    assert_eq!(encoded(response.body())["id"], body["id"]);
}

/// HTTP says 200, the envelope says 409: it is an error.
#[tokio::test]
async fn an_error_inside() {
    let body = Operation::Backup.example("409");
    let error = backup(json!({"status": 409, "content": body}))
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 409);
    assert!(error.is_conflict());
    assert_eq!(error.error_code(), body["errorCode"].as_str());
    assert_eq!(json!(error.api_error().unwrap().detail), body["detail"]);
}

/// Without the parameter a body is what it is, even if it looks like an envelope.
#[tokio::test]
async fn no_unwrapping_without_the_parameter() {
    let server = server(Reply::json(
        200,
        &json!({"status": "ACTIVE", "content": {}}),
    ))
    .await;
    let answer = Operation::Backup.send(&server).await.unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, json!({"status": "ACTIVE"}));
}
