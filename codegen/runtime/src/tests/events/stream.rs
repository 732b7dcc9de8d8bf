//! Calls that receive sequences of values.

use std::error::Error as _;

use futures_core::Stream;
use http::{HeaderValue, Method};

use crate::call::{self, Call, Operation};
use crate::events::{
    BodyFlag, ParameterFlag, Streaming, evented, json_event, json_value, lines, sequence,
    server_sent, text_event,
};
use crate::tests::script::{Answer, Script, status, with_body};
use crate::tests::support::serve_once;
use crate::{Client, Error, Event, Events, Retry, wire};

#[derive(Clone, Default)]
pub(super) struct Part {
    text: String,
}
wire::object!(Part { text: "text" });

static WRITE: Operation = Operation {
    id: "writeStory",
    method: Method::POST,
    path: "/stories",
    parameters: &[&call::query("stream")],
    content_type: Some(HeaderValue::from_static("application/json")),
    accept: Some(HeaderValue::from_static("application/json")),
    security: &[],
    envelope: None,
};

macro_rules! stories {
    ($($name:ident: $value:ty, $read:expr, $media_type:literal, $framing:expr, $flag:expr, $terminator:expr;)*) => {$(
        pub(super) struct $name {
            pub(super) call: Box<Call>,
        }
        impl $name {
            pub(super) fn new(client: &Client) -> Self {
                let mut call = Call::new(client, &WRITE);
                call.body(&Part { text: "once".to_owned() });
                Self { call }
            }
        }
        evented!($name: $value, $read, Streaming {
            media_type: $media_type,
            framing: $framing,
            flag: $flag,
            terminator: $terminator,
        });
    )*};
}

stories! {
    WriteParts: Event<Part>, json_event, "text/event-stream", server_sent, Some(&BodyFlag("stream")), Some("[DONE]");
    WriteLines: Part, json_value, "application/x-ndjson", lines, Some(&ParameterFlag("stream")), None;
    WriteSequence: Part, json_value, "application/json-seq", sequence, None, None;
}

pub(super) struct WriteTexts {
    call: Box<Call>,
}
evented!(WriteTexts: Event<String>, text_event, Streaming {
    media_type: "text/event-stream",
    framing: server_sent,
    flag: None,
    terminator: None,
});

pub(super) fn events(body: &'static str) -> Answer {
    Answer::Status(200, vec![("content-type", "text/event-stream")], body)
}

/// The texts, and the messages of the errors.
pub(super) async fn texts(mut parts: Events<Event<Part>>) -> Vec<String> {
    let mut texts = Vec::new();
    loop {
        match parts.try_next().await {
            Ok(Some(event)) => texts.push(event.into_data().text),
            Ok(None) => return texts,
            Err(error) => texts.push(error.to_string()),
        }
    }
}

fn is_stream<T: Stream + Send + Unpin>(stream: T) -> T {
    stream
}

