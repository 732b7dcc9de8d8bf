//! Sequences of values: chat completions beside JSON, events that are objects, and JSON on lines.

use std::error::Error as _;
use std::time::Duration;

use fixture_streams::api::{CreateCompletion, ExportAnything, ExportLogs, ListenToNotices, Summarize, TailLogs, WatchRoom};
use fixture_streams::testing::{Answer, InMemory, Operation};
use fixture_streams::types::{CompletionRequest, Message, WatchRoomEvent};
use fixture_streams::wire::Patch;
use fixture_streams::{Client, Error};
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};

fn serve<O: Operation>(bodies: &[&str]) -> (InMemory, Client) {
    let server = InMemory::new();
    let stub = server.on::<O>();
    for body in bodies {
        stub.reply(Answer::new(200, (*body).to_owned()));
    }
    let client = Client::builder().transport(server.clone()).build().unwrap();
    (server, client)
}

fn question() -> CompletionRequest {
    CompletionRequest::new(vec![Message::new("user", "Why?")])
}

/// Asks a question, and returns the answer while it is written.
async fn ask(client: &Client) -> Result<String, Error> {
    let mut answer = String::new();
    let mut events = client.chat().create_completion(question()).send_events().await?;
    while let Some(event) = events.try_next().await? {
        answer += &event.into_data().delta.content.unwrap_or_default();
    }
    Ok(answer)
}

/// Asks a question, and returns the whole answer.
async fn ask_and_wait(client: &Client) -> Result<String, Error> {
    let completion = client.chat().create_completion(question()).send().await?;
    Ok(completion.message.content)
}

