//! Refresh tokens: exchanged, rotated by the server, and redacted.

use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use http::header::AUTHORIZATION;

use super::support::*;
use crate::RefreshToken;

/// Rotates the refresh token from `grant-1` to `grant-2` and so on, and rejects the old ones and the first access token.
fn rotating_server() -> Server {
    let sold = AtomicUsize::new(1);
    Server::new(move |request| {
        let current = sold.load(Ordering::SeqCst);
        if request.uri().path() != TOKEN_PATH {
            let is_first = request.headers()[AUTHORIZATION] == "Bearer token-1";
            return response(if is_first { 401 } else { 200 }, &[], "");
        }
        let wanted = format!("grant_type=refresh_token&refresh_token=grant-{current}");
        if !request.body().starts_with(wanted.as_bytes()) {
            let description = String::from_utf8_lossy(request.body()).replace('"', "");
            let body = format!(
                r#"{{"error":"invalid_grant","error_description":"not valid: {description}"}}"#
            );
            return response(400, &[], &body);
        }
        sold.store(current + 1, Ordering::SeqCst);
        let body = format!(
            r#"{{"access_token":"token-{current}","refresh_token":"grant-{}"}}"#,
            current + 1
        );
        response(200, &[], &body)
    })
}

#[tokio::test]
async fn a_client_without_a_secret_sends_its_id_in_the_body() {
    let server = token_server();
    let credentials = RefreshToken::new("app 1", "r&1").with_scope("read write");
    let client = server.builder().credentials(credentials).build().unwrap();
    call(&client).send().await.unwrap();
    let request = &server.requests_to(TOKEN_PATH)[0];
    assert!(!request.headers().contains_key(AUTHORIZATION));
    assert_eq!(
        request.body(),
        "grant_type=refresh_token&refresh_token=r%261&scope=read%20write&client_id=app%201"
    );
    let thing = &server.requests_to(THING_PATH)[0];
    assert_eq!(thing.headers()[AUTHORIZATION], "Bearer token-1");
}

#[tokio::test]
async fn a_client_with_a_secret_sends_it_in_the_header() {
    let server = token_server();
    let credentials = RefreshToken::new("id:1", "r1").with_client_secret("s e");
    let client = server.builder().credentials(credentials).build().unwrap();
    call(&client).send().await.unwrap();
    let request = &server.requests_to(TOKEN_PATH)[0];
    // `id%3A1:s%20e`
    assert_eq!(request.headers()[AUTHORIZATION], "Basic aWQlM0ExOnMlMjBl");
    assert_eq!(request.body(), "grant_type=refresh_token&refresh_token=r1");
}

#[tokio::test]
async fn a_rotated_token_is_stored_and_used() {
    let server = rotating_server();
    let stored = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&stored);
    let credentials = RefreshToken::new("app", "grant-1")
        .on_rotation(move |token| sink.lock().unwrap().push(token.expose().to_owned()));
    let client = server.builder().credentials(credentials.clone());
    // The first access token is rejected, so that a second one is fetched.
    call(&client.build().unwrap()).send().await.unwrap();
    assert_eq!(*stored.lock().unwrap(), ["grant-2", "grant-3"]);
    assert_eq!(server.count(TOKEN_PATH), 2);
    // Clones share the token.
    let other = server.builder().credentials(credentials).build().unwrap();
    call(&other).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 2);
}

#[tokio::test]
async fn another_token_endpoint_does_not_receive_a_rotated_token() {
    let server = Server::new(|request| {
        let body = r#"{"access_token":"token","refresh_token":"grant-2","expires_in":0}"#;
        let is_token = request.uri().path() == TOKEN_PATH;
        response(200, &[], if is_token { body } else { "" })
    });
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let credentials = RefreshToken::new("app", "grant-1").on_rotation(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    for host in ["https://one.test", "https://one.test", "https://two.test"] {
        let builder = server.builder().base_url(host);
        let client = builder.credentials(credentials.clone()).build().unwrap();
        call(&client).send().await.unwrap();
    }
    let requests = server.requests_to(TOKEN_PATH);
    let sent = requests.iter().map(|it| {
        let body = String::from_utf8_lossy(it.body());
        let (_, token) = body.split_once("refresh_token=").unwrap();
        let (token, _) = token.split_once('&').unwrap();
        format!("{} {token}", it.uri().host().unwrap())
    });
    let sent: Vec<_> = sent.collect();
    assert_eq!(
        sent,
        ["one.test grant-1", "one.test grant-2", "two.test grant-1"]
    );
    // The second answer of the first host has the same token again.
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_rotated_token_is_stored_even_if_the_access_token_is_missing() {
    let server = Server::new(|_| response(200, &[], r#"{"refresh_token":"grant-2"}"#));
    let stored = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&stored);
    let credentials = RefreshToken::new("app", "grant-1")
        .on_rotation(move |token| sink.lock().unwrap().push(token.expose().to_owned()));
    let client = server.builder().credentials(credentials).build().unwrap();
    assert!(call(&client).send().await.is_err());
    assert_eq!(*stored.lock().unwrap(), ["grant-2"]);
}

#[tokio::test]
async fn a_refresh_token_that_is_refused_fails_the_call() {
    let server = rotating_server();
    let credentials = RefreshToken::new("app", "grant-0");
    let client = server.builder().credentials(credentials).build().unwrap();
    let error = call(&client).send().await.unwrap_err();
    let cause = error.source().unwrap().to_string();
    let expected = "the token endpoint returned 400 Bad Request: invalid_grant: not valid: \
                    grant_type=refresh_token&refresh_token=[redacted]&client_id=app";
    assert_eq!(cause, expected);
    assert_eq!(server.count(TOKEN_PATH), 1);
    assert_eq!(server.count(THING_PATH), 0);
}

#[tokio::test]
async fn an_error_that_quotes_the_request_contains_no_secret() {
    // A token that is percent-encoded in the body, and one that contains the secret of the client.
    for (token, secret) in [("1//one", "hush"), ("hush-one", "hush")] {
        let credentials = RefreshToken::new("app", token).with_client_secret(secret);
        let server = rotating_server();
        let client = server.builder().credentials(credentials).build().unwrap();
        let error = call(&client).send().await.unwrap_err();
        let cause = error.source().unwrap().to_string();
        let expected = "the token endpoint returned 400 Bad Request: invalid_grant: not valid: \
                        grant_type=refresh_token&refresh_token=[redacted]";
        assert_eq!(cause, expected);
    }
}

#[test]
fn secrets_are_not_printed() {
    let credentials = RefreshToken::new("app", "grant-1").with_client_secret("hush");
    let text = format!("{credentials:?}");
    assert_eq!(
        text,
        r#"RefreshToken { client_id: "app", scope: None, .. }"#
    );
}

#[tokio::test]
async fn only_requests_that_were_not_processed_are_repeated() {
    for (status, requests) in [(429, 2), (503, 2), (502, 1), (504, 1)] {
        let count = AtomicUsize::new(0);
        let server = Server::new(move |request| {
            if request.uri().path() != TOKEN_PATH {
                return response(200, &[], "");
            }
            match count.fetch_add(1, Ordering::SeqCst) {
                0 => response(status, &[("retry-after", "0")], ""),
                _ => token(1),
            }
        });
        let credentials = RefreshToken::new("app", "grant-1");
        let client = server.builder().credentials(credentials).build().unwrap();
        let sent = call(&client).send().await;
        assert_eq!(sent.is_ok(), requests == 2, "{status}");
        assert_eq!(server.count(TOKEN_PATH), requests, "{status}");
    }
}
