//! What a gateway in front of the server, or the network, makes of a request.

use std::error::Error as _;
use std::time::Duration;

use atlas_private_endpoints::Client;
use atlas_private_endpoints::types::ObjectStoragePrivateEndpointRequest;
use workspace_tests::server::{Reply, Server};

use crate::fixtures::{GROUP, Operation, client, server};

const HTML: &str = "<html><body>Service Unavailable</body></html>";

#[tokio::test]
async fn html_under_503() {
    for operation in Operation::ALL {
        let server = server(
            Reply::status(503)
                .header("content-type", "text/html")
                .body(HTML),
        )
        .await;
        let error = operation.send(&server).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 503);
        assert!(error.is_server_error());
        assert!(error.is_retryable());
        assert!(error.api_error().is_none());
        assert_eq!(error.error_code(), None);
        assert_eq!(error.body().unwrap().to_vec(), HTML.as_bytes());
        assert_eq!(error.headers().unwrap()["content-type"], "text/html");
    }
}

#[tokio::test]
async fn nothing_under_502() {
    for operation in Operation::ALL {
        let server = server(Reply::status(502)).await;
        let error = operation.send(&server).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 502);
        assert!(error.is_server_error());
        assert!(error.is_retryable());
        assert!(error.api_error().is_none());
        assert!(error.body().unwrap().is_empty());
    }
}

/// A success whose body is something else: the decoding fails, and nothing is lost.
#[tokio::test]
async fn html_under_200() {
    let server = server(
        Reply::status(200)
            .header("content-type", "text/html")
            .body(HTML),
    )
    .await;
    let error = Operation::Endpoint.send(&server).await.unwrap_err();
    assert!(error.is_decode());
    assert!(!error.is_retryable(), "the endpoint may have been created");
    assert_eq!(error.status().unwrap().as_u16(), 200);
    assert_eq!(error.body().unwrap().to_vec(), HTML.as_bytes());
}

#[tokio::test]
async fn json_that_is_cut_off() {
    let half = r#"{"cloudProvider":"AWS","interfaceEnd"#;
    let reply = Reply::status(200)
        .header("content-type", "application/json")
        .body(half);
    let error = Operation::Endpoint
        .send(&server(reply).await)
        .await
        .unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.status().unwrap().as_u16(), 200);
    assert_eq!(error.body().unwrap().to_vec(), half.as_bytes());
}

/// The message says where in the body the value has the wrong form.
#[tokio::test]
async fn a_value_of_the_wrong_form_is_located() {
    let body = serde_json::json!({
        "cloudProvider": "GCP", "endpoints": [{"endpointName": "a"}, {"endpointName": 7}],
    });
    let error = Operation::Endpoint
        .send(&server(Reply::json(200, &body)).await)
        .await
        .unwrap_err();
    assert!(error.is_decode());
    let mut messages = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        messages.push_str(&inner.to_string());
        source = inner.source();
    }
    assert!(messages.contains("/endpoints/1/endpointName"), "{messages}");
}

/// A request that the server may have acted on is not repeated.
#[tokio::test]
async fn a_connection_that_is_dropped_after_the_request() {
    let script = [
        Reply::disconnect(),
        Reply::json(201, &Operation::Backup.example("201")),
    ];
    let server = Server::start(script).await.unwrap();
    let error = Operation::Backup.send(&server).await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
    assert_eq!(error.status(), None);
    assert!(error.body().is_none());
    assert!(!error.is_connect(), "the server has seen the request");
    assert!(!error.is_timeout());
    assert!(!error.is_not_sent());
    assert!(error.source().is_some());
    assert!(
        error.to_string().contains("createBackupPrivateEndpoint"),
        "{error}"
    );
}

#[tokio::test]
async fn an_answer_that_is_too_large() {
    for (size, fits) in [(1024, true), (1025, false)] {
        let server = server(Reply::status(502).body(vec![b'x'; size])).await;
        let builder = Client::builder().base_url(server.url());
        let client = builder.max_response_bytes(1024).build().unwrap();
        let body = ObjectStoragePrivateEndpointRequest::default();
        let call = client
            .cloud_backups()
            .create_backup_private_endpoint(&GROUP, body);
        let error = call.send().await.unwrap_err();
        assert_eq!(error.body().is_some_and(|body| body.len() == size), fits);
        assert_eq!(error.is_retryable(), fits, "it would be as large again");
        assert_eq!(error.is_response_too_large(), !fits);
        assert_eq!(error.status().unwrap(), 502);
    }
}

#[tokio::test]
async fn connection_refused() {
    let server = Server::start([]).await.unwrap();
    let client = client(&server);
    drop(server);
    // The port is free as soon as the task that accepts connections has ended.
    tokio::task::yield_now().await;
    let body = ObjectStoragePrivateEndpointRequest::default();
    let call = client
        .cloud_backups()
        .create_backup_private_endpoint(&GROUP, body);
    let error = call.send().await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    assert!(error.is_retryable());
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn an_answer_that_takes_too_long() {
    let script = [Reply::status(201).delayed(Duration::from_secs(30))];
    let server = Server::start(script).await.unwrap();
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client(&server).cloud_backups();
    let call = tag.create_backup_private_endpoint(&GROUP, body);
    let error = call
        .with_timeout(Duration::from_millis(50))
        .send()
        .await
        .unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert!(!error.is_connect(), "the server has seen the request");
    assert_eq!(server.requests().len(), 1);
}
