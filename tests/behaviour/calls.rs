//! What surrounds a call: keys that identify its attempts, parameters and headers that no document describes.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use fixture_calls::http::header::{HeaderName, HeaderValue};
use fixture_calls::types::Order;
use fixture_calls::testing::{Answer, InMemory};
use fixture_calls::api::{CreateOrder, ListOrders};
use fixture_calls::{Attempt, BoxFuture, Call, Client, Error, Interceptor, Outcome, Retry};
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

/// Counts the attempts of each operation and numbers the requests.
#[derive(Clone, Default)]
struct Metrics(Arc<Mutex<Vec<(String, u32, Option<u16>)>>>);

impl Interceptor for Metrics {
    fn before<'a>(
        &'a self,
        attempt: Attempt<'a>,
        request: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), Box<dyn std::error::Error + Send + Sync>>> {
        let name = HeaderName::from_static("x-attempt");
        request.headers_mut().insert(name, attempt.number.into());
        Box::pin(async { Ok(()) })
    }

    fn after(&self, attempt: Attempt<'_>, outcome: Outcome<'_>) {
        let operation = format!("{} {} {}", attempt.operation, attempt.method, attempt.path);
        let status = outcome.status.map(|status| status.as_u16());
        self.0.lock().unwrap().push((operation, attempt.number, status));
    }
}

/// Sends any call, and again what cannot be sent twice by itself.
async fn insist<C: Call<Output: Send + 'static> + Clone>(call: C) -> (String, Result<C::Output, Error>) {
    let name = format!("{} {} {}", call.operation(), call.method(), call.path());
    let result = match call.clone().send().await {
        Err(error) if error.is_server_error() => call.send().await,
        result => result,
    };
    (name, result)
}

#[tokio::test]
async fn generic_code_and_interceptors_know_the_operation() {
    let metrics = Metrics::default();
    let server = InMemory::new();
    let client = Client::builder().base_url("http://test").transport(server.clone());
    let client = client.interceptor(metrics.clone()).build().unwrap();
    let orders = server.on::<CreateOrder>();
    orders.reply(Answer::new(503, ""));
    orders.answer(Order::new("it"));
    server.on::<ListOrders>().answer(vec![Order::new("it")]);
    let (name, order) = insist(client.orders().create_order(Order::new("it"))).await;
    assert_eq!((&*name, order.unwrap().name), ("createOrder POST /orders", "it".to_owned()));
    let (name, list) = insist(client.orders().list_orders()).await;
    assert_eq!((&*name, list.unwrap().len()), ("listOrders GET /orders", 1));
    let seen = metrics.0.lock().unwrap().clone();
    let create = "createOrder POST /orders".to_owned();
    let list = "listOrders GET /orders".to_owned();
    assert_eq!(seen, [(create.clone(), 1, Some(503)), (create, 2, Some(200)), (list, 1, Some(200))]);
    assert_eq!(orders.requests()[1].headers()["x-attempt"], "2");
}
