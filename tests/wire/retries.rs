//! What is sent again and what is not, on real sockets: the complaints of users about it, by number.

use std::time::Duration;

use atlas_private_endpoints::api::CreateBackupPrivateEndpoint;
use atlas_private_endpoints::types::ObjectStoragePrivateEndpointRequest;
use atlas_private_endpoints::{BearerToken, Client, ClientCredentials, Credentials, Retry};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

use crate::fixtures::{GROUP, Operation, TOKEN};

pub(crate) const TOKEN_PATH: &str = "/api/oauth/token";
/// How many calls are made at once.
const MANY: usize = 50;

/// Attempts as by default, without the random waits between them.
pub(crate) fn at_once() -> Retry {
    Retry::new().backoff(Duration::ZERO, Duration::ZERO)
}

/// The base URL is set after the credentials, so their token endpoint has to follow it.
fn client(server: &Server, credentials: impl Credentials) -> Client {
    Client::builder()
        .credentials(credentials)
        .retry(at_once())
        .base_url(server.url())
        .build()
        .unwrap()
}

pub(crate) fn backup(client: &Client) -> CreateBackupPrivateEndpoint {
    let body = ObjectStoragePrivateEndpointRequest::default();
    client
        .cloud_backups()
        .create_backup_private_endpoint(&GROUP, body)
}

fn created() -> Reply {
    Reply::json(201, &Operation::Backup.example("201"))
}

pub(crate) fn token(text: &str) -> Reply {
    let body = json!({"access_token": text, "token_type": "Bearer", "expires_in": 3600});
    Reply::json(200, &body)
}

/// The body of a real 429.
fn rate_limited(seconds: u64) -> Value {
    json!({
        "error": 429, "errorCode": "RATE_LIMITED_TOKEN_BUCKET", "reason": "Too Many Requests",
        "detail": "Wait.", "parameters": ["api/atlas/v2/orgs", seconds, 10, 5, 60],
    })
}

/// Complaint 1: without `Retry-After`, the seconds of the body count. A call that has less time
/// fails at once, and says how long the wait would have been.
#[tokio::test]
async fn complaint_1_the_wait_of_the_body_is_past_the_deadline() {
    let server = Server::start([Reply::json(429, &rate_limited(55)), created()]);
    let server = server.await.unwrap();
    let retry = Retry::new().deadline(Duration::from_secs(30));
    let call = backup(&client(&server, BearerToken::new(TOKEN))).with_retry(retry);
    let error = call.send().await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
    assert_eq!(error.status().unwrap().as_u16(), 429);
    assert_eq!(error.error_code(), Some("RATE_LIMITED_TOKEN_BUCKET"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(55)));
}

/// Complaint 2: the answers of gateways keep their status and bytes, and a `POST` that one of them
/// may have passed on is not sent again, though it counts as retryable.
#[tokio::test]
async fn complaint_2_a_post_behind_a_gateway_that_fails() {
    for (status, body) in [(503, "<html>Unavailable</html>"), (502, "")] {
        let server = Server::start([Reply::status(status).body(body), created()]);
        let server = server.await.unwrap();
        let call = backup(&client(&server, BearerToken::new(TOKEN)));
        let error = call.send().await.unwrap_err();
        assert_eq!(server.requests().len(), 1);
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.body().unwrap().as_ref(), body.as_bytes());
        assert!(error.is_retryable());
    }
}

/// Complaint 9: the connection drops after a `POST` was sent; there is one request, never two.
#[tokio::test]
async fn complaint_9_a_dropped_post_is_sent_once() {
    let server = Server::start([Reply::disconnect(), created()]);
    let server = server.await.unwrap();
    let call = backup(&client(&server, BearerToken::new(TOKEN)));
    let error = call.send().await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
    assert_eq!((error.status(), error.attempts()), (None, 1));
    assert!(!error.is_connect() && !error.is_not_sent());
}

/// Complaint 9: the same on a connection that an earlier call has left open.
#[tokio::test]
async fn complaint_9_a_dropped_post_on_a_kept_connection_is_sent_once() {
    let server = Server::start([created(), Reply::disconnect(), created()]);
    let server = server.await.unwrap();
    let client = client(&server, BearerToken::new(TOKEN));
    backup(&client).send().await.unwrap();
    let error = backup(&client).send().await.unwrap_err();
    assert_eq!(server.requests().len(), 2);
    assert_eq!(error.attempts(), 1);
}

/// Complaint 9: a `POST` that was answered by 429 is sent again, as it was.
#[tokio::test]
async fn complaint_9_a_post_under_429_is_sent_again() {
    let busy = Reply::json(429, &rate_limited(55)).header("retry-after", "0");
    let server = Server::start([busy.clone(), busy, created()]);
    let server = server.await.unwrap();
    let call = backup(&client(&server, BearerToken::new(TOKEN)));
    let response = call.send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 3);
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    for request in &requests {
        assert_eq!(request.method, "POST");
        assert_eq!(request.target, requests[0].target);
        assert_eq!(request.headers, requests[0].headers);
        assert_eq!(request.body, requests[0].body);
    }
}

/// Complaint 10: 50 concurrent calls with a cold token make one token request, on the host of a
/// base URL that was set after the credentials.
#[tokio::test]
async fn complaint_10_one_token_for_concurrent_calls() {
    let script = std::iter::once(token(TOKEN)).chain((0..MANY).map(|_| created()));
    let server = Server::start(script).await.unwrap();
    let client = client(&server, ClientCredentials::new("id", "secret"));
    let calls: Vec<_> = (0..MANY)
        .map(|_| tokio::spawn(backup(&client).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let requests = server.requests();
    assert_eq!(requests.len(), MANY + 1);
    assert_eq!(requests[0].target, TOKEN_PATH);
    assert_eq!(requests[0].text(), "grant_type=client_credentials");
    for request in &requests[1..] {
        assert_eq!(request.header("authorization"), format!("Bearer {TOKEN}"));
    }
}
