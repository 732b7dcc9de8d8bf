//! Media types: what is sent and asked for, and the way to what is not chosen.

use std::error::Error as _;

use fixture_media_ranges::api::{CreateEventBody, PatchEventBody, PutEventBody};
use fixture_media_ranges::types::{
    Event, EventPatch, EventPlace, EventPlacePatch, Step, StepOp, Thing, Upload, Wrapped,
};
use fixture_media_ranges::wire::{Part, Patch};
use fixture_media_ranges::{Client, Retry};
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use serde_json::json;
use workspace_tests::server::{Reply, Server};

async fn serve(reply: Reply) -> (Server, Client) {
    let server = Server::start([reply]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn a_range_beside_a_schema_is_json() {
    let (server, client) = serve(Reply::json(200, &json!({"name": "b"}))).await;
    let answer = client.things().put_thing(Thing::new("a")).send().await.unwrap();
    assert_eq!(answer, Thing::new("b"));
    let request = server.request();
    assert_eq!(request.header("accept"), "application/json");
    assert_eq!(request.header("content-type"), "application/json");
    assert_eq!(request.text(), r#"{"name":"a"}"#);
}

#[tokio::test]
async fn what_was_asked_for_and_did_not_come_keeps_its_bytes() {
    let reply = Reply::status(200).header("content-type", "text/html").body("<p>");
    let (_server, client) = serve(reply).await;
    let error = client.things().put_thing(Thing::new("a")).send().await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.source().unwrap().to_string(), "the content type is `text/html` and not JSON");
    assert_eq!(&error.body().unwrap()[..], b"<p>");
    let (_server, client) = serve(Reply::status(200)).await;
    let error = client.things().put_thing(Thing::new("a")).send().await.unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "the body is empty (status 200), JSON was expected");
}

#[tokio::test]
async fn json_is_chosen_and_the_others_can_be() {
    let (server, client) = serve(Reply::json(200, &json!({"name": "b"}))).await;
    let call = client.things().post_thing().body(Thing::new("a"));
    assert_eq!(call.send().await.unwrap(), Thing::new("b"));
    let request = server.request();
    assert_eq!(request.header("accept"), "application/json; charset=utf-8");
    assert_eq!(request.header("content-type"), "application/json; charset=utf-8");

    let (server, client) = serve(Reply::status(200).header("content-type", "text/csv").body("b")).await;
    let call = client.things().post_thing().with_body("text/csv", "a");
    let answer = call.send_as("text/csv").await.unwrap();
    assert_eq!(&answer.body()[..], b"b");
    let request = server.request();
    assert_eq!(request.header("accept"), "text/csv");
    assert_eq!((request.header("content-type"), &*request.text()), ("text/csv", "a"));

    let call = client.things().post_thing().with_body("text/\n", "a");
    let error = call.send().await.unwrap_err();
    assert!(error.is_not_sent(), "this is no media type");
}

#[tokio::test]
async fn the_caller_says_what_a_range_leaves_open() {
    let (server, client) = serve(Reply::status(200).body("png")).await;
    let png = HeaderValue::from_static("image/png");
    let call = client.images().post_image("raw").with_header(CONTENT_TYPE, png);
    assert_eq!(&call.send().await.unwrap()[..], b"png");
    let request = server.request();
    assert_eq!(request.header("content-type"), "image/png");
    assert_eq!(request.header("accept"), "image/*");

    let (server, client) = serve(Reply::status(200).body("any")).await;
    let answer = client.anything().get().send().await.unwrap();
    assert_eq!(&answer[..], b"any");
    assert_eq!(server.request().header("accept"), "*/*");
}

#[tokio::test]
async fn plain_json_is_sent_and_asked_for_wherever_it_stands() {
    let (server, client) = serve(Reply::json(200, &json!({"name": "b"}))).await;
    client.orders().post_order().body(Thing::new("a")).send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/json");
    assert_eq!(request.header("accept"), "application/json");

    let (server, client) = serve(Reply::json(200, &json!({"name": "b"}))).await;
    client.orders().put_order(Thing::new("a")).send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/json", "a range is no content type");
    assert_eq!(request.header("accept"), "application/json", "and not the events");
}

#[tokio::test]
async fn an_object_is_a_merge_patch_and_a_list_can_be_a_json_patch() {
    let (server, client) = serve(Reply::status(202)).await;
    let patch = std::collections::BTreeMap::from([("a".to_owned(), json!(null))]);
    let answer = client.orders().patch_order().body(patch).send().await.unwrap();
    assert_eq!(answer, None);
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/merge-patch+json");
    assert_eq!(request.text(), r#"{"a":null}"#);

    // The status declares a body, and the operation has a success without one.
    let (server, client) = serve(Reply::status(200)).await;
    let call = client.orders().patch_order();
    let call = call.with_body("application/json-patch+json", r#"[{"op":"remove","path":"/a"}]"#);
    assert_eq!(call.send().await.unwrap(), None);
    assert_eq!(server.request().header("content-type"), "application/json-patch+json");
}

#[tokio::test]
async fn json_may_begin_with_a_mark_and_is_utf_8() {
    let reply = |content_type: &'static str, body: &'static str| {
        serve(Reply::status(200).header("content-type", content_type).body(body))
    };
    let (_server, client) = reply("application/json; charset=UTF-8", "\u{feff}{\"name\":\"ü\"}").await;
    let answer = client.things().put_thing(Thing::new("a")).send().await.unwrap();
    assert_eq!(answer, Thing::new("ü"));
    let (_server, client) = reply("application/json; charset=utf-16", "{}").await;
    let error = client.things().put_thing(Thing::new("a")).send().await.unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "the charset is `utf-16`, JSON is UTF-8");
    let (_server, client) = reply("text/event-stream", "data: {}\n\n").await;
    let error = client.orders().put_order(Thing::new("a")).send().await.unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "the content type is `text/event-stream` and not JSON");
}

fn event() -> Event {
    let tags = vec!["a b".to_owned(), "c".to_owned()];
    Event::new(7, "1234").name("it".to_owned()).tags(tags).place(EventPlace::new().x(0.5))
}

/// The media type and the body of a request to create an event.
async fn created(body: impl Into<CreateEventBody>) -> (String, String) {
    let (server, client) = serve(Reply::json(201, &json!({"id": 7, "pin": "1234"}))).await;
    client.events().create_event(body).send().await.unwrap();
    let request = server.request();
    (request.header("content-type").to_owned(), request.text())
}

#[tokio::test]
async fn one_value_can_be_sent_in_each_media_type() {
    let json = r#"{"id":7,"pin":"1234","name":"it","tags":["a b","c"],"place":{"x":0.5}}"#;
    let expected = ("application/json".to_owned(), json.to_owned());
    assert_eq!(created(event()).await, expected);
    assert_eq!(created(CreateEventBody::Json(event())).await, expected);

    let form = "id=7&pin=1234&name=it&tags=a%20b%7Cc&place=%7B%22x%22%3A0.5%7D";
    let expected = ("application/x-www-form-urlencoded".to_owned(), form.to_owned());
    assert_eq!(created(CreateEventBody::Form(event())).await, expected);

    let (media_type, text) = created(CreateEventBody::Multipart(event())).await;
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let part = |head: &str, body: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name={head}\r\n\r\n{body}\r\n")
    };
    let json = "\r\nContent-Type: application/json";
    let parts = [
        part("\"id\"", "7"),
        part("\"pin\"", "1234"),
        part("\"name\"", "it"),
        part(&format!("\"tags\"{json}"), r#"["a b","c"]"#),
        part(&format!("\"place\"{json}"), r#"{"x":0.5}"#),
        format!("--{boundary}--\r\n"),
    ];
    assert_eq!(text, parts.concat());
}

#[tokio::test]
async fn the_type_of_a_value_chooses_the_media_type() {
    let (server, client) = serve(Reply::status(204)).await;
    let steps = vec![Step::new(StepOp::Remove, "/name")];
    client.events().patch_event().body(steps).send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/json-patch+json");
    assert_eq!(request.text(), r#"[{"op":"remove","path":"/name"}]"#);

    let json = r#"{"id":7,"pin":"1","name":null}"#;
    let patch = || Event::new(7, "1").name(Patch::Null);
    for (body, media_type) in [
        (PatchEventBody::from(patch()), "application/json"),
        (PatchEventBody::StrategicMergePatch(patch()), "application/strategic-merge-patch+json"),
    ] {
        let (server, client) = serve(Reply::status(204)).await;
        client.events().patch_event().body(body).send().await.unwrap();
        let request = server.request();
        assert_eq!((request.header("content-type"), &*request.text()), (media_type, json));
    }

    let (server, client) = serve(Reply::status(204)).await;
    let call = client.events().patch_event().body(EventPatch::new(7, "1"));
    call.body(patch()).send().await.unwrap();
    assert_eq!(server.request().header("content-type"), "application/json", "the last body counts");
}

/// RFC 7396: `null` deletes, at any depth of objects; a list is replaced as a whole.
#[tokio::test]
async fn a_merge_patch_deletes_what_is_optional() {
    let (server, client) = serve(Reply::status(204)).await;
    let place = EventPlacePatch::new().x(Patch::Null);
    let patch = EventPatch::new(7, "1").name(Patch::Null).tags(Patch::Null).place(place);
    client.events().patch_event().body(patch).send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/merge-patch+json");
    assert_eq!(request.text(), r#"{"id":7,"pin":"1","name":null,"tags":null,"place":{"x":null}}"#);
}

#[tokio::test]
async fn alternatives_have_types_of_their_own() {
    let reply = || Reply::json(200, &json!({"id": 7, "pin": "1"}));
    let (server, client) = serve(reply()).await;
    let upload = Upload::new("t", Part::new("pixels").file_name("a.png"));
    client.events().put_event(upload).send().await.unwrap();
    let request = server.request();
    assert!(request.header("content-type").starts_with("multipart/form-data; boundary="));
    assert!(request.text().contains("name=\"file\"; filename=\"a.png\"\r\nContent-Type: application/octet-stream\r\n\r\npixels\r\n"));

    let wrapped = Wrapped::new(Event::new(7, "1"));
    let reply = Reply::status(200).header("content-type", "application/vnd.calendar+json");
    let (server, client) = serve(reply.body(r#"{"event":{"id":7,"pin":"1"}}"#)).await;
    let call = client.events().put_event(wrapped.clone());
    let answer = call.send_as("application/vnd.calendar+json").await.unwrap();
    assert_eq!(answer.decode::<Wrapped>().unwrap(), wrapped);
    let request = server.request();
    assert_eq!(request.header("content-type"), "application/vnd.calendar+json");
    assert_eq!(request.text(), r#"{"event":{"id":7,"pin":"1"}}"#);
}

#[tokio::test]
async fn no_media_type_shows_a_secret() {
    let client = Client::builder().base_url("https://api.example.com").build().unwrap();
    let bodies = [CreateEventBody::Json(event()), CreateEventBody::Form(event()), CreateEventBody::Multipart(event())];
    for body in bodies {
        assert!(!format!("{body:?}").contains("1234"));
        let call = client.events().create_event(body);
        let shown = call.to_curl().unwrap();
        assert!(!shown.contains("1234"), "{shown}");
        assert!(!format!("{call:?}").contains("1234"));
    }
    assert!(format!("{:?}", PutEventBody::from(Event::new(7, "1"))).starts_with("Json(Event { id: 7"));
}
