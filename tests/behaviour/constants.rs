//! What has one value is sent without anybody giving it, and read whatever it is.

use fixture_constants::types::{Dog, Envelope, Order, Pet};
use fixture_constants::{Client, Retry};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

fn sent<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn constants_are_written_and_are_no_arguments() {
    let order = Order::new(3, None);
    let text = serde_json::to_string(&order).unwrap();
    assert_eq!(
        text,
        r#"{"object":"order","version":2,"offset":-5000000000,"final":true,"count":3,"note":null}"#
    );
    let read: Order = serde_json::from_str(&text).unwrap();
    assert_eq!(read, order);
}

#[test]
fn another_value_than_the_constant_fails_no_response() {
    for changed in [json!({"object": "invoice"}), json!({"version": null}), json!({"final": [1]})] {
        let mut order = json!({"object": "order", "count": 1, "note": "n"});
        let (key, value) = changed.as_object().unwrap().iter().next().unwrap();
        order[key] = value.clone();
        let order: Order = serde_json::from_value(order).unwrap();
        assert_eq!(order.count, 1);
        assert_eq!(sent(&order)["version"], 2);
    }
}

#[tokio::test]
async fn parameters_with_one_value_or_a_default_are_sent_without_being_given() {
    let text = r#"{"pet":{"petType":"a_dog","name":"Rex"}}"#;
    let reply = || Reply::status(200).header("content-type", "application/json").body(text);
    let server = Server::start([reply(), reply()]).await.unwrap();
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let call = client.pets().put_dog(Dog::new("Rex"));
    call.clone().send().await.unwrap();
    call.page(2).send().await.unwrap();
    let requests = server.requests();
    let targets: Vec<_> = requests.iter().map(|it| it.target.as_str()).collect();
    assert_eq!(targets, ["/dog?kind=pet&page=1", "/dog?kind=pet&page=2"]);
    for request in requests {
        assert_eq!(request.header("x-version"), "2024");
        assert_eq!(request.header("cookie"), "region=7");
    }
}

#[tokio::test]
async fn a_child_that_is_sent_alone_has_its_tag() {
    let reply = Reply::status(200).header("content-type", "application/json");
    let text = r#"{"pet":{"petType":"a_dog","name":"Rex","bark":true}}"#;
    let server = Server::start([reply.body(text)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let dog = Dog::new("Rex").bark(true);
    let envelope: Envelope = client.pets().put_dog(dog.clone()).send().await.unwrap();
    assert_eq!(server.request().text(), r#"{"petType":"a_dog","name":"Rex","bark":true}"#);
    assert_eq!(envelope.pet, Pet::from(dog), "the union does not write the tag a second time");
    assert_eq!(serde_json::to_string(&envelope).unwrap(), text);
}
