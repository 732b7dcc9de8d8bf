use std::time::Duration;

use http::Method;
use serde_json::Value;

use super::script::{Script, status, with_body};
use crate::{Client, Error, Response, Retry};

async fn look(client: &Client) -> Result<Value, Error> {
    let request = client.request(Method::GET, "/api/thing");
    request.send().await.map(Response::into_body)
}

async fn wait(script: &Script, seconds: u64) -> Result<Value, Error> {
    let client = script.client(Retry::off());
    let timeout = Duration::from_secs(seconds);
    let is_done = |value: &Value| value["status"] == "AVAILABLE";
    client.wait_until(|| look(&client), is_done, timeout).await
}

fn is_send<T: Send>(value: T) -> T {
    value
}

#[tokio::test]
async fn a_look_is_taken_until_it_is_done() {
    let pending = with_body(200, r#"{"status":"PENDING"}"#);
    let done = with_body(200, r#"{"status":"AVAILABLE"}"#);
    let script = Script::new([pending.clone(), pending.clone(), done]);
    let seen = is_send(wait(&script, 60)).await.unwrap();
    assert_eq!(seen["status"], "AVAILABLE");
    assert_eq!(script.sleeps(), [1, 2].map(Duration::from_secs));
}

#[tokio::test]
async fn pauses_grow_and_end_within_the_timeout() {
    let script = Script::new([with_body(200, r#"{"status":"PENDING"}"#)]);
    let error = wait(&script, 100).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), "wait_until: timed out");
    let sleeps = script.sleeps();
    assert_eq!(sleeps, [1, 2, 4, 8, 16, 30, 30].map(Duration::from_secs));
}

#[tokio::test]
async fn a_failure_to_look_ends_it() {
    let script = Script::new([status(404)]);
    assert!(wait(&script, 60).await.unwrap_err().is_not_found());
    assert!(script.sleeps().is_empty());
}
