//! No secret is in what a program may print: complaint 11 of users. Traces have their test beside the runtime.

use std::error::Error as _;

use atlas_private_endpoints::types::ObjectStoragePrivateEndpointRequest;
use atlas_private_endpoints::{BearerToken, Secret};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

use crate::fixtures::{GROUP, TOKEN, client, server};

/// What `text` shows of the token, if only a part.
fn assert_secret(what: &str, text: &str) {
    assert!(!text.contains(&TOKEN[..12]), "{what}: {text}");
}

#[tokio::test]
async fn complaint_11_clients_credentials_and_calls() {
    let server = Server::start([]).await.unwrap();
    let secret = Secret::new(TOKEN);
    assert_secret("secret", &format!("{secret:?} {secret}"));
    let token = BearerToken::new(secret);
    assert_secret("credentials", &format!("{token:?} {token:#?}"));
    let builder = atlas_private_endpoints::Client::builder().credentials(token);
    assert_secret("client builder", &format!("{builder:?} {builder:#?}"));
    let client = client(&server);
    assert_secret("client", &format!("{client:?} {client:#?}"));
    let tag = client.cloud_backups();
    assert_secret("handle", &format!("{tag:?} {tag:#?}"));
    let body = ObjectStoragePrivateEndpointRequest::default();
    let call = tag.create_backup_private_endpoint(&GROUP, body);
    assert_secret("call", &format!("{call:?} {call:#?}"));
}

/// A server may repeat a request in its answer, and every kind of failure has its own text.
#[tokio::test]
async fn complaint_11_errors() {
    let answer = |content_type| Reply::status(200).header("content-type", content_type);
    assert_hidden(Reply::status(401).body(format!("Authorization: Bearer {TOKEN}"))).await;
    assert_hidden(answer("text/html").body(TOKEN)).await;
    assert_hidden(answer("application/json").body(TOKEN)).await;
    assert_hidden(Reply::disconnect()).await;
}

/// What makes an answer unreadable is named by its place and kind, not by its value.
#[tokio::test]
async fn complaint_11_values_of_an_answer() {
    assert_hidden(Reply::json(
        200,
        &json!({"status": {"a": 1}, "regionName": [TOKEN]}),
    ))
    .await;
    assert_hidden(Reply::json(200, &json!(TOKEN))).await;
}

async fn assert_hidden(reply: Reply) {
    let server = server(reply).await;
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client(&server).cloud_backups();
    let call = tag.create_backup_private_endpoint(&GROUP, body);
    let error = call.send().await.unwrap_err();
    assert_secret("error", &format!("{error:?} {error:#?} {error}"));
    let mut source = error.source();
    while let Some(inner) = source {
        assert_secret("source", &format!("{inner:?} {inner}"));
        source = inner.source();
    }
}

/// A header that the caller adds may hold a secret.
#[tokio::test]
async fn headers_of_the_caller() {
    let server = Server::start([Reply::status(204)]).await.unwrap();
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client(&server).cloud_backups();
    let name = http::HeaderName::from_static("x-api-key");
    let call = tag
        .create_backup_private_endpoint(&GROUP, body)
        .with_header(name, TOKEN.parse().unwrap());
    assert_secret("call", &format!("{call:?} {call:#?}"));
    // 204 has no body to decode; what was sent is what counts here.
    let _ = call.send().await;
    assert_eq!(server.request().header("x-api-key"), TOKEN);
}
