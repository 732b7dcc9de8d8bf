//! HTTP Digest, against a server that does its own arithmetic.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use http::Method;
use http::header::AUTHORIZATION;
use md5::Md5;
use sha2::{Digest, Sha256};

use super::support::*;
use crate::{Body, DigestCredentials};

const USER: &str = "public";
const PASSWORD: &str = "hunter2";

fn key() -> DigestCredentials {
    DigestCredentials::new(USER, PASSWORD)
}

fn hash(algorithm: &str, text: &str) -> String {
    match algorithm {
        "MD5" => format!("{:x}", Md5::digest(text)),
        _ => format!("{:x}", Sha256::digest(text)),
    }
}

/// The parameters of an `Authorization: Digest` header.
fn params(request: &Request) -> Option<BTreeMap<String, String>> {
    let header = request.headers().get(AUTHORIZATION)?.to_str().unwrap();
    let params = header.strip_prefix("Digest ").unwrap().split(", ");
    let pairs = params.map(|it| it.split_once('=').unwrap());
    let plain = |value: &str| value.trim_matches('"').to_owned();
    Some(
        pairs
            .map(|(name, value)| (name.to_owned(), plain(value)))
            .collect(),
    )
}

/// What RFC 7616, 3.4.1, says that the response is.
fn expected(algorithm: &str, request: &Request, it: &BTreeMap<String, String>) -> String {
    let a1 = hash(algorithm, &format!("{USER}:{}:{PASSWORD}", it["realm"]));
    let a2 = hash(algorithm, &format!("{}:{}", request.method(), it["uri"]));
    let (nonce, nc, cnonce, qop) = (&it["nonce"], &it["nc"], &it["cnonce"], &it["qop"]);
    hash(algorithm, &format!("{a1}:{nonce}:{nc}:{cnonce}:{qop}:{a2}"))
}

/// Lets each nonce be used `life` times, and each count once.
fn digest_server(algorithm: &'static str, life: usize) -> (Server, Arc<AtomicUsize>) {
    let challenges = Arc::new(AtomicUsize::new(0));
    let issued = Arc::clone(&challenges);
    let used: Mutex<BTreeMap<String, Vec<String>>> = Mutex::default();
    let server = Server::new(move |request| {
        let mut used = used.lock().unwrap();
        let accepted = params(request).is_some_and(|it| {
            let target = request.uri().path_and_query().unwrap().as_str();
            let counts = used.entry(it["nonce"].clone()).or_default();
            let known = counts.len() < life && !counts.contains(&it["nc"]);
            counts.push(it["nc"].clone());
            let right = it["uri"] == target && it["response"] == expected(algorithm, request, &it);
            assert!(right, "{it:?}");
            known && it["username"] == USER && it["opaque"] == "o\\\"p"
        });
        if accepted {
            return response(200, &[], "");
        }
        let number = issued.fetch_add(1, Ordering::SeqCst) + 1;
        let challenge = format!(
            "Basic realm=\"a, b\", Digest realm=\"MMS Public API\", domain=\"\", \
             nonce=\"n{number}\", algorithm={algorithm}, qop=\"auth,auth-int\", opaque=\"o\\\"p\", \
             stale={}",
            number > 1
        );
        response(401, &[("www-authenticate", &challenge)], "")
    });
    (server, challenges)
}

