//! Errors that the document declares: the status, the fields of the body and its bytes are all there.

use std::time::Duration;

use atlas_private_endpoints::Error;
use serde_json::{Value, json};
use workspace_tests::server::Reply;

use crate::document::{Example, examples};
use crate::fixtures::{Operation, server};

/// The errors that the document declares for an operation, each with its example.
fn declared(operation: Operation) -> Vec<Example> {
    let errors = examples()
        .into_iter()
        .filter(|it| it.operation == operation.id());
    errors
        .filter(|it| it.place != "request" && !it.place.starts_with('2'))
        .collect()
}

async fn failed(operation: Operation, reply: Reply) -> Error {
    let server = server(reply).await;
    let error = operation.send(&server).await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
    error
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

fn assert_body(error: &Error, body: &Value) {
    let api = error.api_error().unwrap();
    assert_eq!(json!(api.error), body["error"]);
    assert_eq!(json!(api.error_code), body["errorCode"]);
    assert_eq!(api.detail.as_deref(), text(&body["detail"]));
    assert_eq!(api.reason.as_deref(), text(&body["reason"]));
    assert_eq!(json!(api.parameters), body["parameters"]);
    let fields = api
        .bad_request_detail
        .as_ref()
        .and_then(|detail| detail.fields.as_ref());
    assert_eq!(json!(fields), body["badRequestDetail"]["fields"]);
    assert_eq!(error.error_code(), text(&body["errorCode"]));
    assert_eq!(
        error.body().unwrap().to_vec(),
        body.to_string().into_bytes()
    );
}

/// The predicates that hold, of those that name a status.
fn predicates(error: &Error) -> Vec<&'static str> {
    let all = [
        ("bad request", error.is_bad_request()),
        ("unauthorized", error.is_unauthorized()),
        ("forbidden", error.is_forbidden()),
        ("not found", error.is_not_found()),
        ("conflict", error.is_conflict()),
        ("rate limited", error.is_rate_limited()),
        ("server error", error.is_server_error()),
        ("timeout", error.is_timeout()),
        ("connect", error.is_connect()),
        ("decode", error.is_decode()),
    ];
    all.into_iter()
        .filter_map(|(name, holds)| holds.then_some(name))
        .collect()
}

fn predicates_of(status: u16) -> Vec<&'static str> {
    match status {
        400 => vec!["bad request"],
        401 => vec!["unauthorized"],
        403 => vec!["forbidden"],
        404 => vec!["not found"],
        409 => vec!["conflict"],
        429 => vec!["rate limited"],
        500.. => vec!["server error"],
        _ => vec![],
    }
}

#[tokio::test]
async fn every_declared_error_of_every_operation() {
    let mut seen = 0;
    for operation in Operation::ALL {
        for example in declared(operation) {
            let status = example.place.parse().unwrap_or(400);
            let error = failed(operation, Reply::json(status, &example.value)).await;
            let place = format!("{operation:?} {}", example.place);
            assert_eq!(error.status().unwrap().as_u16(), status, "{place}");
            assert_eq!(predicates(&error), predicates_of(status), "{place}");
            assert_body(&error, &example.value);
            seen += 1;
        }
    }
    assert_eq!(
        seen,
        7 + 8 + 5 + 1,
        "the number of errors that the document declares"
    );
}

/// The v1.0 operation declares `default`, and no operation declares everything that happens.
#[tokio::test]
async fn errors_that_are_not_declared() {
    for operation in Operation::ALL {
        for status in [402, 405, 410, 418, 451, 500, 502, 503, 599] {
            let body = json!({"error": status, "errorCode": "VERSION_GONE", "detail": "Gone."});
            let error = failed(operation, Reply::json(status, &body)).await;
            assert_eq!(error.status().unwrap().as_u16(), status);
            assert_eq!(predicates(&error), predicates_of(status));
            assert_eq!(error.error_code(), Some("VERSION_GONE"));
            assert_eq!(error.api_error().unwrap().detail.as_deref(), Some("Gone."));
        }
    }
}

