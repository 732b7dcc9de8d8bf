//! Calls of programs that are not asynchronous, to a server on another thread.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use super::paging::numbered;
use super::support::create;
use super::waiting::wait_until_done;
use crate::blocking::{Block, BlockIter};
use crate::{Client, Error, Retry, Wait};

/// Answers each connection with the next of these, and returns the first lines of the requests.
fn serve<const N: usize>(answers: [&'static str; N]) -> (Client, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let served = thread::spawn(move || {
        let answers = answers.into_iter();
        let requests = answers.map(|answer| {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = vec![0; 64 * 1024];
            let count = stream.read(&mut request).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            let request = String::from_utf8_lossy(&request[..count]).into_owned();
            request.lines().next().unwrap_or_default().to_owned()
        });
        requests.collect()
    });
    let client = Client::builder().base_url(url).retry(Retry::off());
    (client.build().unwrap(), served)
}

/// A response that closes its connection.
macro_rules! answer {
    ($status:literal, $body:literal) => {
        concat!(
            "HTTP/1.1 ",
            $status,
            "\r\nconnection: close\r\ncontent-type: application/json\r\n\r\n",
            $body
        )
    };
}

#[test]
fn a_call_returns_its_result() {
    let (client, served) = serve([
        answer!("404 Not Found", r#"{"errorCode":"NO_SUCH_GROUP"}"#),
        answer!("200 OK", "[1, 2]"),
    ]);
    let error = create(&client).send().block().unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert_eq!(error.error_code(), Some("NO_SUCH_GROUP"));
    let numbers = client.request(Method::GET, "/numbers");
    let numbers = numbers.send::<Vec<u8>>().block().unwrap().into_body();
    assert_eq!(numbers, [1, 2]);
    let requests = served.join().unwrap();
    assert!(
        requests[0].starts_with("POST /api/atlas/v2/groups/"),
        "{requests:?}"
    );
    assert_eq!(requests[1], "GET /numbers HTTP/1.1");
}

#[test]
fn a_stream_of_bytes_is_an_iterator() {
    let (client, served) = serve([answer!("200 OK", "some text")]);
    let response = client.request(Method::GET, "/log").send_stream().block();
    let chunks = response.unwrap().into_body().block_iter();
    let chunks: Vec<Bytes> = chunks.collect::<Result<_, _>>().unwrap();
    assert_eq!(chunks.concat(), b"some text");
    served.join().unwrap();
}

#[test]
fn pages_and_items_of_a_list_are_iterators() {
    let (client, served) = serve([
        answer!(
            "200 OK",
            r#"{"data":[{"id":"a"},{"id":"b"}],"meta":{"pages":2}}"#
        ),
        answer!("200 OK", r#"{"data":[{"id":"c"}],"meta":{"pages":2}}"#),
        answer!("200 OK", r#"{"data":[{"id":"d"}],"meta":{"pages":1}}"#),
    ]);
    let items = numbered(&client).items().block_iter();
    let ids: Result<Vec<_>, Error> = items.map(|it| Ok(it?.id.unwrap_or_default())).collect();
    assert_eq!(ids.unwrap(), ["a", "b", "c"]);
    let pages = numbered(&client).block_iter();
    let lengths: Result<Vec<_>, Error> = pages.map(|it| Ok(it?.items().len())).collect();
    assert_eq!(lengths.unwrap(), [1]);
    assert_eq!(served.join().unwrap().len(), 3);
}

#[test]
fn a_wait_polls_with_pauses() {
    let (client, served) = serve([
        answer!("200 OK", r#"{"state":"RUNNING"}"#),
        answer!("200 OK", r#"{"state":"DONE"}"#),
    ]);
    let wait = Wait::new().interval(Duration::from_millis(1));
    let done = wait_until_done(&client, wait).block().unwrap();
    assert_eq!(done.body().state.as_deref(), Some("DONE"));
    assert_eq!(served.join().unwrap().len(), 2);
}

#[tokio::test]
async fn asynchronous_code_gets_an_error() {
    let client = Client::builder()
        .base_url("http://localhost:1")
        .build()
        .unwrap();
    let error = create(&client).send().block().unwrap_err();
    assert_eq!(
        error.to_string(),
        "blocking call: a blocking call would stop the asynchronous runtime that runs this code; await the future instead"
    );
    let mut items = numbered(&client).items().block_iter();
    assert!(items.next().unwrap().is_err());
    assert!(items.next().is_none());
}
