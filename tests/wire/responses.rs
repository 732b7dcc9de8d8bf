//! Successes: what `send_with_meta` shows, and what a server may do that the document does not say.

use workspace_tests::server::Reply;

use crate::fixtures::{Operation, server};

#[tokio::test]
async fn status_headers_and_body() {
    for (operation, status) in Operation::ALL.into_iter().zip([201, 200, 202, 200]) {
        let body = operation.example(operation.success());
        let reply = Reply::json(status, &body).header("x-request-id", "r-1");
        let answer = operation.send(&server(reply).await).await.unwrap();
        assert_eq!(answer.status, status);
        assert_eq!(answer.headers["x-request-id"], "r-1");
        assert_eq!(answer.body["id"], body["id"]);
        assert_eq!(answer.body["status"], body["status"]);
    }
}

/// Any 2xx is a success, whichever the document names.
#[tokio::test]
async fn another_success_than_the_declared_one() {
    for operation in Operation::ALL {
        let body = operation.example(operation.success());
        for status in [200, 201, 202, 203, 299] {
            let answer = operation
                .send(&server(Reply::json(status, &body)).await)
                .await
                .unwrap();
            assert_eq!(answer.status, status, "{operation:?}");
        }
    }
}

#[tokio::test]
async fn content_types_of_an_answer() {
    let types = [
        "application/vnd.atlas.2023-01-01+json",
        "application/vnd.atlas.2023-01-01+json;charset=utf-8",
        "application/vnd.atlas.2025-02-19+json; charset=\"UTF-8\"",
        "Application/JSON ; x=y",
        "application/problem+json",
    ];
    let operation = Operation::Endpoint;
    let body = operation.example("200");
    for content_type in types {
        let reply = Reply::json(200, &body).header("content-type", content_type);
        let answer = operation.send(&server(reply).await).await;
        assert_eq!(
            answer.unwrap().body["interfaceEndpointId"],
            body["interfaceEndpointId"]
        );
    }
    let silent = Reply::status(200).body(body.to_string());
    let answer = operation.send(&server(silent).await).await;
    assert!(answer.is_ok(), "without a content type: {answer:?}");
}

#[tokio::test]
async fn rate_limit_headers() {
    use crate::fixtures::{GROUP, client};
    use atlas_private_endpoints::types::ObjectStoragePrivateEndpointRequest;

    let reply = Reply::json(201, &Operation::Backup.example("201"))
        .header("RateLimit-Limit", "60")
        .header("RateLimit-Remaining", "59");
    let server = server(reply).await;
    let body = ObjectStoragePrivateEndpointRequest::default();
    let tag = client(&server).cloud_backups();
    let call = tag.create_backup_private_endpoint(&GROUP, body);
    let response = call.send_with_meta().await.unwrap();
    let rate_limit = response.rate_limit().unwrap();
    assert_eq!(rate_limit.limit, Some(60));
    assert_eq!(rate_limit.remaining, Some(59));
}
