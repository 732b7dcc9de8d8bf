use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::script::{Answer, Script, status, with_body, with_header};
use super::support::create;
use crate::{Client, Error, Retry, TransportErrorKind};

const AWS: &str = r#"{"cloudProvider":"AWS"}"#;
const LIMITED: &str =
    r#"{"errorCode":"RATE_LIMITED_TOKEN_BUCKET","parameters":["api/atlas/v2/orgs",55,10,5,60]}"#;

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

/// Each failure, and whether another attempt is made of a `POST` and of a `GET`.
fn failures() -> [(Answer, bool, bool); 16] {
    use TransportErrorKind::{Connect, Other, ResponseTooLarge, Timeout};
    let hidden = with_body(400, r#"{"errorCode":"INVITATIONS_RATE_LIMITED_IP"}"#);
    [
        (status(429), true, true),
        (hidden, true, true),
        (with_header(503, "retry-after", "1"), true, true),
        (Answer::Fails(Connect), true, true),
        (status(503), false, true),
        (status(502), false, true),
        (status(504), false, true),
        (status(408), false, true),
        (with_header(502, "retry-after", "1"), false, true),
        (Answer::Fails(Timeout), false, true),
        (Answer::Fails(Other), false, true),
        (Answer::Fails(ResponseTooLarge), false, false),
        (status(400), false, false),
        (status(409), false, false),
        (status(500), false, false),
        (status(302), false, false),
    ]
}

async fn get(client: &Client, retry: Retry) -> Result<(), Error> {
    let request = client.request(Method::GET, "/api").with_retry(retry);
    request.send_bytes().await.map(drop)
}

async fn post(client: &Client) -> Result<(), Error> {
    create(client).send().await.map(drop)
}

#[tokio::test]
async fn a_call_is_sent_again_only_where_that_does_no_harm() {
    for (answer, post_again, get_again) in failures() {
        let script = || Script::new([answer.clone(), with_body(200, AWS)]);
        let (posts, gets, safe_posts) = (script(), script(), script());
        let posted = post(&posts.client(Retry::new())).await;
        assert_eq!(posted.is_ok(), post_again, "POST {answer:?}");
        assert_eq!(posts.requests().len(), 1 + usize::from(post_again));
        let got = get(&gets.client(Retry::off()), Retry::new()).await;
        assert_eq!(got.is_ok(), get_again, "GET {answer:?}");
        assert_eq!(gets.requests().len(), 1 + usize::from(get_again));
        let posted = post(&safe_posts.client(Retry::new().repeatable(true))).await;
        assert_eq!(posted.is_ok(), get_again, "POST as GET {answer:?}");
    }
}

#[tokio::test]
async fn methods_that_are_idempotent_are_sent_again() {
    for (method, again) in [
        (Method::GET, true),
        (Method::HEAD, true),
        (Method::OPTIONS, true),
        (Method::PUT, true),
        (Method::DELETE, true),
        (Method::POST, false),
        (Method::PATCH, false),
    ] {
        let script = Script::new([status(502), status(200)]);
        let request = script.client(Retry::new()).request(method.clone(), "/api");
        assert_eq!(request.send_bytes().await.is_ok(), again, "{method}");
    }
}

#[tokio::test]
async fn every_attempt_sends_the_same_request() {
    let script = Script::new([status(429), status(429), with_body(200, AWS)]);
    let response = create(&script.client(Retry::new())).send_with_meta().await;
    let requests = script.requests();
    assert_eq!((response.unwrap().attempts(), requests.len()), (3, 3));
    for request in &requests[1..] {
        assert_eq!(request.uri(), requests[0].uri());
        assert_eq!(request.headers(), requests[0].headers());
        assert_eq!(request.body(), requests[0].body());
    }
}

#[tokio::test]
async fn attempts_are_counted_and_end() {
    let retry = Retry::new().deadline(None);
    for (retry, attempts) in [
        (retry.clone().max_attempts(40), 40),
        (retry, 4),
        (Retry::new().max_attempts(0), 1),
        (Retry::off(), 1),
    ] {
        let script = Script::new([with_body(429, r#"{"errorCode":"X"}"#)]);
        let error = post(&script.client(retry)).await.unwrap_err();
        assert_eq!(script.requests().len(), attempts as usize);
        assert_eq!(script.sleeps().len(), attempts as usize - 1);
        assert_eq!(error.attempts(), attempts);
        let suffix = match attempts {
            1 => String::new(),
            _ => format!(" (after {attempts} attempts)"),
        };
        let text = format!("createPrivateEndpoint: 429 Too Many Requests: X{suffix}");
        assert_eq!(error.to_string(), text);
    }
}

#[tokio::test]
async fn the_last_failure_is_the_error() {
    let script = Script::new([status(429), status(409)]);
    let error = post(&script.client(Retry::new())).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.attempts(), 2);
    let script = Script::new([
        status(429),
        with_body(200, r#"{"cloudProvider":"AWS","deleteRequested":1}"#),
    ]);
    let error = post(&script.client(Retry::new())).await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn a_wait_is_what_the_server_asks_and_a_random_part_of_the_backoff() {
    let date = with_header(503, "retry-after", "Sun, 06 Nov 1994 08:50:07 GMT");
    for (answer, jitter, waits) in [
        (status(429), 1.0, [0.5, 1.0, 2.0]),
        (status(429), 0.5, [0.25, 0.5, 1.0]),
        (status(429), 0.0, [0.0, 0.0, 0.0]),
        (with_header(429, "retry-after", "7"), 0.0, [7.0, 7.0, 7.0]),
        (with_header(503, "retry-after", "7"), 1.0, [7.5, 8.0, 9.0]),
        (date, 0.0, [30.0, 30.0, 30.0]),
        (with_body(429, LIMITED), 0.0, [55.0, 55.0, 55.0]),
        (
            with_header(429, "retry-after", "soon"),
            1.0,
            [0.5, 1.0, 2.0],
        ),
    ] {
        let script = Script::with([answer.clone()], Duration::ZERO, jitter);
        post(&script.client(Retry::new())).await.unwrap_err();
        assert_eq!(script.sleeps(), waits.map(seconds), "{answer:?}");
    }
}

#[tokio::test]
async fn the_backoff_has_a_ceiling() {
    let retry = Retry::new().deadline(None).max_attempts(40);
    let script = Script::new([status(429)]);
    let backoff = retry.backoff(seconds(1.0), seconds(5.0));
    post(&script.client(backoff)).await.unwrap_err();
    let sleeps = script.sleeps();
    assert_eq!(sleeps[..4], [1.0, 2.0, 4.0, 5.0].map(seconds));
    assert!(sleeps[4..].iter().all(|sleep| *sleep == seconds(5.0)));
    let retry = Retry::new().backoff(Duration::MAX, Duration::MAX);
    let error = post(&script.client(retry)).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_wait_past_the_deadline_fails_at_once_and_keeps_the_answer() {
    let script = Script::new([with_header(429, "retry-after", "3600")]);
    let error = post(&script.client(Retry::new())).await.unwrap_err();
    assert_eq!((script.requests().len(), script.sleeps().len()), (1, 0));
    assert_eq!(error.retry_after(), Some(seconds(3600.0)));
    // No wait is too long for the type that holds it.
    let script = Script::new([with_header(429, "retry-after", "18446744073709551615")]);
    post(&script.client(Retry::new())).await.unwrap_err();
    assert!(script.sleeps().is_empty());
}

#[tokio::test]
async fn no_attempt_takes_longer_than_what_is_left() {
    let script = Script::with([Answer::Hangs], Duration::ZERO, 0.0);
    let retry = Retry::new().deadline(seconds(100.0)).max_attempts(10);
    let error = get(&script.client(Retry::off()), retry.clone())
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.attempts(), 2);
    assert_eq!(script.timeouts(), [60.0, 40.0].map(seconds));
    let script = Script::new([Answer::Hangs]);
    let builder = script.builder().retry(retry).timeout(None);
    post(&builder.build().unwrap()).await.unwrap_err();
    assert_eq!(script.timeouts(), [seconds(100.0)]);
}

#[tokio::test]
async fn a_call_has_its_own_way() {
    let script = Script::new([Answer::Hangs]);
    let client = script.client(Retry::new());
    let call = create(&client).with_retry(Retry::off());
    let error = call.with_timeout(seconds(3.0)).send().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    let request = client.request(Method::GET, "/").with_retry(Retry::off());
    let error = request
        .with_timeout(seconds(4.0))
        .send_bytes()
        .await
        .unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert_eq!(script.timeouts(), [3.0, 4.0].map(seconds));
}

#[tokio::test]
async fn a_failure_in_an_envelope_is_a_failure() {
    let wrapped = with_body(
        200,
        r#"{"status":429,"content":{"errorCode":"RATE_LIMITED"}}"#,
    );
    let done = with_body(200, r#"{"status":200,"content":{"cloudProvider":"AWS"}}"#);
    let script = Script::new([wrapped, done]);
    let call = create(&script.client(Retry::new())).envelope(true);
    assert_eq!(call.send_with_meta().await.unwrap().attempts(), 2);
}

#[tokio::test]
async fn what_cannot_be_sent_is_not_tried() {
    let script = Script::new([status(200)]);
    let request = script.client(Retry::new()).request(Method::GET, "api");
    let error = request.send_bytes().await.unwrap_err();
    assert_eq!((error.attempts(), script.requests().len()), (0, 0));
    assert!(error.is_not_sent());
}

/// Counts requests: answers the first one and keeps the connection, and hangs up on any other.
async fn hang_up(listener: TcpListener, requests: Arc<AtomicUsize>) -> std::io::Result<()> {
    let length = AWS.len();
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{AWS}");
    loop {
        let (mut stream, _) = listener.accept().await?;
        let mut buffer = vec![0; 64 * 1024];
        while stream.read(&mut buffer).await? > 0 {
            if requests.fetch_add(1, Ordering::Relaxed) > 0 {
                break;
            }
            stream.write_all(answer.as_bytes()).await?;
        }
    }
}

#[tokio::test]
async fn a_post_whose_connection_breaks_is_sent_once() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    tokio::spawn(hang_up(listener, requests.clone()));
    let client = Client::builder().base_url(url).build().unwrap();
    post(&client).await.unwrap();
    let error = post(&client).await.unwrap_err();
    assert!(error.is_retryable() && !error.is_connect(), "{error:?}");
    assert_eq!(error.attempts(), 1);
    assert_eq!(requests.load(Ordering::Relaxed), 2);
    // The same failure of a method that is idempotent.
    let quick = Retry::new().backoff(Duration::ZERO, Duration::ZERO);
    let error = get(&client, quick).await.unwrap_err();
    assert_eq!(error.attempts(), 4);
    assert_eq!(requests.load(Ordering::Relaxed), 2 + 4);
}
