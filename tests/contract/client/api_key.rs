//! API keys: HTTP Digest against Apache, which knows MD5 only.

use std::time::Instant;

use atlas_private_endpoints::{Client, DigestCredentials, Error};
use contract_tests::{Servers, tell};
use http::Method;
use tokio::time::sleep;

use crate::fixtures::{accepted, backup, connection};
use crate::recorder::Recorder;

/// Apache answers it with an empty 204, to those whom it knows.
const LIGHT: &str = "/light";
/// How many calls are made in a row.
const MANY: usize = 10_000;
/// How many are made at once.
const CONCURRENT: usize = 50;

fn key() -> DigestCredentials {
    DigestCredentials::new("public-key", "private-key")
}

async fn light(client: &Client) -> Result<(), Error> {
    let request = client.request(Method::GET, LIGHT);
    request.send_bytes().await.map(drop)
}

/// Only the first call pays the challenge, and every body comes through: Prism refuses an empty one.
#[tokio::test]
async fn operations_of_both_versions() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(key(), &servers.apache);
    accepted(connection(&client).send_with_meta().await.unwrap(), 200);
    let response = backup(&client.clone()).send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 1);
    accepted(response, 201);
    assert_eq!(recorder.statuses(), [401, 200, 201]);
    let log = recorder.log();
    assert!(log[0].authorization.is_empty());
    assert!(log[1].authorization.contains("nc=00000001"));
    assert!(log[2].authorization.contains("nc=00000002"));
}

/// The server says that the nonce is stale, and the call goes on with the new one.
#[tokio::test]
async fn a_nonce_that_goes_stale() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(key(), &servers.apache);
    connection(&client).send().await.unwrap();
    sleep(servers.lifetime * 2).await;
    let response = connection(&client).send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 1);
    assert_eq!(recorder.statuses(), [401, 200, 401, 200]);
    let stale = &recorder.log()[2].challenge;
    assert!(stale.contains("stale=true"), "{stale}");
}

/// A request without a proof, one with a wrong proof, and no more; the path of the many calls is no
/// exception.
#[tokio::test]
async fn a_wrong_key() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let credentials = DigestCredentials::new("public-key", "nobody-may-see-this");
    let client = recorder.client(credentials, &servers.apache);
    let error = connection(&client).send().await.unwrap_err();
    assert!(error.is_unauthorized() && !error.is_retryable());
    assert!(!format!("{error} {error:?}").contains("nobody-may-see-this"));
    assert_eq!(recorder.statuses(), [401, 401]);
    assert!(light(&client).await.unwrap_err().is_unauthorized());
}

/// All wait for the first one, which pays the challenge.
#[tokio::test(flavor = "multi_thread")]
async fn concurrent_calls_with_a_cold_key() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(key(), &servers.apache);
    let calls: Vec<_> = (0..CONCURRENT)
        .map(|_| {
            let request = client.request(Method::GET, LIGHT);
            tokio::spawn(request.send_bytes())
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap().status(), 204);
    }
    let refused = recorder.statuses().iter().filter(|it| **it == 401).count();
    assert_eq!(refused, 1);
    assert_eq!(recorder.log().len(), CONCURRENT + 1);
}

/// One challenge at first, and then at most one in the lifetime of a nonce.
#[tokio::test]
async fn ten_thousand_calls() {
    let Some(servers) = Servers::running() else {
        return;
    };
    let recorder = Recorder::default();
    let client = recorder.client(key(), &servers.apache);
    let start = Instant::now();
    for _ in 0..MANY {
        light(&client).await.unwrap();
    }
    let elapsed = start.elapsed();
    let refused = recorder.statuses().iter().filter(|it| **it == 401).count();
    tell(&format!(
        "{MANY} calls over digest in {elapsed:.1?}, {refused} challenges"
    ));
    let lifetimes = elapsed.as_secs() / servers.lifetime.as_secs();
    let most = 1 + usize::try_from(lifetimes).unwrap();
    assert!((1..=most).contains(&refused), "{refused} in {elapsed:?}");
    assert_eq!(recorder.log().len(), MANY + refused);
}
