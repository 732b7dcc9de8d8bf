//! Calls that wait for another one, and end in their own time.

use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;

use super::support::*;
use crate::Authorization;
use crate::tests::support::with_clock;
use crate::{
    AccessToken, BoxFuture, CacheFuture, Client, ClientCredentials, Credentials, DigestCredentials,
    Error, Retry, TokenCache, TokenKey, Transport, TransportError,
};

/// Never answers the first requests to a path.
#[derive(Clone)]
struct Stuck {
    server: Server,
    path: &'static str,
    count: usize,
    seen: Arc<AtomicUsize>,
}

impl Transport for Stuck {
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        let is_it = request.url().path() == self.path;
        if is_it && self.seen.fetch_add(1, Ordering::SeqCst) < self.count {
            return Box::pin(pending());
        }
        self.server.send(request)
    }
}

fn stuck(
    path: &'static str,
    count: usize,
    server: Server,
    credentials: impl Credentials,
) -> (Client, StoppedClock, Stuck) {
    let seen = Arc::default();
    let transport = Stuck {
        server,
        path,
        count,
        seen,
    };
    let clock = StoppedClock::new();
    let builder = Client::builder().transport(transport.clone());
    let builder = with_clock(builder, clock.clone()).credentials(credentials);
    (builder.build().unwrap(), clock, transport)
}

/// Lets every task do what it can.
async fn settle() {
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
}

async fn is_late(call: JoinHandle<Result<(), Error>>) -> bool {
    settle().await;
    assert!(call.is_finished());
    let error = call.await.unwrap().unwrap_err();
    assert!(error.is_not_sent(), "{error:?}");
    error.is_timeout()
}

fn account() -> ClientCredentials {
    ClientCredentials::new("id", "hunter2")
}

#[tokio::test]
async fn a_call_does_not_wait_longer_than_it_may_for_the_token_of_another() {
    let (client, clock, _) = stuck(TOKEN_PATH, usize::MAX, token_server(), account());
    let patient = tokio::spawn(call(&client).send());
    settle().await;
    let hasty = call(&client).with_timeout(Duration::from_secs(5));
    let hasty = tokio::spawn(hasty.send());
    let retry = Retry::new().deadline(Duration::from_secs(5));
    let short = tokio::spawn(call(&client).with_retry(retry).send());
    settle().await;
    clock.advance(5);
    assert!(is_late(hasty).await);
    assert!(is_late(short).await);
    assert!(!patient.is_finished());
    clock.advance(60);
    assert!(is_late(patient).await);
}

#[tokio::test]
async fn a_first_call_that_hangs_holds_the_others_up_for_a_moment() {
    let challenge = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"";
    let server = Server::new(
        move |request| match request.headers().get("authorization") {
            Some(_) => response(200, &[], ""),
            None => response(401, &[("www-authenticate", challenge)], ""),
        },
    );
    let digest = DigestCredentials::new("user", "hunter2");
    let (client, clock, transport) = stuck(THING_PATH, 1, server, digest);
    let first = tokio::spawn(call(&client).send());
    settle().await;
    let hasty = call(&client).with_timeout(Duration::from_secs(4));
    let hasty = tokio::spawn(hasty.send());
    let patient = tokio::spawn(call(&client).send());
    settle().await;
    assert_eq!(transport.seen.load(Ordering::SeqCst), 1);
    clock.advance(2);
    hasty.await.unwrap().unwrap();
    clock.advance(8);
    patient.await.unwrap().unwrap();
    assert!(!first.is_finished());
}

/// Credentials and a token cache whose futures never complete.
#[derive(Clone)]
struct Never;

impl Credentials for Never {
    fn serves(&self, _: &crate::SecurityScheme) -> bool {
        true
    }

    fn authorize<'a>(
        &'a self,
        _: &'a mut reqwest::Request,
        _: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn std::error::Error + Send + Sync>>> {
        Box::pin(pending())
    }
}

impl TokenCache for Never {
    fn load<'a>(&'a self, _: &'a TokenKey) -> CacheFuture<'a, Option<AccessToken>> {
        Box::pin(async { Ok(None) })
    }

    fn store<'a>(&'a self, _: &'a TokenKey, _: Option<&'a AccessToken>) -> CacheFuture<'a, ()> {
        Box::pin(pending())
    }

    fn lock<'a>(&'a self, _: &'a TokenKey) -> CacheFuture<'a, Box<dyn Send + Sync>> {
        Box::pin(pending())
    }
}

#[tokio::test]
async fn credentials_of_any_kind_have_the_time_of_the_attempt() {
    let server = Server::new(|_| response(200, &[], ""));
    let (client, clock) = client_at_rest(&server, Never);
    let late = tokio::spawn(call(&client).send());
    settle().await;
    clock.advance(60);
    assert!(is_late(late).await);
    let (client, clock) = client_at_rest(&server, account().with_cache(Never));
    let late = tokio::spawn(call(&client).send());
    let revoked = tokio::spawn(async move { client.revoke_credentials().await });
    settle().await;
    clock.advance(60);
    assert!(is_late(late).await);
    assert!(is_late(revoked).await);
    assert_eq!(server.requests.lock().unwrap().len(), 0);
}

/// Has an old token, and cannot be locked for another one.
#[derive(Clone, Default)]
struct Locked(Arc<AtomicUsize>);

impl TokenCache for Locked {
    fn load<'a>(&'a self, _: &'a TokenKey) -> CacheFuture<'a, Option<AccessToken>> {
        Box::pin(async { Ok(None) })
    }

    fn store<'a>(&'a self, _: &'a TokenKey, _: Option<&'a AccessToken>) -> CacheFuture<'a, ()> {
        Box::pin(async { Ok(()) })
    }

    fn lock<'a>(&'a self, _: &'a TokenKey) -> CacheFuture<'a, Box<dyn Send + Sync>> {
        let is_first = self.0.fetch_add(1, Ordering::SeqCst) == 0;
        Box::pin(async move {
            if !is_first {
                pending::<()>().await;
            }
            Ok(Box::new(()) as Box<dyn Send + Sync>)
        })
    }
}

#[tokio::test]
async fn a_token_that_is_still_good_is_used_where_a_new_one_does_not_come() {
    let server = token_server();
    let (client, clock) = client_at_rest(&server, account().with_cache(Locked::default()));
    call(&client).send().await.unwrap();
    clock.advance(3500);
    let next = tokio::spawn(call(&client).send());
    settle().await;
    assert!(!next.is_finished());
    clock.advance(15);
    next.await.unwrap().unwrap();
    assert_eq!((server.count(TOKEN_PATH), server.count(THING_PATH)), (1, 2));
}

#[tokio::test]
async fn a_pause_that_a_token_endpoint_asks_for_may_be_longer_than_an_attempt() {
    let asked = AtomicUsize::new(0);
    let server = Server::new(move |request| match request.uri().path() {
        TOKEN_PATH if asked.fetch_add(1, Ordering::SeqCst) == 0 => {
            response(429, &[("retry-after", "100")], "")
        }
        TOKEN_PATH => token(1),
        _ => response(200, &[], ""),
    });
    let (client, clock) = client_at_rest(&server, account());
    call(&client).send().await.unwrap();
    assert_eq!(clock.waited(), [100.0]);
}
