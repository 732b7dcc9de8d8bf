use std::error::Error as _;
use std::time::Duration;

use super::support::{Memory, create};
use crate::{BoxFuture, Error, Transport, TransportError, TransportErrorKind};

async fn failure(memory: &Memory) -> Error {
    create(&memory.client()).send().await.unwrap_err()
}

#[tokio::test]
async fn rate_limiting_is_all_there_without_retry_after() {
    let memory = Memory::json(
        429,
        r#"{"error":429,"errorCode":"RATE_LIMITED_TOKEN_BUCKET","reason":"Too Many Requests","detail":"slow\ndown","parameters":["api/atlas/v2/orgs",55,10,5,60]}"#,
    )
    .header("ratelimit-remaining", "0");
    let error = failure(&memory).await;
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.status().unwrap(), 429);
    assert_eq!(error.rate_limit().unwrap().remaining, Some(0));
    assert_eq!(error.error_code(), Some("RATE_LIMITED_TOKEN_BUCKET"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(55)));
    let body = error.api_error().unwrap();
    assert_eq!(body.parameters.as_ref().unwrap().len(), 5);
    assert!(std::ptr::eq(body, error.api_error().unwrap()));
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 429 Too Many Requests: RATE_LIMITED_TOKEN_BUCKET: slow down"
    );
}