#[tokio::test]
async fn ten_thousand_calls_pay_one_challenge_for_each_nonce() {
    let (server, challenges) = digest_server("MD5", 1000);
    let (client, _) = client_at_rest(&server, key());
    for _ in 0..10_000 {
        call(&client).send().await.unwrap();
    }
    assert_eq!(challenges.load(Ordering::SeqCst), 10);
    assert_eq!(server.count(THING_PATH), 10_010);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn clones_at_once_share_the_nonce_and_never_a_count() {
    let (server, challenges) = digest_server("SHA-256", usize::MAX);
    let (client, _) = client_at_rest(&server, key());
    let calls: Vec<_> = (0..200)
        .map(|_| tokio::spawn(call(&client.clone()).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(challenges.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_challenge_that_offers_integrity_protection_alone_is_not_kept() {
    let asked = AtomicUsize::new(0);
    let server = Server::new(move |request| {
        let qop = match asked.fetch_add(1, Ordering::SeqCst) {
            0 => "auth-int",
            _ if request.headers().contains_key(AUTHORIZATION) => return response(200, &[], ""),
            _ => "auth",
        };
        let challenge = format!("Digest realm=\"r\", nonce=\"n\", qop=\"{qop}\"");
        response(401, &[("www-authenticate", &challenge)], "")
    });
    let (client, _) = client_at_rest(&server, key());
    assert!(call(&client).send().await.unwrap_err().is_unauthorized());
    for _ in 0..2 {
        call(&client).send().await.unwrap();
    }
    assert_eq!(server.count(THING_PATH), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_call_succeeds_where_a_nonce_is_good_for_one_request() {
    let (server, _) = digest_server("MD5", 1);
    let (client, _) = client_at_rest(&server, key());
    let calls: Vec<_> = (0..50)
        .map(|_| tokio::spawn(call(&client).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let sent = server.count(THING_PATH);
    assert!(sent <= 2 * 50, "{sent}");
}

#[tokio::test]
async fn a_challenge_that_can_no_longer_be_answered_is_forgotten() {
    let asked = AtomicUsize::new(0);
    let server = Server::new(move |request| {
        let number = asked.fetch_add(1, Ordering::SeqCst);
        let is_answered = request.headers().contains_key(AUTHORIZATION);
        let challenge = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"";
        match number {
            0 => response(401, &[("www-authenticate", challenge)], ""),
            1 => response(200, &[], ""),
            // The server no longer uses Digest, and refuses whoever does.
            _ if is_answered => response(401, &[], ""),
            _ => response(200, &[], ""),
        }
    });
    let (client, _) = client_at_rest(&server, key());
    call(&client).send().await.unwrap();
    assert!(call(&client).send().await.unwrap_err().is_unauthorized());
    call(&client).send().await.unwrap();
}

#[tokio::test]
async fn a_first_call_that_fails_or_is_given_up_lets_the_others_go() {
    let (server, challenges) = digest_server("MD5", usize::MAX);
    let (client, _) = client_at_rest(&server, key());
    let first = tokio::spawn(call(&client).send());
    tokio::task::yield_now().await;
    first.abort();
    call(&client).send().await.unwrap();
    assert_eq!(challenges.load(Ordering::SeqCst), 1);

    let open = Server::new(|_| response(200, &[], ""));
    let (client, _) = client_at_rest(&open, key());
    let calls: Vec<_> = (0..50)
        .map(|_| tokio::spawn(call(&client).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(open.count(THING_PATH), 50);
}

#[tokio::test]
async fn the_body_is_sent_again() {
    let (server, _) = digest_server("SHA-256", 1);
    let (client, _) = client_at_rest(&server, key());
    call(&client).send().await.unwrap();
    let requests = server.requests_to(THING_PATH);
    assert_eq!(requests.len(), 2);
    assert!(requests.iter().all(|it| it.body() == "body"));
    assert!(requests[0].headers().get(AUTHORIZATION).is_none());
    let answer = params(&requests[1]).unwrap();
    assert_eq!((&*answer["nc"], &*answer["qop"]), ("00000001", "auth"));
    assert!(requests[1].headers()[AUTHORIZATION].is_sensitive());
}

#[tokio::test]
async fn a_wrong_password_is_tried_once() {
    let challenge = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"";
    let server = Server::new(move |_| response(401, &[("www-authenticate", challenge)], ""));
    let (client, _) = client_at_rest(&server, key());
    let error = call(&client).send().await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(server.count(THING_PATH), 2);
}

#[tokio::test]
async fn a_refusal_without_a_challenge_that_can_be_answered_is_final() {
    for challenge in [
        "Bearer",
        "Digest realm=\"r\"",
        "Digest realm=\"r\", nonce=\"n\", algorithm=WHIRLPOOL",
        "Digest realm=\"r",
        "",
    ] {
        let server = Server::new(move |_| response(401, &[("www-authenticate", challenge)], ""));
        let (client, _) = client_at_rest(&server, key());
        let error = call(&client).send().await.unwrap_err();
        assert!(error.is_unauthorized(), "{challenge}");
        assert_eq!(server.count(THING_PATH), 1, "{challenge}");
    }
}

#[tokio::test]
async fn a_challenge_of_one_host_is_not_answered_to_another() {
    let (server, _) = digest_server("MD5", usize::MAX);
    let credentials = key();
    for host in ["https://one.test", "https://two.test"] {
        let builder = server.builder().base_url(host);
        let client = builder.credentials(credentials.clone()).build().unwrap();
        call(&client).send().await.unwrap();
    }
    let requests = server.requests_to(THING_PATH);
    let answered = |it: &Request| it.headers().contains_key(AUTHORIZATION);
    let answered: Vec<_> = requests.iter().map(answered).collect();
    assert_eq!(answered, [false, true, false, true]);
}

#[test]
fn a_password_is_not_shown() {
    let shown = format!("{:?}", key());
    assert!(shown.contains(USER) && !shown.contains(PASSWORD), "{shown}");
}

/// A body that can be sent only once is not sent to be challenged.
#[tokio::test]
async fn a_stream_is_preceded_by_a_request_without_a_body() {
    let (server, _) = digest_server("MD5", 1);
    let client = server.builder().credentials(key()).build().unwrap();
    for _ in 0..2 {
        let request = client.request(Method::POST, "/light");
        let body = Body::reader(&b"abc"[..]);
        let response = request.body(body).send_bytes().await.unwrap();
        assert_eq!(response.status(), 200);
    }
    let methods: Vec<_> = server.requests_to("/light");
    let methods: Vec<_> = methods.iter().map(|it| it.method().as_str()).collect();
    assert_eq!(methods, ["HEAD", "POST", "HEAD", "POST"]);
}
