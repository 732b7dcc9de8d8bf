use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method};
use serde_json::{Value, json};

use super::script::{Script, status, with_body};
use super::support::Memory;
use crate::types::PrivateLinkEndpoint;
use crate::{BearerToken, Retry};

#[tokio::test]
async fn a_request_of_ones_own_is_sent_like_any_other() {
    let memory = Memory::json(200, r#"{"n":[1]}"#);
    let client = memory.builder().credentials(BearerToken::new("token"));
    let request = client.build().unwrap();
    let response = request
        .request(Method::PUT, "/api/a%20b")
        .query("pageNum", 2)
        .query("a b", "ü&/")
        .with_header(ACCEPT, HeaderValue::from_static("application/json"))
        .json(&json!({"x": 1}))
        .send::<Value>()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.raw_body(), r#"{"n":[1]}"#);
    assert_eq!(response.into_body(), json!({"n": [1]}));
    let request = memory.request();
    assert_eq!(request.method(), "PUT");
    let uri = "https://example.test/api/a%20b?pageNum=2&a%20b=%C3%BC%26%2F";
    assert_eq!(request.uri(), uri);
    assert_eq!(request.headers()[ACCEPT], "application/json");
    assert_eq!(request.headers()[CONTENT_TYPE], "application/json");
    assert_eq!(request.headers()[AUTHORIZATION], "Bearer token");
    assert_eq!(request.body(), r#"{"x":1}"#);
}

#[tokio::test]
async fn a_media_type_of_ones_own_wins() {
    for json_first in [true, false] {
        let memory = Memory::json(200, "");
        let request = memory.client().request(Method::POST, "/api");
        let own = HeaderValue::from_static("a/b+json");
        let request = if json_first {
            request.json(&1).with_header(CONTENT_TYPE, own)
        } else {
            request.with_header(CONTENT_TYPE, own).json(&1)
        };
        request.send_bytes().await.unwrap();
        assert_eq!(memory.request().headers()[CONTENT_TYPE], "a/b+json");
    }
}

#[tokio::test]
async fn a_later_body_replaces_one_that_is_no_json() {
    let memory = Memory::json(200, "");
    let request = memory.client().request(Method::POST, "/api");
    let invalid = std::collections::BTreeMap::from([(vec![1], 1)]);
    let request = request.json(&invalid);
    assert!(request.clone().send_bytes().await.is_err());
    request.json(&1).send_bytes().await.unwrap();
    assert_eq!(memory.request().body(), "1");
}

#[tokio::test]
async fn a_body_is_whatever_can_be_deserialized() {
    let script = Script::new([with_body(200, r#"{"cloudProvider":"AWS"}"#), status(204)]);
    let client = script.client(Retry::new());
    let request = || client.request(Method::GET, "/api");
    let body = request().send::<PrivateLinkEndpoint>().await.unwrap();
    assert_eq!(body.body().tag(), Some("AWS"));
    request().send::<()>().await.unwrap();
    let script = Script::new([with_body(200, "<html>")]);
    let request = script.client(Retry::new()).request(Method::GET, "/api");
    let error = request.send::<Value>().await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.to_string(), "GET /api: 200 OK: unexpected body");
    assert_eq!(error.body().unwrap(), "<html>");
}

#[tokio::test]
async fn a_path_cannot_leave_the_base_url() {
    for path in [
        "",
        "@evil.test/",
        ".evil.test/",
        "ftp://example.test/a",
        "https://user:password@example.test/a",
        "https://example.test.evil/a",
        "https:/example.test/a",
        "/a?b=c#d",
        "/a?b c",
        "/a#b",
        "/a b",
        "/a\r\nb",
        "/\u{2028}",
    ] {
        let memory = Memory::json(200, "");
        let request = memory.client().request(Method::GET, path);
        let error = request.send_bytes().await.unwrap_err();
        assert!(error.is_not_sent(), "{path}: {error}");
        let breaks = |c: char| c.is_control() || c == '\u{2028}';
        assert!(!error.to_string().contains(breaks), "{error:?}");
        assert!(memory.requests.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_query_may_be_part_of_the_path() {
    let memory = Memory::json(200, "");
    let request = memory.client().request(Method::GET, "/api?a=%26&b");
    request.query("c", "&").send_bytes().await.unwrap();
    assert_eq!(
        memory.request().uri(),
        "https://example.test/api?a=%26&b&c=%26"
    );
}

#[tokio::test]
async fn absolute_urls_are_at_the_origin_of_the_client() {
    let memory = Memory::json(200, "");
    let builder = memory.builder().credentials(BearerToken::new("token"));
    let client = builder.base_url("https://example.test/v2").build().unwrap();
    let url = "https://EXAMPLE.test:443/other?page=2";
    let request = client.request(Method::GET, url);
    request.send_bytes().await.unwrap();
    let sent = memory.request();
    assert_eq!(sent.uri(), "https://example.test/other?page=2");
    assert_eq!(sent.headers()[AUTHORIZATION], "Bearer token");
    for (url, origin) in [
        ("https://evil.test/other?token=hunter2", "https://evil.test"),
        ("http://example.test/other", "http://example.test"),
        ("https://example.test:8443/", "https://example.test:8443"),
    ] {
        let error = client
            .request(Method::GET, url)
            .send_bytes()
            .await
            .unwrap_err();
        let expected = format!("the URL is at `{origin}` and not at `https://example.test`");
        assert!(
            error.is_not_sent() && error.to_string().contains(&expected),
            "{error}"
        );
        assert!(!error.to_string().contains("hunter2"), "{error}");
    }
    assert_eq!(memory.requests.lock().unwrap().len(), 1);
}

#[test]
fn a_command_line_shows_no_value_of_the_query() {
    let client = Memory::json(200, "").client();
    let request = client
        .request(Method::GET, "/a?q=hunter2&x")
        .query("r", "hunter2");
    let command = request.to_curl().unwrap();
    let url = "'https://example.test/a?q=%5Bredacted%5D&x&r=%5Bredacted%5D'";
    assert!(command.ends_with(url), "{command}");
}

#[test]
fn debug_shows_no_query_and_no_body() {
    let client = Memory::json(200, "").client();
    let request = client
        .request(Method::POST, "/api?p=hunter2")
        .query("q", "hunter2");
    let text = format!("{:?}", request.json(&"hunter2"));
    assert!(text.contains("POST") && !text.contains("hunter2"), "{text}");
}
