//! What the client makes of connections that break.

use std::time::{Duration, Instant};

use atlas_private_endpoints::Client;
use contract_tests::{Fault, Proxy, Servers};
use tokio::time::sleep;

use crate::fixtures::{backup, client};

const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(30);
/// What the issue asks for: an answer that no client should keep in memory.
const HUGE: u64 = 100_000_000;

async fn proxy(faults: &[Fault]) -> Option<Proxy> {
    let servers = Servers::running()?;
    Some(Proxy::start(&servers.prism, faults).await.unwrap())
}

/// The server has acted on the request, and the client cannot know: it must not ask again.
#[tokio::test]
async fn a_dropped_post_is_sent_once() {
    let Some(proxy) = proxy(&[Fault::Drop, Fault::None]).await else {
        return;
    };
    let error = backup(&client(&proxy.url())).send().await.unwrap_err();
    assert_eq!(error.status(), None);
    assert!(!error.is_connect() && !error.is_timeout() && !error.is_not_sent());
    sleep(SHORT).await;
    assert_eq!(proxy.answers(), 1);
}

/// A client outlives a broken connection.
#[tokio::test]
async fn the_next_call_gets_a_new_connection() {
    let Some(proxy) = proxy(&[Fault::Drop, Fault::None]).await else {
        return;
    };
    let client = client(&proxy.url());
    assert!(backup(&client).send().await.is_err());
    assert!(backup(&client).send().await.is_ok());
}

/// Prism closes a connection that nobody has used for some five seconds.
#[tokio::test]
async fn a_kept_connection_that_the_server_has_closed() {
    let Some(proxy) = proxy(&[]).await else {
        return;
    };
    let client = client(&proxy.url());
    assert!(backup(&client).send().await.is_ok());
    sleep(Duration::from_secs(8)).await;
    assert!(backup(&client).send().await.is_ok());
    assert_eq!(proxy.answers(), 2);
}

#[tokio::test]
async fn an_answer_that_is_late() {
    let Some(proxy) = proxy(&[Fault::Delay(LONG)]).await else {
        return;
    };
    let start = Instant::now();
    let call = backup(&client(&proxy.url())).with_timeout(SHORT);
    let error = call.send().await.unwrap_err();
    assert!(error.is_timeout());
    assert!(start.elapsed() < LONG / 2);
}

/// The timeout is for the whole call: that bytes keep coming does not extend it.
#[tokio::test]
async fn an_answer_that_trickles() {
    let Some(proxy) = proxy(&[Fault::Trickle(SHORT / 10), Fault::Trickle(Duration::ZERO)]).await
    else {
        return;
    };
    let client = client(&proxy.url());
    let error = backup(&client)
        .with_timeout(SHORT)
        .send()
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert!(backup(&client).with_timeout(LONG).send().await.is_ok());
}

/// In the status line, in the headers, and within the body.
#[tokio::test]
async fn an_answer_that_stops_half_way() {
    for length in [5, 60, 450] {
        let Some(proxy) = proxy(&[Fault::Truncate(length)]).await else {
            return;
        };
        let error = backup(&client(&proxy.url())).send().await.unwrap_err();
        assert_eq!(error.status().is_some(), length == 450, "{length}");
        assert!(!error.is_connect() && !error.is_timeout() && !error.is_decode());
        assert_eq!(proxy.answers(), 1);
    }
}

#[tokio::test]
async fn an_answer_that_is_too_large() {
    for fault in [Fault::Flood(HUGE), Fault::EndlessFlood(HUGE)] {
        let Some(proxy) = proxy(&[fault]).await else {
            return;
        };
        let error = backup(&client(&proxy.url())).send().await.unwrap_err();
        assert!(!error.is_retryable() && !error.is_decode());
        assert!(error.is_response_too_large() && error.status().is_some());
    }
}

/// The limit is on what the server sends, whatever it has announced.
#[tokio::test]
async fn a_limit_of_the_caller() {
    let faults = [
        Fault::Flood(1000),
        Fault::Flood(1001),
        Fault::EndlessFlood(1001),
    ];
    let Some(proxy) = proxy(&faults).await else {
        return;
    };
    let client = Client::builder()
        .base_url(proxy.url())
        .max_response_bytes(1000)
        .build()
        .unwrap();
    let error = backup(&client).send().await.unwrap_err();
    assert!(error.is_decode(), "1000 blanks are no JSON: {error}");
    for _ in 0..2 {
        let error = backup(&client).send().await.unwrap_err();
        assert!(error.to_string().contains("too large"), "{error}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there() {
    let Some(proxy) = proxy(&[]).await else {
        return;
    };
    let url = proxy.url();
    drop(proxy);
    // The listener closes when the runtime next looks at its task.
    sleep(SHORT).await;
    let error = backup(&client(&url)).send().await.unwrap_err();
    assert!(error.is_connect());
}
