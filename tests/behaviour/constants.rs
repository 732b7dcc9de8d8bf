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
    let order = Order::new(3, None, None);
    let text = serde_json::to_string(&order).unwrap();
    assert_eq!(
        text,
        concat!(
            r#"{"object":"order","version":2,"offset":-5000000000,"final":true,"rate":1.5,"loss":-0.25,"small":0.5,"#,
            r#""large":18446744073709551615,"whole":2,"bare":1234567.1234567,"exact":0.1,"#,
            r#""count":3,"note":null,"checked":null}"#
        )
    );
    let read: Order = serde_json::from_str(&text).unwrap();
    assert_eq!(read, order);
}

#[test]
fn another_value_than_the_constant_fails_no_response() {
    let changes = [
        json!({"object": "invoice"}),
        json!({"version": null}),
        json!({"final": [1]}),
        json!({"rate": 2.5}),
        json!({"large": "many"}),
    ];
    for changed in changes {
        let mut order = json!({"object": "order", "count": 1, "note": "n", "checked": true});
        let (key, value) = changed.as_object().unwrap().iter().next().unwrap();
        order[key] = value.clone();
        let order: Order = serde_json::from_value(order).unwrap();
        assert_eq!((order.count, order.checked), (1, Some(true)));
        assert_eq!(sent(&order)["version"], 2);
        assert_eq!(sent(&order)["rate"], 1.5);
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
    let fixed = "strict=true&ratio=0.5&filter=%22all%22&deep=true&level=3";
    assert_eq!(targets, [format!("/dog?kind=pet&page=1&{fixed}"), format!("/dog?kind=pet&page=2&{fixed}")]);
    for request in requests {
        assert_eq!(request.header("x-version"), "2024");
        assert_eq!(request.header("x-scale"), "2");
        assert_eq!(request.header("x-bare"), "false");
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
