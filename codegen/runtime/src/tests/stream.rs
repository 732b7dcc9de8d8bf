//! Bodies of responses that are read as they come.

use std::time::Duration;

use futures_core::Stream;
use http::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::script::{Script, status, with_body};
use super::support::serve_once;
use crate::{ByteStream, Client, Error, Request, Retry};

fn get(client: &Client) -> Request {
    client.request(Method::GET, "/log")
}

async fn all(mut stream: ByteStream) -> Result<Vec<u8>, Error> {
    let mut all = Vec::new();
    while let Some(chunk) = stream.chunk().await? {
        all.extend(chunk);
    }
    Ok(all)
}

fn is_stream<T: Stream + Send + Unpin>(stream: T) -> T {
    stream
}

#[tokio::test]
async fn a_stream_has_no_limit_of_size_and_keeps_status_and_headers() {
    let answer = "HTTP/1.1 206 Partial Content\r\netag: \"a\"\r\ntransfer-encoding: chunked\r\n\r\n\
        3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    let (url, _served) = serve_once(answer.as_bytes().to_vec()).await;
    let builder = Client::builder().base_url(url).max_response_bytes(1);
    let response = get(&builder.build().unwrap()).send_stream().await.unwrap();
    assert_eq!(response.status(), 206);
    assert_eq!(response.headers()["etag"], "\"a\"");
    assert!(response.raw_body().is_empty());
    let stream = is_stream(response.into_body());
    assert_eq!(all(stream).await.unwrap(), b"abcde");
}

#[tokio::test]
async fn a_failure_is_read_whole() {
    let answers = [status(429), with_body(409, r#"{"errorCode":"X"}"#)];
    let script = Script::new(answers);
    let stream = get(&script.client(Retry::new())).send_stream().await;
    let error = stream.map(drop).unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((error.error_code(), error.attempts()), (Some("X"), 2));
}

#[tokio::test]
async fn a_call_is_tried_again_until_the_headers_have_come() {
    let script = Script::new([status(503), with_body(200, "abc")]);
    let stream = get(&script.client(Retry::new())).send_stream().await;
    let response = stream.unwrap();
    assert_eq!(response.attempts(), 2);
    assert_eq!(all(response.into_body()).await.unwrap(), b"abc");
    assert_eq!(script.requests().len(), 2);
}

/// Sends `begin`, and then nothing until the client has gone.
async fn half(begin: &'static str) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 1024];
        let _ = stream.read(&mut request).await;
        stream.write_all(begin.as_bytes()).await.unwrap();
        let _ = stream.read(&mut request).await;
    });
    Client::builder().base_url(url).build().unwrap()
}

#[tokio::test]
async fn a_chunk_that_does_not_come_is_a_timeout() {
    let client = half("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nabc").await;
    let call = get(&client).with_timeout(Duration::from_millis(50));
    let mut stream = call.send_stream().await.unwrap().into_body();
    assert_eq!(stream.chunk().await.unwrap().unwrap(), "abc");
    let error = stream.chunk().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        (error.to_string(), error.attempts()),
        ("GET /log: timed out".to_owned(), 1)
    );
}

#[tokio::test]
async fn a_body_that_breaks_off_is_no_end() {
    let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nabc".to_vec();
    let (url, _served) = serve_once(answer).await;
    let client = Client::builder().base_url(url).build().unwrap();
    let stream = get(&client).send_stream().await.unwrap().into_body();
    assert!(all(stream).await.is_err());
}