#[tokio::test]
async fn retry_after_may_be_seconds_or_a_date() {
    let after = |memory: Memory| async move { failure(&memory).await.retry_after() };
    let seconds = Memory::new(503, "", "").header("retry-after", "7");
    assert_eq!(after(seconds).await, Some(Duration::from_secs(7)));
    let date = |text: &str| {
        Memory::new(503, "", "")
            .header("date", "Sun, 06 Nov 1994 08:49:37 GMT")
            .header("retry-after", text)
    };
    assert_eq!(
        after(date("Sun, 06 Nov 1994 08:50:07 GMT")).await,
        Some(Duration::from_secs(30))
    );
    assert_eq!(
        after(date("Sun, 06 Nov 1994 08:49:07 GMT")).await,
        Some(Duration::ZERO)
    );
    assert_eq!(after(date("soon")).await, None);
    // Without a `Date` it is compared with the clock of this machine, of a success that cannot be read as well.
    for status in [503, 200] {
        let past = Memory::json(status, "{").header("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(after(past).await, Some(Duration::ZERO), "{status}");
    }
    // The numbers of another error are no seconds.
    assert_eq!(
        after(Memory::json(409, r#"{"parameters":[0,55]}"#)).await,
        None
    );
}

#[tokio::test]
async fn errors_of_single_values_are_listed_and_shown() {
    let of = |body: &'static str| async move { failure(&Memory::json(400, body)).await };
    let listed = |error: &Error| -> Vec<String> {
        error
            .field_errors()
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    let error = of(
        r#"{"errorCode":"INVALID","detail":"Bad.","badRequestDetail":{"fields":[{"field":"region","description":"must not be null"}]}}"#,
    )
    .await;
    let all = error.field_errors();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].field(), Some("region"));
    assert_eq!(
        (all[0].code(), all[0].message()),
        (None, Some("must not be null"))
    );
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 400 Bad Request: INVALID: Bad. (region: must not be null)"
    );
    // Paths as lists, codes without messages, bare texts; the first three are shown, on one line.
    let error = of(
        r#"{"errors":[{"loc":["body",0,"a"],"message":"no\nline"},{"source":{"pointer":"/b"},"code":"short"},"bare",{"code":"x"},{"id":5},7]}"#,
    )
    .await;
    assert_eq!(
        listed(&error),
        ["body.0.a: no line", "/b: short", "bare", "x"]
    );
    let shown = "createPrivateEndpoint: 400 Bad Request (body.0.a: no line; /b: short; bare)";
    assert_eq!(error.to_string(), shown);
    let error = of(r#"{"errors":{"a":["one","two"],"b":"three","c":4,"d":["five"]}}"#).await;
    assert_eq!(listed(&error), ["a: one", "a: two", "b: three", "d: five"]);
    let shown = "createPrivateEndpoint: 400 Bad Request (a: one; a: two; b: three; 1 more)";
    assert_eq!(error.to_string(), shown);
    // What repeats the message is listed, and not shown again.
    let error = of(r#"{"detail":"Bad.","errors":["Bad."]}"#).await;
    assert_eq!(listed(&error), ["Bad."]);
    assert_eq!(
        error.to_string(),
        "createPrivateEndpoint: 400 Bad Request: Bad."
    );
    for body in [r#"{"errors":[]}"#, r#"{"errors":5}"#, "[]"] {
        assert_eq!(of(body).await.field_errors(), []);
    }
}

#[tokio::test]
async fn any_body_of_a_failure_survives() {
    for (status, content_type, body) in [
        (503, "text/html", "<html>"),
        (502, "", ""),
        (500, "application/json", "{"),
        (500, "application/json", "null"),
        (
            400,
            "application/json",
            r#"{"error":"x","errorCode":5,"detail":[],"parameters":{}}"#,
        ),
    ] {
        let error = failure(&Memory::new(status, content_type, body)).await;
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.body().unwrap(), body);
        assert_eq!((error.error_code(), error.message()), (None, None));
        assert_eq!((error.retry_after(), error.api_error()), (None, None));
        assert_eq!(
            error.is_retryable(),
            matches!(status, 502 | 503),
            "{status}"
        );
        assert_eq!(error.is_server_error(), status >= 500);
        assert!(!error.is_decode());
    }
}

#[tokio::test]
async fn a_status_has_its_predicate() {
    let holds = |status, predicate: fn(&Error) -> bool| async move {
        predicate(&failure(&Memory::new(status, "", "")).await)
    };
    assert!(holds(400, Error::is_bad_request).await);
    assert!(holds(401, Error::is_unauthorized).await);
    assert!(holds(403, Error::is_forbidden).await);
    assert!(holds(404, Error::is_not_found).await);
    assert!(holds(409, Error::is_conflict).await);
    assert!(holds(429, Error::is_rate_limited).await);
    assert!(!holds(404, Error::is_conflict).await);
    let hidden = Memory::json(400, r#"{"errorCode":"INVITATIONS_RATE_LIMITED_IP"}"#);
    assert!(failure(&hidden).await.is_rate_limited());
}

#[tokio::test]
async fn a_redirect_is_a_failure_to_show() {
    let memory = Memory::new(302, "", "").header("location", "https://elsewhere.test/");
    let error = failure(&memory).await;
    assert_eq!(error.status().unwrap(), 302);
    assert_eq!(
        error.headers().unwrap()["location"],
        "https://elsewhere.test/"
    );
}

struct Broken(TransportErrorKind);

impl Transport for Broken {
    fn send(
        &self,
        _request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        Box::pin(async { Err(TransportError::new(self.0).with_source("the cause")) })
    }
}

#[tokio::test]
async fn a_failure_of_the_transport_keeps_its_cause() {
    for (kind, connect, timeout, retryable) in [
        (TransportErrorKind::Connect, true, false, true),
        (TransportErrorKind::Timeout, false, true, true),
        (TransportErrorKind::Other, false, false, true),
        (TransportErrorKind::ResponseTooLarge, false, false, false),
    ] {
        let builder = Memory::json(200, "").builder().transport(Broken(kind));
        let error = create(&builder.build().unwrap()).send().await.unwrap_err();
        assert_eq!(
            (error.is_connect(), error.is_timeout(), error.is_retryable()),
            (connect, timeout, retryable)
        );
        let too_large = kind == TransportErrorKind::ResponseTooLarge;
        assert_eq!(error.is_response_too_large(), too_large);
        assert_eq!(error.source().unwrap().to_string(), "the cause");
        assert_eq!(error.status(), None);
    }
}

#[tokio::test]
async fn debug_shows_neither_headers_nor_body() {
    let memory = Memory::json(409, r#"{"errorCode":"X","other":"hunter2"}"#)
        .header("set-cookie", "hunter2")
        .header("x-request-id", "r-3");
    let error = failure(&memory).await;
    let text = format!("{error:?} {error}");
    assert!(
        text.contains("r-3") && text.contains("409 Conflict: X"),
        "{text}"
    );
    assert!(!text.contains("hunter2"), "{text}");
}

#[test]
fn an_error_is_small_and_travels() {
    fn travels<T: Send + Sync + 'static>() {}
    travels::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}
