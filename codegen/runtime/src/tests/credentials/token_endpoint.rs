//! Token endpoints that are busy, wrong or gone.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::support::*;
use crate::{ClientCredentials, Error, Retry, TokenError, TransportError, TransportErrorKind};

fn account() -> ClientCredentials {
    ClientCredentials::new("id", "hunter2")
}

/// Answers the first requests for a token with `first`, and then sells one.
fn late(count: usize, first: impl Fn() -> Response + Send + Sync + 'static) -> Server {
    let asked = AtomicUsize::new(0);
    Server::new(move |request| match request.uri().path() {
        TOKEN_PATH if asked.fetch_add(1, Ordering::SeqCst) < count => first(),
        TOKEN_PATH => token(1),
        _ => response(200, &[], ""),
    })
}

fn token_error(error: &Error) -> &TokenError {
    let source = error.source().unwrap();
    source.downcast_ref().unwrap()
}

#[tokio::test]
async fn a_busy_token_endpoint_is_asked_again_when_it_says_so() {
    let atlas = r#"{"errorCode":"RATE_LIMITED_TOKEN_BUCKET","parameters":["oauth",20]}"#;
    let cases = [
        ("30", "", 30.0),
        ("", atlas, 20.0),
        // One second, half of which again is jitter.
        ("", "<html>", 1.5),
    ];
    for (header, body, wait) in cases {
        let server = late(1, move || response(429, &[("retry-after", header)], body));
        let (client, clock) = client_at_rest(&server, account());
        call(&client).send().await.unwrap();
        assert_eq!(clock.waited(), [wait]);
        assert_eq!(server.count(TOKEN_PATH), 2);
    }
}

#[tokio::test]
async fn a_wait_that_a_call_has_no_time_for_is_an_error_for_as_long_as_it_lasts() {
    let server = late(1, || response(429, &[("retry-after", "200")], ""));
    let (client, clock) = client_at_rest(&server, account());
    for _ in 0..3 {
        let error = call(&client).send().await.unwrap_err();
        let source = token_error(&error);
        assert_eq!(source.status().unwrap(), 429);
        assert_eq!(source.retry_after(), Some(Duration::from_secs(200)));
    }
    assert_eq!((server.count(TOKEN_PATH), server.count(THING_PATH)), (1, 0));
    clock.advance(200);
    call(&client).send().await.unwrap();
    assert_eq!(clock.waited(), [] as [f64; 0]);
}