/// The body of a real 429: its parameters are no objects, and the header with the time to wait is absent.
#[tokio::test]
async fn rate_limit_without_a_header() {
    let body = json!({
        "error": 429, "errorCode": "RATE_LIMITED_TOKEN_BUCKET", "reason": "Too Many Requests",
        "detail": "Wait.", "parameters": ["api/atlas/v2/orgs", 55, 10, 5, 60],
    });
    let reply = Reply::json(429, &body)
        .header("ratelimit-remaining", "0")
        .header("x-request-id", "r-1");
    let error = failed(Operation::Backup, reply).await;
    assert_eq!(error.status().unwrap().as_u16(), 429);
    assert_eq!(error.error_code(), Some("RATE_LIMITED_TOKEN_BUCKET"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(55)));
    assert!(error.is_rate_limited());
    assert!(error.is_retryable());
    assert_eq!(error.headers().unwrap()["ratelimit-remaining"], "0");
    assert_eq!(error.request_id(), Some("r-1"));
    assert_body(&error, &body);
}

#[tokio::test]
async fn the_header_takes_precedence_over_the_body() {
    let body = json!({
        "error": 429, "errorCode": "RATE_LIMITED_TOKEN_BUCKET", "parameters": ["x", 55],
    });
    let reply = Reply::json(429, &body).header("retry-after", "7");
    let error = failed(Operation::Endpoint, reply).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
}

/// The pointer to the seconds holds for one code only.
#[tokio::test]
async fn parameters_of_other_codes_are_no_seconds() {
    for status in [409, 429] {
        let body = json!({"error": status, "errorCode": "SOMETHING_ELSE", "parameters": ["x", 55]});
        let error = failed(Operation::Backup, Reply::json(status, &body)).await;
        assert_eq!(error.retry_after(), None);
        assert_eq!(error.is_retryable(), status == 429);
    }
}

/// Rate limits have been seen under 400.
#[tokio::test]
async fn a_code_under_another_status() {
    let body = json!({"error": 400, "errorCode": "INVITATIONS_RATE_LIMITED_IP"});
    let error = failed(Operation::Endpoint, Reply::json(400, &body)).await;
    assert_eq!(error.status().unwrap().as_u16(), 400);
    assert_eq!(error.error_code(), Some("INVITATIONS_RATE_LIMITED_IP"));
    assert!(error.is_bad_request());
    assert!(error.is_rate_limited());
}

/// Whatever the body holds, what can be read of it is read.
#[tokio::test]
async fn bodies_that_do_not_have_the_declared_form() {
    let bodies = [
        (json!({"errorCode": "X", "error": "409"}), Some("X")),
        (json!({"errorCode": "X"}), Some("X")),
        (
            json!({"errorCode": "X", "error": 409, "parameters": {}}),
            Some("X"),
        ),
        (json!({"errorCode": 7, "error": 409}), None),
        (json!({"error": 409}), None),
        (json!([]), None),
        (json!(null), None),
        (json!("Conflict"), None),
    ];
    for (body, code) in bodies {
        let error = failed(Operation::Backup, Reply::json(409, &body)).await;
        assert_eq!(error.status().unwrap().as_u16(), 409, "{body}");
        assert!(error.is_conflict());
        assert_eq!(error.error_code(), code, "{body}");
        assert_eq!(
            error.body().unwrap().to_vec(),
            body.to_string().into_bytes()
        );
    }
}

#[tokio::test]
async fn one_line_that_names_the_operation_the_status_and_the_code() {
    let body = json!({"error": 409, "errorCode": "EXISTS", "detail": "It is\nthere already."});
    let error = failed(Operation::Endpoint, Reply::json(409, &body)).await;
    let line = error.to_string();
    for part in ["createPrivateEndpoint", "409", "EXISTS", "there already."] {
        assert!(line.contains(part), "{line}");
    }
    assert_eq!(line.lines().count(), 1, "{line}");
}
