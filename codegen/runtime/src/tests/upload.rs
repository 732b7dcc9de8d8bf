//! Bodies of requests that are streams.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use futures_core::Stream;
use http::Method;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::support::Memory;
use crate::testing::{Answer, InMemory};
use crate::{Body, Client, DigestCredentials, Request, Retry, TransportErrorKind};

/// Gives one part after the other.
struct Parts(VecDeque<&'static str>);

impl Stream for Parts {
    type Item = Result<&'static str, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

fn parts() -> Body {
    Body::stream(Parts(["ab", "c"].into()))
}

fn client(server: &InMemory) -> Client {
    let builder = Client::builder().base_url("https://example.test");
    builder.transport(server.clone()).build().unwrap()
}

fn put(client: &Client, body: Body) -> Request {
    client.request(Method::PUT, "/file").body(body)
}

#[tokio::test]
async fn a_stream_is_sent() {
    let server = InMemory::new();
    let stub = server.on_request(&Method::PUT, "/file");
    stub.respond_with(|_| Answer::new(200, ""));
    for body in [
        parts(),
        Body::reader(&b"abc"[..]),
        parts().with_length(3),
        "abc".into(),
    ] {
        put(&client(&server), body).send_bytes().await.unwrap();
    }
    for request in server.requests() {
        assert_eq!(request.body(), "abc");
    }
}

/// A server that reads one request to its `end`, and gives its base URL and what it has read.
async fn reads_to(end: &'static str) -> (String, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut text = String::new();
        while !text.ends_with(end) {
            let mut part = [0; 1024];
            let count = stream.read(&mut part).await.unwrap();
            text.push_str(std::str::from_utf8(&part[..count]).unwrap());
        }
        let answer = b"HTTP/1.1 204 No Content\r\n\r\n";
        stream.write_all(answer).await.unwrap();
        text
    });
    (url, served)
}

#[tokio::test]
async fn a_stream_goes_over_the_network_with_its_length_or_in_chunks() {
    let chunks = "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n";
    for (body, header, end) in [
        (parts(), "transfer-encoding: chunked\r\n", chunks),
        (
            parts().with_length(3),
            "content-length: 3\r\n",
            "\r\n\r\nabc",
        ),
    ] {
        let (url, served) = reads_to(end).await;
        let client = Client::builder().base_url(url).build().unwrap();
        put(&client, body).send_bytes().await.unwrap();
        let request = served.await.unwrap();
        assert!(request.contains(header), "{request}");
    }
}

#[tokio::test]
async fn a_stream_of_another_length_breaks_off() {
    let (url, _served) = reads_to("abcd").await;
    let builder = Client::builder().base_url(url);
    let body = parts().with_length(4);
    let error = put(&builder.build().unwrap(), body).send_bytes().await;
    assert!(!error.unwrap_err().is_connect());
}

#[tokio::test]
async fn a_stream_that_has_begun_is_not_sent_again() {
    let server = InMemory::new();
    let stub = server.on_request(&Method::PUT, "/file");
    stub.respond_with(|_| Answer::new(503, ""));
    let call = put(&client(&server), parts());
    let error = call.clone().send_bytes().await.unwrap_err();
    assert_eq!((error.attempts(), stub.requests().len()), (1, 1));
    // The clone has the same stream.
    assert!(call.send_bytes().await.is_err());
    assert_eq!(stub.requests().len(), 1);
}

#[tokio::test]
async fn a_stream_that_has_not_begun_is_sent_again() {
    // A server that is not there reads nothing.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let retry = Retry::new().backoff(std::time::Duration::ZERO, std::time::Duration::ZERO);
    let builder = Client::builder().base_url(url).retry(retry.max_attempts(2));
    let error = put(&builder.build().unwrap(), parts()).send_bytes().await;
    let error = error.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn no_test_waits() {
    let server = InMemory::new();
    let stub = server.on_request(&Method::PUT, "/file");
    let header = http::HeaderValue::from_static("60");
    stub.reply(Answer::new(429, "").header(http::header::RETRY_AFTER, header));
    stub.reply(Answer::error(TransportErrorKind::Connect));
    stub.reply(Answer::new(200, ""));
    let call = put(&client(&server), "abc".into());
    assert_eq!(call.send_bytes().await.unwrap().attempts(), 3);
    assert!(server.waited().as_secs() >= 60);
}

#[test]
fn a_stream_is_shown_by_its_size() {
    let request = put(&Memory::json(200, "").client(), parts().with_length(3));
    assert!(format!("{request:?}").contains("Body { bytes: Some(3), .. }"));
    assert!(request.to_curl().unwrap().contains("--data-binary @-"));
}

#[tokio::test]
async fn a_stream_is_not_spent_on_a_challenge() {
    let server = InMemory::new();
    let issued = AtomicUsize::new(0);
    let stub = server.on_request(&Method::HEAD, "/file");
    stub.respond_with(move |_| {
        let number = issued.fetch_add(1, Ordering::SeqCst);
        let challenge = format!("Digest realm=\"r\", nonce=\"n{number}\", qop=\"auth\"");
        Answer::new(401, "").header(WWW_AUTHENTICATE, challenge.parse().unwrap())
    });
    let stub = server.on_request(&Method::PUT, "/file");
    stub.respond_with(|request| {
        let is_proven = request.headers().contains_key(AUTHORIZATION);
        Answer::new(if is_proven { 200 } else { 401 }, "")
    });
    let builder = Client::builder().base_url("https://example.test");
    let builder = builder.credentials(DigestCredentials::new("user", "password"));
    let client = builder.transport(server.clone()).build().unwrap();
    for _ in 0..2 {
        put(&client, parts()).send_bytes().await.unwrap();
    }
    let requests = server.requests();
    let sent: Vec<_> = requests
        .iter()
        .map(|it| (it.method(), &it.body()[..]))
        .collect();
    let (question, file) = ((&Method::HEAD, &b""[..]), (&Method::PUT, &b"abc"[..]));
    assert_eq!(sent, [question, file, question, file]);
    // A challenge that is a while old may not do any more, so each stream has its own.
    let answers = requests
        .iter()
        .filter_map(|it| it.headers().get(AUTHORIZATION));
    let answers: Vec<_> = answers.map(|it| it.to_str().unwrap()).collect();
    let nonces: Vec<_> = answers
        .iter()
        .map(|it| it.contains("nonce=\"n0\""))
        .collect();
    assert_eq!(nonces, [true, false]);
}
