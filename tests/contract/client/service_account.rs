//! Service accounts: the tokens of a real authorization server.

use std::error::Error as _;

use atlas_private_endpoints::{Client, ClientCredentials, Error};
use contract_tests::Servers;
use serde_json::Value;
use tokio::time::sleep;

use crate::fixtures::{GROUP, SERVICE};
use crate::fixtures::{aws_endpoint, backup, connection};
use crate::recorder::Recorder;

const TOKEN: &str = "/api/oauth/token";
const REVOKE: &str = "/api/oauth/revoke";
/// How many calls are made at once.
const MANY: usize = 50;

fn account(id: &str) -> ClientCredentials {
    ClientCredentials::new(id, format!("{id}-secret"))
}

/// How many tokens the authorization server says that it has issued to a client.
async fn issued(servers: &Servers, id: &str) -> u64 {
    let url = format!("{}/issued", servers.oauth);
    let response = reqwest::get(url).await.unwrap();
    let counts: Value = response.json().await.unwrap();
    counts[id].as_u64().unwrap_or_default()
}

async fn created(client: &Client) -> Result<(), Error> {
    backup(client).send().await.map(drop)
}

/// What the error and all that is behind it say.
fn everything_said(error: &Error) -> String {
    let mut said = vec![format!("{error} {error:?}")];
    let mut source = error.source();
    while let Some(inner) = source {
        said.push(format!("{inner} {inner:?}"));
        source = inner.source();
    }
    said.join(" ")
}

#[tokio::test]
async fn one_token_for_all_calls_and_clones() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let before = issued(&servers, "calls").await;
    let recorder = Recorder::default();
    let client = recorder.client(account("calls"), &servers.oauth);
    created(&client).await.unwrap();
    created(&client.clone()).await.unwrap();
    let tag = client.private_endpoint_services();
    let call = tag.create_private_endpoint(&GROUP, &SERVICE, aws_endpoint());
    call.send().await.unwrap();
    assert_eq!(recorder.statuses(), [200, 201, 201, 200]);
    assert_eq!(recorder.count(TOKEN), 1);
    assert_eq!(issued(&servers, "calls").await, before + 1);
}

/// Complaint 10: 50 concurrent calls with a cold token make one token request. The base URL is set
/// after the credentials, and the token endpoint follows.
#[tokio::test(flavor = "multi_thread")]
async fn complaint_10_concurrent_calls_with_a_cold_token() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let before = issued(&servers, "concurrent").await;
    let recorder = Recorder::default();
    let client = recorder.client(account("concurrent"), &servers.oauth);
    let calls: Vec<_> = (0..MANY)
        .map(|_| tokio::spawn(backup(&client).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(recorder.count(TOKEN), 1);
    assert_eq!(recorder.log().len(), MANY + 1);
    assert_eq!(issued(&servers, "concurrent").await, before + 1);
}

/// A token that has expired is renewed before it is sent, so that no request is refused.
#[tokio::test]
async fn a_token_that_expires() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(account("short-lived"), &servers.oauth);
    for _ in 0..2 {
        created(&client).await.unwrap();
        sleep(servers.lifetime * 2).await;
    }
    assert_eq!(recorder.statuses(), [200, 201, 200, 201]);
    assert_eq!(recorder.count(TOKEN), 2);
}

/// Somebody else has revoked the token: one refusal, one new token, and the call succeeds in what
/// counts as one attempt.
#[tokio::test]
async fn a_token_that_is_revoked() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(account("revoked"), &servers.oauth);
    created(&client).await.unwrap();
    revoke_elsewhere(&servers, &recorder).await;
    let response = backup(&client).send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 1);
    assert_eq!(recorder.statuses(), [200, 201, 401, 200, 201]);
    assert_eq!(recorder.count(TOKEN), 2);
}

async fn revoke_elsewhere(servers: &Servers, recorder: &Recorder) {
    let sent = recorder.log().remove(1).authorization;
    let token = sent.strip_prefix("Bearer ").unwrap();
    let response = reqwest::Client::new()
        .post(format!("{}{REVOKE}", servers.oauth))
        .basic_auth("revoked", Some("revoked-secret"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!("token={token}"))
        .send();
    assert_eq!(response.await.unwrap().status(), 200);
}

/// The token no longer counts, and the client still works.
#[tokio::test]
async fn credentials_that_are_revoked() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(account("gate"), &servers.oauth);
    created(&client).await.unwrap();
    client.revoke_credentials().await.unwrap();
    let log = recorder.log();
    assert_eq!((&*log[2].path, log[2].status), (REVOKE, 200));
    let again = reqwest::Client::new()
        .post(format!("{}{}", servers.oauth, log[1].path))
        .header("authorization", &log[1].authorization)
        .send();
    assert_eq!(again.await.unwrap().status(), 401);
    created(&client).await.unwrap();
    assert_eq!(recorder.statuses(), [200, 201, 200, 200, 201]);
    assert_ne!(recorder.log()[4].authorization, log[1].authorization);
}

/// RFC 6749, 2.3.1: id and secret are form-encoded before they become Basic credentials.
#[tokio::test]
async fn a_secret_of_special_characters() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let credentials = ClientCredentials::new("encoded", "a+b/c%20:d e");
    created(&recorder.client(credentials, &servers.oauth))
        .await
        .unwrap();
    assert_eq!(recorder.statuses(), [200, 201]);
}

#[tokio::test]
async fn a_wrong_secret() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let credentials = ClientCredentials::new("calls", "nobody-may-see-this");
    let client = recorder.client(credentials, &servers.oauth);
    let error = created(&client).await.unwrap_err();
    assert!(error.is_not_sent() && !error.is_retryable());
    assert_eq!(error.status(), None, "it is the token endpoint's");
    let said = everything_said(&error);
    assert!(
        said.contains("401") && said.contains("invalid_client"),
        "{said}"
    );
    assert!(!said.contains("nobody-may-see-this"), "{said}");
    assert_eq!(recorder.count(TOKEN), 1);
    assert_eq!(recorder.log().len(), 1);
}

/// The v1.0 operation takes digest alone: not even a token is bought for it.
#[tokio::test]
async fn an_operation_that_takes_no_token() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(account("calls"), &servers.oauth);
    let error = connection(&client).send().await.unwrap_err();
    assert!(error.is_not_sent());
    assert!(error.to_string().contains("DigestAuth"), "{error}");
    assert!(recorder.log().is_empty());
}
