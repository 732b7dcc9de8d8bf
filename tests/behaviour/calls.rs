//! What surrounds a call: keys that identify its attempts, parameters and headers that no document describes.

use std::time::Duration;

use fixture_calls::http::header::{HeaderName, HeaderValue};
use fixture_calls::types::Order;
use fixture_calls::{Client, Retry};
use serde_json::json;
use workspace_tests::server::{Recorded, Reply, Server};

/// A server that is unavailable twice, and a client of it that does not wait.
async fn serve() -> (Server, Client) {
    let order = Reply::json(200, &json!({"name": "it"}));
    let script = [Reply::status(503), Reply::status(502), order];
    let server = Server::start(script).await.unwrap();
    let retry = Retry::new().backoff(Duration::ZERO, Duration::ZERO);
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(retry).build().unwrap();
    (server, client)
}

fn keys(requests: &[Recorded], name: &str) -> Vec<String> {
    requests.iter().map(|it| it.header(name).to_owned()).collect()
}

#[tokio::test]
async fn a_random_key_makes_retries_safe() {
    let (server, client) = serve().await;
    client.orders().create_order(Order::new("it")).send().await.unwrap();
    let keys = keys(&server.requests(), "idempotency-key");
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    let parts: Vec<_> = keys[0].split('-').map(str::len).collect();
    assert_eq!(parts, [8, 4, 4, 4, 12], "{keys:?}");
    assert!(keys[0].chars().all(|c| c == '-' || c.is_ascii_hexdigit()), "{keys:?}");

    let (other, client) = serve().await;
    client.orders().create_order(Order::new("it")).send().await.unwrap();
    assert_ne!(other.requests()[0].header("idempotency-key"), keys[0], "another call");
}

#[tokio::test]
async fn a_key_of_the_caller_is_used_for_all_attempts() {
    let (server, client) = serve().await;
    let call = client.orders().create_order(Order::new("it"));
    call.idempotency_key("mine").send().await.unwrap();
    assert_eq!(keys(&server.requests(), "idempotency-key"), ["mine"; 3]);

    let (server, client) = serve().await;
    let call = client.orders().create_order(Order::new("it"));
    let name = HeaderName::from_static("idempotency-key");
    call.with_header(name, HeaderValue::from_static("own")).send().await.unwrap();
    assert_eq!(keys(&server.requests(), "idempotency-key"), ["own"; 3]);

    let (server, client) = serve().await;
    let key = "f81d4fae-7dec-41d0-a765-00a0c91e6bf6";
    let call = client.orders().change_order("7", key, Order::new("it"));
    call.send().await.unwrap();
    assert_eq!(keys(&server.requests(), "x-idempotency-key"), [key; 3]);
}

#[tokio::test]
async fn without_a_key_a_post_is_sent_once() {
    let (server, client) = serve().await;
    let error = client.orders().mail_order("7").send().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), server.requests().len()), (503, 1));
}

#[tokio::test]
async fn a_command_line_has_no_key() {
    let (_server, client) = serve().await;
    let line = client.orders().create_order(Order::new("it")).to_curl().unwrap();
    assert!(!line.contains("idempotency-key"), "{line}");
}

#[tokio::test]
async fn a_call_takes_parameters_that_the_document_does_not_describe() {
    let server = Server::start([Reply::json(200, &json!([]))]).await.unwrap();
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let call = client.orders().list_orders().with_query("debug", true);
    call.with_query("tag", "a&b").send().await.unwrap();
    assert_eq!(server.request().target, "/orders?debug=true&tag=a%26b");
}