#[tokio::test]
async fn fifty_calls_wait_for_a_busy_token_endpoint_as_one() {
    let server = late(1, || response(429, &[("retry-after", "30")], ""));
    let (client, _) = client_at_rest(&server, account());
    let calls: Vec<_> = (0..50)
        .map(|_| tokio::spawn(call(&client).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(
        (server.count(TOKEN_PATH), server.count(THING_PATH)),
        (2, 50)
    );
}

#[tokio::test]
async fn a_call_with_less_time_does_not_wait_for_one_with_more() {
    let server = late(1, || response(429, &[("retry-after", "30")], ""));
    let (client, clock) = client_at_rest(&server, account());
    let short = Retry::new().deadline(Duration::from_secs(30));
    let error = call(&client).with_retry(short).send().await.unwrap_err();
    assert_eq!(token_error(&error).status().unwrap(), 429);
    assert_eq!(clock.waited(), [] as [f64; 0]);
    call(&client).send().await.unwrap();
    assert_eq!(clock.waited(), [30.0]);
}

#[tokio::test]
async fn a_token_endpoint_that_asks_for_an_age_is_asked_after_an_hour() {
    let age = "18446744073709551615";
    let server = late(1, move || response(429, &[("retry-after", age)], ""));
    let (client, clock) = client_at_rest(&server, account());
    call(&client).send().await.unwrap_err();
    clock.advance(3600);
    call(&client).send().await.unwrap();
}

#[tokio::test]
async fn a_token_endpoint_that_stays_busy_is_left_alone_in_the_end() {
    let server = late(usize::MAX, || response(503, &[], ""));
    let (client, clock) = client_at_rest(&server, account());
    let error = call(&client).send().await.unwrap_err();
    assert_eq!(token_error(&error).status().unwrap(), 503);
    assert_eq!(clock.waited(), [1.5, 3.0, 6.0]);
    assert_eq!(server.count(TOKEN_PATH), 4);
}

#[tokio::test]
async fn fifty_calls_ask_a_token_endpoint_that_stays_busy_as_often_as_one() {
    let server = late(usize::MAX, || response(503, &[], ""));
    let (client, _) = client_at_rest(&server, account());
    for episode in 1..=2 {
        let calls: Vec<_> = (0..50)
            .map(|_| tokio::spawn(call(&client).send()))
            .collect();
        for call in calls {
            let error = call.await.unwrap().unwrap_err();
            assert_eq!(token_error(&error).status().unwrap(), 503);
        }
        assert_eq!(server.count(TOKEN_PATH), 4 * episode);
    }
}

#[tokio::test]
async fn a_life_of_any_form_is_understood() {
    // The times that a token is asked for by two calls now, two after an hour and two after another one.
    let cases = [
        ("3600", [1, 2, 3]),
        ("\"3600\"", [1, 2, 3]),
        ("\" 3600.5 \"", [1, 2, 3]),
        ("7200", [1, 1, 2]),
        ("0", [2, 4, 6]),
        ("-1", [2, 4, 6]),
        ("\"-1\"", [2, 4, 6]),
        ("null", [1, 1, 1]),
        ("1e300", [1, 1, 1]),
        ("18446744073709551615", [1, 1, 1]),
        ("\"NaN\"", [1, 1, 1]),
        ("\"soon\"", [1, 1, 1]),
        ("{}", [1, 1, 1]),
    ];
    for (life, expected) in cases {
        let body = format!(r#"{{"access_token":"t","expires_in":{life},"token_type":null}}"#);
        let server = late(usize::MAX, move || response(200, &[], &body));
        let (client, clock) = client_at_rest(&server, account());
        for count in expected {
            for _ in 0..2 {
                call(&client).send().await.unwrap();
            }
            assert_eq!(server.count(TOKEN_PATH), count, "{life}");
            clock.advance(3601);
        }
    }
}

#[tokio::test]
async fn a_token_whose_life_is_over_at_once_does_for_all_who_have_waited_for_it() {
    let body = r#"{"access_token":"t","expires_in":0}"#;
    let server = late(usize::MAX, move || response(200, &[], body));
    let (client, _) = client_at_rest(&server, account());
    let calls: Vec<_> = (0..50)
        .map(|_| tokio::spawn(call(&client).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.count(TOKEN_PATH), 1);
}

#[tokio::test]
async fn a_token_that_no_header_can_hold_is_not_kept() {
    for text in ["a\\nb", "a\\u0000", "\u{fc}", ""] {
        let body = format!(r#"{{"access_token":"{text}","expires_in":3600}}"#);
        let server = late(1, move || response(200, &[], &body));
        let (client, _) = client_at_rest(&server, account());
        let error = chain(&call(&client).send().await.unwrap_err());
        let reason = "`access_token` is empty or contains a character that is invalid in headers";
        assert!(error.ends_with(reason), "{error}");
        call(&client).send().await.unwrap();
        assert_eq!(server.count(TOKEN_PATH), 2);
    }
}

#[tokio::test]
async fn concurrent_calls_share_the_error_of_a_wrong_secret() {
    let refusal = r#"{"error":"invalid_client","error_description":"No such\nclient."}"#;
    let server = late(usize::MAX, move || response(401, &[], refusal));
    let (client, _) = client_at_rest(&server, account());
    let calls: Vec<_> = (0..50)
        .map(|_| tokio::spawn(call(&client).send()))
        .collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert!(error.is_not_sent());
        assert_eq!(token_error(&error).code(), Some("invalid_client"));
        assert_eq!(
            chain(&error),
            "getThing: the credentials could not be added <- the token endpoint returned \
             401 Unauthorized: invalid_client: No such client."
        );
        assert!(!format!("{error:?}").contains("hunter2"));
    }
    assert_eq!(server.count(TOKEN_PATH), 1);
    call(&client).send().await.unwrap_err();
    assert_eq!(server.count(TOKEN_PATH), 2);
}

#[tokio::test]
async fn a_response_without_a_token_is_an_error_with_its_reason() {
    let cases = [
        ("<html>", "the body is not JSON"),
        ("{}", "`access_token` is missing"),
        (r#"{"access_token":7}"#, "`access_token` is missing"),
        (
            r#"{"access_token":"t","token_type":"mac"}"#,
            "`token_type` is not `Bearer`",
        ),
    ];
    for (body, reason) in cases {
        let server = late(1, move || response(200, &[], body));
        let (client, _) = client_at_rest(&server, account());
        let error = call(&client).send().await.unwrap_err();
        assert!(chain(&error).ends_with(reason), "{}", chain(&error));
    }
}

#[tokio::test]
async fn a_token_that_never_expires_is_kept() {
    let server = late(1, || response(200, &[], r#"{"access_token":"t"}"#));
    let (client, clock) = client_at_rest(&server, account());
    call(&client).send().await.unwrap();
    clock.advance(1_000_000);
    call(&client).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 1);
}

#[tokio::test]
async fn a_connection_that_fails_is_tried_again_and_a_timeout_is_not() {
    for (kind, asked) in [
        (TransportErrorKind::Connect, 4),
        (TransportErrorKind::Timeout, 1),
    ] {
        let server = Server::failing(move |_| Err(TransportError::new(kind)));
        let (client, _) = client_at_rest(&server, account());
        let error = call(&client).send().await.unwrap_err();
        let text = chain(&error);
        assert!(
            text.contains("the token endpoint did not respond"),
            "{text}"
        );
        assert_eq!(server.count(TOKEN_PATH), asked, "{kind:?}");
    }
}

#[tokio::test]
async fn a_good_token_outlives_a_token_endpoint_that_fails() {
    let sold = AtomicUsize::new(0);
    let server = Server::new(move |request| match request.uri().path() {
        TOKEN_PATH if sold.fetch_add(1, Ordering::SeqCst) == 0 => token(1),
        TOKEN_PATH => response(500, &[], ""),
        _ => response(200, &[], ""),
    });
    let (client, clock) = client_at_rest(&server, account());
    call(&client).send().await.unwrap();
    clock.advance(3400);
    for _ in 0..10 {
        call(&client).send().await.unwrap();
    }
    // Once, and again only after half a minute.
    assert_eq!(server.count(TOKEN_PATH), 2);
    clock.advance(30);
    call(&client).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 3);
    clock.advance(200);
    let error = call(&client).send().await.unwrap_err();
    assert_eq!(token_error(&error).status().unwrap(), 500);
}

#[tokio::test]
async fn one_exchange_takes_no_longer_than_the_call_may() {
    let server = late(0, || response(500, &[], ""));
    let (client, clock) = client_at_rest(&server, account());
    let short = call(&client).with_timeout(Duration::from_secs(7));
    short.send().await.unwrap();
    assert_eq!(clock.timers.lock().unwrap()[0], Duration::from_secs(7));
}

#[tokio::test]
async fn a_purchase_that_is_given_up_is_taken_over() {
    let server = late(0, || response(500, &[], ""));
    let (client, _) = client_at_rest(&server, account());
    let first = tokio::spawn(call(&client).send());
    tokio::task::yield_now().await;
    first.abort();
    call(&client).send().await.unwrap();
    assert_eq!(server.count(THING_PATH), 1);
}