#[tokio::test]
async fn a_call_asks_for_events_and_receives_them() {
    let script = Script::new([events(
        "event: part\nid: 1\nretry: 5\ndata: {\"text\":\"a\"}\n\ndata: {\"text\":\ndata: \"b\"}\n\n",
    )]);
    let client = script.client(Retry::new());
    let mut parts = is_stream(WriteParts::new(&client).send_events().await.unwrap());
    assert_eq!((parts.status().as_u16(), parts.headers().len()), (200, 1));
    let first = parts.try_next().await.unwrap().unwrap();
    assert_eq!((first.event(), first.id()), ("part", Some("1")));
    assert_eq!(first.retry().unwrap().as_millis(), 5);
    assert_eq!(
        (&*first.data().text, &first.raw_data()[..]),
        ("a", &br#"{"text":"a"}"#[..])
    );
    let second = parts.try_next().await.unwrap().unwrap();
    assert_eq!(
        (second.event(), second.id(), second.retry()),
        ("message", Some("1"), None)
    );
    assert_eq!(second.data().text, "b");
    assert!(parts.try_next().await.unwrap().is_none());
    assert!(parts.try_next().await.unwrap().is_none());
    let request = &script.requests()[0];
    assert_eq!(request.headers()["accept"], "text/event-stream");
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.body(), r#"{"stream":true,"text":"once"}"#);
    assert_eq!(request.uri().query(), None);
}

#[tokio::test]
async fn a_value_that_does_not_decode_is_one_error() {
    let script = Script::new([events(
        "data: {\"text\":\"a\"}\n\ndata: {\"text\":{}}\n\ndata: oh\n\ndata:\n\ndata: {\"text\":\"b\"}\n\n",
    )]);
    let client = script.client(Retry::new());
    let parts = WriteParts::new(&client).send_events().await.unwrap();
    let texts = texts(parts).await;
    assert_eq!(texts.len(), 5);
    assert_eq!((&*texts[0], &*texts[4]), ("a", "b"));
    for error in &texts[1..4] {
        assert!(error.starts_with("writeStory: "), "{error}");
    }
}

#[tokio::test]
async fn the_terminator_ends_the_sequence() {
    let script = Script::new([events(
        "data: {\"text\":\"a\"}\n\ndata: [DONE]\n\ndata: {\"text\":\"b\"}\n\n",
    )]);
    let client = script.client(Retry::new());
    let parts = WriteParts::new(&client).send_events().await.unwrap();
    assert_eq!(texts(parts).await, ["a"]);
}

#[tokio::test]
async fn events_may_have_text() {
    let script = Script::new([events("data: [DONE]\n\ndata: {\n\n")]);
    let call = Call::new(&script.client(Retry::new()), &WRITE);
    let mut events = WriteTexts { call }.send_events().await.unwrap();
    assert_eq!(
        events.try_next().await.unwrap().unwrap().into_data(),
        "[DONE]"
    );
    assert_eq!(events.try_next().await.unwrap().unwrap().into_data(), "{");
}

#[tokio::test]
async fn lines_and_texts_are_values() {
    let script = Script::new([with_body(200, "{\"text\":\"a\"}\noh\n\n{\"text\":\"b\"}")]);
    let client = script.client(Retry::new());
    let mut parts = WriteLines::new(&client).send_events().await.unwrap();
    assert_eq!(parts.try_next().await.unwrap().unwrap().text, "a");
    assert!(parts.try_next().await.is_err());
    assert_eq!(parts.try_next().await.unwrap().unwrap().text, "b");
    assert!(parts.try_next().await.unwrap().is_none());
    let request = &script.requests()[0];
    assert_eq!(request.headers()["accept"], "application/x-ndjson");
    assert_eq!(request.uri().query(), Some("stream=true"));
    assert_eq!(request.body(), r#"{"text":"once"}"#);

    let script = Script::new([with_body(200, "\u{1E}{\"text\":\"a\"}\n\u{1E}12")]);
    let client = script.client(Retry::new());
    let mut parts = WriteSequence::new(&client).send_events().await.unwrap();
    assert_eq!(parts.try_next().await.unwrap().unwrap().text, "a");
    let error = parts.try_next().await.map(drop).unwrap_err();
    assert_eq!(
        error.source().unwrap().to_string(),
        "the value may be truncated"
    );
    assert!(parts.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn json_instead_of_events_is_an_error_with_its_body() {
    let body = r#"{"errorCode":"NO_STREAM"}"#;
    let script = Script::new([Answer::Status(
        200,
        vec![("content-type", "application/json")],
        body,
    )]);
    let client = script.client(Retry::new());
    let error = WriteParts::new(&client)
        .send_events()
        .await
        .map(drop)
        .unwrap_err();
    let expected = "the content type is `application/json` and not `text/event-stream`";
    assert_eq!(error.source().unwrap().to_string(), expected);
    assert_eq!(error.body().unwrap(), body);
}

#[tokio::test]
async fn a_failure_is_read_whole_and_tried_again() {
    let script = Script::new([status(429), with_body(409, r#"{"errorCode":"X"}"#)]);
    let client = script.client(Retry::new());
    let error = WriteParts::new(&client)
        .send_events()
        .await
        .map(drop)
        .unwrap_err();
    assert_eq!((error.error_code(), error.attempts()), (Some("X"), 2));
}

#[tokio::test]
async fn a_value_that_is_too_long_ends_the_sequence() {
    let script = Script::new([events(
        "data: {\"text\":\"a\"}\n\ndata: {\"text\":\"0123456789012345678\"}\n\n",
    )]);
    let client = script.builder().max_response_bytes(30).build().unwrap();
    let mut parts = WriteParts::new(&client).send_events().await.unwrap();
    assert_eq!(parts.try_next().await.unwrap().unwrap().data().text, "a");
    assert!(parts.try_next().await.is_err());
    assert!(parts.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_an_error() {
    let answer =
        b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\ndata: {\"text\":\"a\"}\n\ndata".to_vec();
    let (url, _served) = serve_once(answer).await;
    let client = Client::builder().base_url(url).build().unwrap();
    let mut parts = WriteParts::new(&client).send_events().await.unwrap();
    assert_eq!(parts.try_next().await.unwrap().unwrap().data().text, "a");
    let error: Error = parts.try_next().await.map(drop).unwrap_err();
    assert!(!error.is_decode(), "{error}");
    assert!(parts.try_next().await.unwrap().is_none());
}
