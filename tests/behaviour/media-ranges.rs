//! Media types: what is sent and asked for, and the way to what is not chosen.

use std::error::Error as _;

use fixture_media_ranges::types::Thing;
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
    let answer = client.anything().get_anything().send().await.unwrap();
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
