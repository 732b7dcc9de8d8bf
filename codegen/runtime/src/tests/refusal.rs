//! Servers of HTTP/2 that do not look at a request.

use bytes::Bytes;
use h2::Reason;
use h2::server::{Connection, SendResponse};
use http::Response;
use http::header::CONTENT_TYPE;
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

async fn attempts(reason: Reason, retry: Retry) -> Result<u32, Error> {
    let transport = reqwest::Client::builder()
        .http2_prior_knowledge()
        .retry(reqwest::retry::never().max_retries_per_request(0))
        .build()
        .unwrap();
    let client = Client::builder()
        .base_url(start(reason).await)
        .transport(transport)
        .retry(retry)
        .build()
        .unwrap();
    let response = create(&client).send_with_meta().await?;
    Ok(response.attempts())
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
