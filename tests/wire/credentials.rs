//! Credentials go only where an operation takes them.

use workspace_tests::server::{Reply, Server};

use crate::fixtures::{Operation, client, connection, server, typed};

/// The v1.0 operation takes digest authentication only, so a bearer token never leaves the client.
#[tokio::test]
async fn a_token_for_an_operation_that_takes_none() {
    let server = Server::start([]).await.unwrap();
    let body = typed(&Operation::Connection.example("request"));
    let error = connection(&client(&server), body).send().await.unwrap_err();
    assert!(server.requests().is_empty());
    assert!(error.is_not_sent());
    assert!(!error.is_retryable());
    let line = error.to_string();
    assert!(line.contains("createPrivateEndpointConnection"), "{line}");
    assert!(line.contains("DigestAuth"), "{line}");
}

/// Without credentials a request is sent, and the server decides.
#[tokio::test]
async fn no_credentials() {
    let operation = Operation::Connection;
    let server = server(Reply::json(200, &operation.example("2XX"))).await;
    operation.send(&server).await.unwrap();
    assert!(!server.request().headers.contains_key("authorization"));
}

/// A server that sends the caller elsewhere does not get the credentials there.
#[tokio::test]
async fn redirects_do_not_carry_credentials_away() {
    for status in [301, 302, 307, 308] {
        let elsewhere = Server::start([Reply::status(204)]).await.unwrap();
        let reply = Reply::status(status).header("location", elsewhere.url());
        let server = server(reply).await;
        let error = Operation::Backup.send(&server).await.unwrap_err();
        assert!(elsewhere.requests().is_empty(), "{status}");
        assert_eq!(error.status().unwrap().as_u16(), status);
    }
}
