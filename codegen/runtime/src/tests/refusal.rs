//! Servers of HTTP/2 that refuse a request, before and after they have processed it.

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

use bytes::Bytes;
use h2::Reason;
use h2::server::{Connection, SendResponse};
use http::header::CONTENT_TYPE;
use http::{Method, Response};
use tokio::net::{TcpListener, TcpStream};

use super::support::create;
use crate::{Client, Error, Retry};

const AWS: &[u8] = br#"{"cloudProvider":"AWS"}"#;

type Server = Connection<TcpStream, Bytes>;

async fn requested(server: &mut Server) -> Option<SendResponse<Bytes>> {
    let (_, respond) = server.accept().await?.ok()?;
    Some(respond)
}

/// Accepts the one request that is no refusal, and sees to what is still to be sent.
async fn answer(mut server: Server) -> Option<()> {
    let mut respond = requested(&mut server).await?;
    let response = Response::builder().header(CONTENT_TYPE, "application/json");
    let mut body = respond
        .send_response(response.body(()).unwrap(), false)
        .unwrap();
    body.send_data(Bytes::from_static(AWS), true).unwrap();
    while requested(&mut server).await.is_some() {}
    None
}

/// Refuses one request with `reason`, and answers the next.
async fn start(reason: Reason) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (socket, _) = listener.accept().await.unwrap();
        let mut server = h2::server::handshake(socket).await.unwrap();
        requested(&mut server).await?.send_reset(reason);
        answer(server).await
    });
    url
}

fn client(base_url: String, retry: Retry) -> Client {
    let transport = reqwest::Client::builder()
        .http2_prior_knowledge()
        .retry(reqwest::retry::never().max_retries_per_request(0))
        .build()
        .unwrap();
    let builder = Client::builder().base_url(base_url).transport(transport);
    builder.retry(retry).build().unwrap()
}

async fn attempts(reason: Reason, retry: Retry) -> Result<u32, Error> {
    let client = client(start(reason).await, retry);
    let response = create(&client).send_with_meta().await?;
    Ok(response.attempts())
}

/// How a server ends a response that it has begun.
#[derive(Clone, Copy, Debug)]
enum End {
    Reset(Reason),
    GoAway,
}

/// Processes each request, begins the response with `status` and perhaps some of the body, and breaks it off.
/// Returns its address and the number of requests so far.
async fn start_and_break_off(
    status: u16,
    body: &'static [u8],
    end: End,
) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let counter = Arc::clone(&counter);
            tokio::spawn(break_off(socket, status, body, end, counter));
        }
    });
    (url, count)
}

async fn break_off(
    socket: TcpStream,
    status: u16,
    body: &'static [u8],
    end: End,
    counter: Arc<AtomicUsize>,
) -> Option<()> {
    let mut server: Server = h2::server::handshake(socket).await.ok()?;
    while let Some(mut respond) = requested(&mut server).await {
        counter.fetch_add(1, Ordering::SeqCst);
        let response = Response::builder().status(status);
        let response = response.header(CONTENT_TYPE, "application/json");
        let mut stream = respond.send_response(response.body(()).ok()?, false).ok()?;
        if !body.is_empty() {
            stream.send_data(Bytes::from_static(body), false).ok()?;
        }
        // The headers are on their way before the end is.
        poll_for_a_moment(&mut server).await;
        match end {
            End::Reset(reason) => stream.send_reset(reason),
            End::GoAway => server.abrupt_shutdown(Reason::NO_ERROR),
        }
    }
    None
}

/// Lets the connection write what it has.
async fn poll_for_a_moment(server: &mut Server) {
    for _ in 0..20 {
        poll_fn(|cx| {
            let _ = server.poll_closed(cx);
            Poll::Ready(())
        })
        .await;
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_a_server_refuses_unseen_is_sent_again() {
    let again = attempts(Reason::REFUSED_STREAM, Retry::new()).await;
    assert_eq!(again.unwrap(), 2, "the request is a POST");
    let error = attempts(Reason::REFUSED_STREAM, Retry::off()).await;
    let error = error.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn what_a_server_may_have_seen_is_not() {
    let error = attempts(Reason::INTERNAL_ERROR, Retry::new()).await;
    let error = error.unwrap_err();
    assert!(!error.is_connect());
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_request_whose_response_has_begun_is_not_sent_again() {
    let ends = [
        End::Reset(Reason::REFUSED_STREAM),
        End::Reset(Reason::CANCEL),
        End::GoAway,
    ];
    for end in ends {
        for (status, body) in [(200, &b""[..]), (200, b"{\"cloud"), (500, b""), (404, b"{")] {
            let (url, count) = start_and_break_off(status, body, end).await;
            let error = create(&client(url, Retry::new())).send().await.unwrap_err();
            let case = format!("{end:?} {status} {body:?}: {error}");
            assert_eq!(count.load(Ordering::SeqCst), 1, "{case}");
            assert!(!error.is_connect(), "{case}");
            assert_eq!(error.attempts(), 1, "{case}");
        }
    }
}

#[tokio::test]
async fn a_stream_that_is_refused_half_way_is_no_failed_connection() {
    let end = End::Reset(Reason::REFUSED_STREAM);
    let (url, count) = start_and_break_off(200, b"{", end).await;
    let request = client(url, Retry::new()).request(Method::GET, "/stream");
    let mut stream = request.send_stream().await.unwrap().into_body();
    assert_eq!(stream.chunk().await.unwrap().unwrap(), "{");
    assert!(!stream.chunk().await.unwrap_err().is_connect());
    assert_eq!(count.load(Ordering::SeqCst), 1);
}
