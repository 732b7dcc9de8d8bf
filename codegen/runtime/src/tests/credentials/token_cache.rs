//! Caches of tokens that the caller brings, and where tokens are asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use super::support::*;
use crate::auth::token_url::{moved, revocation};
use crate::{AccessToken, CacheFuture, ClientCredentials, TokenCache, TokenKey};

/// Keeps tokens in a map that several credentials share.
#[derive(Clone, Default)]
struct Shared {
    tokens: Arc<Mutex<BTreeMap<TokenKey, AccessToken>>>,
    fails: bool,
}

impl TokenCache for Shared {
    fn load<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Option<AccessToken>> {
        let token = self.tokens.lock().unwrap().get(key).cloned();
        let fails = self.fails;
        Box::pin(async move {
            if fails {
                return Err("the disk is gone".into());
            }
            Ok(token)
        })
    }

    fn store<'a>(
        &'a self,
        key: &'a TokenKey,
        token: Option<&'a AccessToken>,
    ) -> CacheFuture<'a, ()> {
        let mut tokens = self.tokens.lock().unwrap();
        match token {
            Some(token) => tokens.insert(key.clone(), token.clone()),
            None => tokens.remove(key),
        };
        Box::pin(std::future::ready(Ok(())))
    }
}

/// The credentials of another process with the same cache.
fn account(cache: &Shared) -> ClientCredentials {
    ClientCredentials::new("id", "secret").with_cache(cache.clone())
}

#[tokio::test]
async fn processes_share_a_token_until_it_is_rejected() {
    let (server, cache) = (token_server(), Shared::default());
    let (one, _) = client_at_rest(&server, account(&cache));
    let (two, _) = client_at_rest(&server, account(&cache));
    call(&one).send().await.unwrap();
    call(&two).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 1);
    // The server revokes the token: one client fetches the next, and the other loads it from the cache.
    let (thief, _) = client_at_rest(&server, ClientCredentials::new("id", "secret"));
    call(&thief).send().await.unwrap();
    call(&one).send().await.unwrap();
    call(&two).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 3);
    let tokens = cache.tokens.lock().unwrap();
    let (key, token) = tokens.iter().next().unwrap();
    assert_eq!(tokens.len(), 1);
    assert_eq!(
        key.to_string(),
        "id https://cloud.mongodb.com/api/oauth/token"
    );
    assert_eq!(token.secret().expose(), "token-3");
    let hour = Duration::from_secs(1_700_000_000 + 3600);
    assert_eq!(token.expires_at(), Some(SystemTime::UNIX_EPOCH + hour));
    assert!(!format!("{token:?}").contains("token-3"));
}

#[tokio::test]
async fn an_expired_token_of_the_cache_is_not_used() {
    let (server, cache) = (token_server(), Shared::default());
    let (one, _) = client_at_rest(&server, account(&cache));
    call(&one).send().await.unwrap();
    let (two, clock) = client_at_rest(&server, account(&cache));
    clock.advance(3600);
    call(&two).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 2);
}

#[tokio::test]
async fn a_renewal_does_not_take_the_old_token_from_the_cache() {
    let (server, cache) = (token_server(), Shared::default());
    let (client, clock) = client_at_rest(&server, account(&cache));
    call(&client).send().await.unwrap();
    clock.advance(3500);
    call(&client).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 2);
}

#[tokio::test]
async fn revoking_empties_the_cache_and_tells_the_server_once() {
    let (server, cache) = (token_server(), Shared::default());
    let (client, _) = client_at_rest(&server, account(&cache));
    call(&client).send().await.unwrap();
    client.revoke_credentials().await.unwrap();
    assert!(cache.tokens.lock().unwrap().is_empty());
    assert_eq!(server.count(REVOCATION_PATH), 1);
}

#[tokio::test]
async fn a_cache_that_fails_is_not_passed_over() {
    let (server, cache) = (
        token_server(),
        Shared {
            fails: true,
            ..Shared::default()
        },
    );
    let (client, _) = client_at_rest(&server, account(&cache));
    let error = call(&client).send().await.unwrap_err();
    let expected = "the token cache failed <- the disk is gone";
    assert!(chain(&error).ends_with(expected), "{}", chain(&error));
    assert_eq!(server.count(TOKEN_PATH), 0);
}

#[test]
fn the_endpoint_moves_with_the_host_of_the_api() {
    let cases = [
        // Below the server of the document.
        (
            "https://a.test/t",
            "https://a.test",
            "https://b.test",
            "https://b.test/t",
        ),
        (
            "https://a.test/v1/t",
            "https://a.test/v1/",
            "https://b.test/x",
            "https://b.test/x/t",
        ),
        // Beside it.
        (
            "https://a.test/t",
            "https://a.test/v1",
            "https://b.test/x",
            "https://b.test/t",
        ),
        (
            "https://A.test/t",
            "https://a.test",
            "https://b.test",
            "https://b.test/t",
        ),
        // On another host, which may begin the same.
        (
            "https://a.test.evil/t",
            "https://a.test",
            "https://b.test",
            "https://a.test.evil/t",
        ),
        (
            "https://a.test:8443/t",
            "https://a.test",
            "https://b.test",
            "https://a.test:8443/t",
        ),
        (
            "https://login.test/t",
            "https://a.test",
            "https://b.test",
            "https://login.test/t",
        ),
        // Relative.
        (
            "/t",
            "https://a.test",
            "https://b.test/x",
            "https://b.test/t",
        ),
        ("/t", "", "https://b.test", "https://b.test/t"),
        ("", "", "https://b.test", ""),
    ];
    for (url, server, base_url, expected) in cases {
        assert_eq!(moved(url, server, base_url), expected, "{url} of {server}");
    }
    assert_eq!(
        revocation("https://a.test/oauth/token"),
        "https://a.test/oauth/revoke"
    );
}
