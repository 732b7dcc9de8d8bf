//! Webhooks: a server that verifies and decodes what the API sends.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use axum::routing::post;
use fixture_webhooks::webhooks::{self, Event};
use fixture_webhooks::{SignatureError, WebhookVerifier};
use tower::ServiceExt;

/// A server that keeps what it receives.
#[derive(Clone)]
struct Receiver {
    verifier: WebhookVerifier,
    events: Arc<Mutex<Vec<Event>>>,
}

async fn receive(State(receiver): State<Receiver>, headers: HeaderMap, body: Bytes) -> StatusCode {
    if receiver.verifier.verify(&headers, &body).is_err() {
        return StatusCode::UNAUTHORIZED;
    }
    match webhooks::parse(&headers, &body) {
        Ok(event) => {
            receiver.events.lock().unwrap().push(event);
            StatusCode::NO_CONTENT
        }
        Err(_) => StatusCode::BAD_REQUEST,
    }
}

/// The body with the signature for the secret `It's a Secret to Everybody`.
fn signed(event: &'static str, body: &'static str, signature: &str) -> Request<Body> {
    let request = Request::post("/hooks").header("X-Example-Event", event);
    let request = request.header("X-Hub-Signature-256", format!("sha256={signature}"));
    request.body(Body::from(body)).unwrap()
}

const OPENED: &str = r#"{"action":"opened","issue":{"number":7}}"#;

#[tokio::test]
async fn a_server_verifies_and_decodes_events() {
    let receiver = Receiver {
        verifier: webhooks::verifier(["next secret", "It's a Secret to Everybody"]),
        events: Arc::default(),
    };
    let app = Router::new().route("/hooks", post(receive)).with_state(receiver.clone());
    let send = |request| {
        let app = app.clone();
        async move { app.oneshot(request).await.unwrap().status() }
    };
    let signature = "33fe170446247a50613065bc1b8d931a44075fec379f4c008e942634bdba2427";
    assert_eq!(send(signed("issue", OPENED, signature)).await, StatusCode::NO_CONTENT);
    let other = r#"{"action":"opened","issue":{"number":8}}"#;
    assert_eq!(send(signed("issue", other, signature)).await, StatusCode::UNAUTHORIZED);
    let unsigned = Request::post("/hooks").body(Body::from(OPENED)).unwrap();
    assert_eq!(send(unsigned).await, StatusCode::UNAUTHORIZED);
    assert_eq!(send(signed("push", "{", "0f577694ba6cd2bb89a3855012e6ebfa99d1dcaf99527f9789579a5010819742")).await, StatusCode::BAD_REQUEST);
    let events = receiver.events.lock().unwrap();
    assert!(matches!(&events[..], [Event::IssueOpened(event)] if event.issue.number == 7));
}

fn parse(event: &'static str, body: &str) -> Event {
    let name = HeaderName::from_static("x-example-event");
    let headers = HeaderMap::from_iter([(name, HeaderValue::from_static(event))]);
    webhooks::parse(&headers, body.as_bytes()).unwrap()
}

#[test]
fn the_header_and_the_action_select_the_event() {
    let closed = parse("issue", r#"{"action":"closed","issue":{"number":1,"state":"stale"}}"#);
    let Event::IssueClosed(closed) = closed else {
        panic!("{closed:?}");
    };
    assert_eq!(closed.issue.state.unwrap().as_str(), "stale");
    let push = parse("push", r#"["a"]"#);
    assert!(matches!(push, Event::Push(commits) if commits == ["a"]));
    let ping = parse("PING", r#"{"zen":"a"}"#);
    assert!(matches!(ping, Event::Ping(body) if body["zen"] == "a"));
    let callback = parse("hook_tested", r#"{"hook":{"url":"u","id":"1"}}"#);
    assert!(matches!(callback, Event::HookTested(tested) if tested.hook.id.as_deref() == Some("1")));
}

#[test]
fn an_unknown_event_keeps_its_json() {
    let unknown = parse("issue", r#"{"action":"pinned","n":1.50}"#);
    let Event::Unknown(unknown) = unknown else {
        panic!("{unknown:?}");
    };
    assert_eq!(unknown.name(), Some("issue.pinned"));
    assert_eq!(unknown.body()["action"], "pinned");
    let nameless = webhooks::parse(&HeaderMap::new(), b"[]").unwrap();
    assert!(matches!(nameless, Event::Unknown(event) if event.name().is_none()));
    assert!(webhooks::parse(&HeaderMap::new(), b"oh").is_err());
    assert!(webhooks::parse_named("issue.opened", b"{}").is_err());
    assert!(matches!(webhooks::parse_named("issue-opened", OPENED.as_bytes()), Ok(Event::IssueOpened(_))));
    assert!(matches!(webhooks::parse_named("other", b"1"), Ok(Event::Unknown(_))));
}

#[test]
fn a_request_without_a_signature_is_refused() {
    let verifier = webhooks::verifier(["secret"]);
    assert_eq!(verifier.verify(&HeaderMap::new(), b"{}"), Err(SignatureError::Missing));
}
