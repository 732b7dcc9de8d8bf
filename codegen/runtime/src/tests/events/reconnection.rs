//! Sequences that continue in another response.

use std::time::Duration;

use http::HeaderValue;

use super::stream::{WriteParts, events, texts};
use crate::Retry;
use crate::tests::script::{Answer, Script, status};

#[tokio::test]
async fn the_request_is_sent_again_with_the_last_id() {
    let script = Script::new([
        events("retry: 1500\nid: 7\ndata: {\"text\":\"a\"}\n\nid: 8\ndata: {\"te"),
        events("data: {\"text\":\"b\"}\n\nid: grüße\n\n"),
        events("data: {\"text\":\"c\"}\n\nid: x\ndata: [DONE]\n\n"),
    ]);
    let client = script.client(Retry::new());
    let parts = WriteParts::new(&client).send_events().await.unwrap();
    assert_eq!(texts(parts.with_reconnection()).await, ["a", "b", "c"]);
    let requests = script.requests();
    let ids = requests.iter().map(|it| it.headers().get("last-event-id"));
    let ids: Vec<_> = ids.map(|id| id.map(HeaderValue::as_bytes)).collect();
    assert_eq!(ids, [None, Some(&b"7"[..]), Some("grüße".as_bytes())]);
    for request in &requests {
        assert_eq!(request.body(), r#"{"stream":true,"text":"once"}"#);
        assert_eq!(request.headers()["accept"], "text/event-stream");
    }
    assert_eq!(script.sleeps(), [Duration::from_millis(1500); 2]);
}

#[tokio::test]
async fn without_a_time_of_the_server_the_pause_is_three_seconds() {
    let script = Script::new([events("data: {\"text\":\"a\"}\n\n"), status(204)]);
    let client = script.client(Retry::new());
    let parts = WriteParts::new(&client).send_events().await.unwrap();
    assert_eq!(texts(parts.with_reconnection()).await, ["a"]);
    let requests = script.requests();
    assert_eq!(requests.len(), 2);
    assert!(!requests[1].headers().contains_key("last-event-id"));
    assert_eq!(script.sleeps(), [Duration::from_secs(3)]);
}

#[tokio::test]
async fn a_request_that_fails_ends_the_sequence() {
    let json = Answer::Status(200, vec![("content-type", "application/json")], "{}");
    for answer in [status(404), json] {
        let script = Script::new([events("data: {\"text\":\"a\"}\n\n"), answer]);
        let client = script.client(Retry::new());
        let parts = WriteParts::new(&client).send_events().await.unwrap();
        assert_eq!(texts(parts.with_reconnection()).await.len(), 2);
        assert_eq!(script.requests().len(), 2);
    }
}

#[tokio::test]
async fn nothing_is_sent_again_unless_the_caller_wants_it() {
    let script = Script::new([events("id: 1\ndata: {\"text\":\"a\"}\n\n")]);
    let client = script.client(Retry::new());
    let parts = WriteParts::new(&client).send_events().await.unwrap();
    assert_eq!(texts(parts).await, ["a"]);
    assert_eq!((script.requests().len(), script.sleeps().len()), (1, 0));
}
