use std::cell::RefCell;
use std::io;
use std::sync::Once;

use http::header::AUTHORIZATION;
use http::{HeaderValue, Method};
use tracing_subscriber::fmt::format::FmtSpan;

use super::script::{Answer, Script, with_body};
use super::support::create;
use crate::BearerToken;

thread_local! {
    /// What this thread has traced. A test runs on one thread.
    static TRACED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct Traced;

impl io::Write for Traced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        TRACED.with_borrow_mut(|traced| traced.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Listens to all threads: what one of them does not listen to may be cached for the others.
fn listen() {
    static LISTEN: Once = Once::new();
    LISTEN.call_once(|| {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::CLOSE)
            .with_ansi(false)
            .without_time()
            .with_writer(|| Traced)
            .finish();
        tracing::subscriber::set_global_default(subscriber).unwrap();
    });
}

/// Everything that is traced while the calls are made, one line a thing.
async fn traced(answers: Vec<Answer>) -> Vec<String> {
    let script = Script::new(answers);
    let client = script.builder().credentials(BearerToken::new("hunter2"));
    let call = create(&client.build().unwrap());
    let secret = HeaderValue::from_static("hunter2");
    lines_of(call.with_header(AUTHORIZATION, secret).send()).await
}

/// Everything that some work traces.
pub(super) async fn lines_of(work: impl Future) -> Vec<String> {
    listen();
    TRACED.take();
    let _ = work.await;
    let text = String::from_utf8(TRACED.take()).unwrap();
    // What is empty leaves a space.
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(words).collect()
}

#[tokio::test]
async fn complaint_11_a_call_is_one_span_with_what_came_of_it_and_no_secret() {
    let limited = Answer::Status(
        429,
        vec![("retry-after", "7")],
        r#"{"errorCode":"RATE_LIMITED","detail":"hunter2"}"#,
    );
    let done = Answer::Status(
        200,
        vec![("ratelimit-remaining", "9"), ("x-request-id", "r-1")],
        r#"{"cloudProvider":"AWS","interfaceEndpointId":"hunter2"}"#,
    );
    let lines = traced(vec![limited, done]).await;
    let path = "/api/atlas/v2/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}/endpoint";
    let call = format!(
        r#"call{{otel.name="POST {path}" otel.kind="client" operation="createPrivateEndpoint" http.request.method="POST" url.template="{path}" server.address="example.test" server.port=443"#
    );
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(lines.iter().all(|line| line.contains(&call)), "{lines:#?}");
    let retry = r#"retry attempts=1 http.response.status_code=429 error.type="429" error_code="RATE_LIMITED" wait=7.5s"#;
    assert!(lines[0].contains(retry), "{lines:#?}");
    let end = r#"http.request.resend_count=1 http.response.status_code=200 request_id="r-1" rate_limit_remaining=9}"#;
    assert!(lines[1].contains(end), "{lines:#?}");
    assert!(!lines.concat().contains("hunter2"), "{lines:#?}");
}

#[tokio::test]
async fn a_failure_is_told_apart() {
    let lines = traced(vec![with_body(409, r#"{"errorCode":"EXISTS"}"#)]).await;
    let end = r#"http.response.status_code=409 otel.status_code="ERROR" error.type="409" error_code="EXISTS" }"#;
    assert!(lines.len() == 1 && lines[0].contains(end), "{lines:#?}");
}

#[tokio::test]
async fn a_span_of_a_raw_request_has_no_path_in_its_name() {
    let script = Script::new(vec![with_body(200, "{}")]);
    let client = script.builder().build().unwrap();
    let call = client.request(Method::GET, "/things/7");
    let lines = lines_of(call.send::<serde_json::Value>()).await;
    let call = r#"call{otel.name="GET" otel.kind="client" operation="GET /things/7" http.request.method="GET" server.address="#;
    assert!(lines.len() == 1 && lines[0].contains(call), "{lines:#?}");
}