#[tokio::test]
async fn a_completion_is_a_stream_or_json() {
    let events = ": ok\n\ndata: {\"id\":\"1\",\"delta\":{\"content\":\"Be\"}}\n\n\
        data: {\"id\":\"1\",\"delta\":{\"content\":\"cause.\"}}\n\ndata: {\"id\":\"1\",\"delta\":{}}\n\ndata: [DONE]\n\n";
    let json = r#"{"id":"1","message":{"role":"assistant","content":"Because."}}"#;
    let (server, client) = serve::<CreateCompletion>(&[events, json]);
    assert_eq!(ask(&client).await.unwrap(), "Because.");
    assert_eq!(ask_and_wait(&client).await.unwrap(), "Because.");
    let requests = server.requests();
    let sent = requests.iter().map(|it| (it.headers()[ACCEPT].to_str().unwrap(), it.body().clone()));
    let sent: Vec<_> = sent.collect();
    assert_eq!(sent[0].0, "text/event-stream");
    assert_eq!(sent[0].1, r#"{"stream":true,"messages":[{"role":"user","content":"Why?"}]}"#);
    assert_eq!(sent[1].0, "application/json");
    assert_eq!(sent[1].1, r#"{"messages":[{"role":"user","content":"Why?"}]}"#);
}

#[tokio::test]
async fn the_flag_replaces_that_of_the_caller() {
    let (server, client) = serve::<CreateCompletion>(&[""]);
    let body = question().stream(Patch::Value(false)).temperature(0.5);
    let mut events = client.chat().create_completion(body).send_events().await.unwrap();
    assert!(events.try_next().await.unwrap().is_none());
    let body = r#"{"messages":[{"role":"user","content":"Why?"}],"temperature":0.5,"stream":true}"#;
    assert_eq!(server.requests()[0].body(), body);
}

#[tokio::test]
async fn a_failure_is_that_of_send() {
    let (server, client) = serve::<CreateCompletion>(&[]);
    server.on::<CreateCompletion>().reply(Answer::new(400, r#"{"message":"too long"}"#));
    let error = ask(&client).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST));
    assert!(error.is_bad_request());
}

#[tokio::test]
async fn an_event_that_does_not_decode_is_one_error() {
    let events = "data: {\"error\":{\"message\":\"overloaded\"}}\n\ndata: {\"id\":\"1\",\"delta\":{\"content\":\"a\"}}\n\n";
    let (_server, client) = serve::<CreateCompletion>(&[events]);
    let mut events = client.chat().create_completion(question()).send_events().await.unwrap();
    let error = events.try_next().await.map(drop).unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), r#"{"error":{"message":"overloaded"}}"#);
    let event = events.try_next().await.unwrap().unwrap();
    assert_eq!(event.data().delta.content.as_deref(), Some("a"));
}

#[tokio::test]
async fn the_data_of_an_event_object_is_decoded() {
    let events = "event: sentence\nid: 4\ndata: {\"text\":\"a\"}\n\n";
    let (server, client) = serve::<Summarize>(&[events]);
    let mut events = client.chat().summarize().send_events().await.unwrap();
    let event = events.try_next().await.unwrap().unwrap();
    assert_eq!((event.event(), event.id(), &*event.data().text), ("sentence", Some("4"), "a"));
    assert_eq!(server.requests()[0].uri().query(), Some("stream=true"));
}

#[tokio::test]
async fn the_type_of_an_event_selects_its_variant() {
    let events = "event: joined\ndata: {\"name\":\"Ada\"}\n\nevent: said\nid: 2\ndata: 42\n\nevent: left\ndata: {}\n\n\
        event: joined\ndata: {}\n\n";
    let (_server, client) = serve::<WatchRoom>(&[events]);
    let mut events = client.chat().watch_room("a b").send_events().await.unwrap();
    let joined = events.try_next().await.unwrap().unwrap();
    assert!(matches!(joined.data(), WatchRoomEvent::Joined(it) if it.data.as_ref().unwrap().name == "Ada"));
    let said = events.try_next().await.unwrap().unwrap();
    assert!(matches!(said.data(), WatchRoomEvent::Said(it) if it.data.as_deref() == Some("42")));
    assert_eq!((said.event(), said.id()), ("said", Some("2")));
    let unknown = events.try_next().await.unwrap().unwrap();
    assert!(matches!(unknown.data(), WatchRoomEvent::Unknown(_)));
}

#[tokio::test]
async fn a_stream_continues_after_the_connection_is_lost() {
    let (server, client) = serve::<ListenToNotices>(&["retry: 250\nid: 1\ndata: a\n\n", "data: b\ndata: c\n\n"]);
    server.on::<ListenToNotices>().reply(Answer::new(204, ""));
    let notices = client.chat().listen_to_notices().send_events().await.unwrap();
    let mut notices = notices.with_reconnection();
    assert_eq!(notices.try_next().await.unwrap().unwrap().into_data(), "a");
    assert_eq!(notices.try_next().await.unwrap().unwrap().into_data(), "b\nc");
    assert!(notices.try_next().await.unwrap().is_none());
    assert_eq!((notices.status(), server.waited()), (StatusCode::NO_CONTENT, Duration::from_millis(500)));
    let requests = server.requests();
    let ids: Vec<_> = requests.iter().map(|it| it.headers().get("last-event-id")).collect();
    assert_eq!(ids, [None, Some(&HeaderValue::from_static("1")), Some(&HeaderValue::from_static("1"))]);
}

#[tokio::test]
async fn lines_are_values() {
    let (server, client) = serve::<TailLogs>(&["{\"message\":\"a\",\"level\":\"debug\"}\n{}\n{\"message\":\"b\"}"]);
    let mut entries = client.logs().tail_logs().follow(true).send_events().await.unwrap();
    let entry = entries.try_next().await.unwrap().unwrap();
    assert_eq!((&*entry.message, entry.level.unwrap().as_str()), ("a", "debug"));
    let error = entries.try_next().await.map(drop).unwrap_err();
    assert!(error.source().unwrap().to_string().contains("message"));
    assert_eq!(entries.try_next().await.unwrap().unwrap().message, "b");
    assert!(entries.try_next().await.unwrap().is_none());
    let request = &server.requests()[0];
    assert_eq!(request.uri().query(), Some("follow=true"));
    assert_eq!(request.headers()[ACCEPT], "application/x-ndjson");
}

#[tokio::test]
async fn a_text_sequence_beside_json_has_its_items() {
    let (server, client) = serve::<ExportLogs>(&["\u{1E}{\"message\":\"a\"}\n\u{1E}{\"message\":\n\"b\"}\n"]);
    let mut entries = client.logs().export_logs().send_events().await.unwrap();
    let mut messages = Vec::new();
    while let Some(entry) = entries.try_next().await.unwrap() {
        messages.push(entry.message);
    }
    assert_eq!(messages, ["a", "b"]);
    assert_eq!(server.requests()[0].headers()[ACCEPT], "application/json-seq");
}

#[tokio::test]
async fn values_without_a_schema_are_json() {
    let (_server, client) = serve::<ExportAnything>(&["1\n\"a\"\n"]);
    let mut values = client.logs().export_anything().send_events().await.unwrap();
    assert_eq!(values.try_next().await.unwrap().unwrap(), 1);
    assert_eq!(values.try_next().await.unwrap().unwrap(), "a");
}

#[tokio::test]
async fn json_instead_of_events_is_an_error() {
    let (server, client) = serve::<CreateCompletion>(&[]);
    let json = Answer::new(200, "{}").header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    server.on::<CreateCompletion>().reply(json);
    let error = ask(&client).await.unwrap_err();
    let expected = "the content type is `application/json` and not `text/event-stream`";
    assert_eq!(error.source().unwrap().to_string(), expected);
}
