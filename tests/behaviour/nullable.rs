//! Null comes in where the document has it, in whatever words, and goes out as null.

use fixture_nullable::types::{House, HouseState, Owner};
use fixture_nullable::{Client, Retry};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

fn house(owner: &Value) -> Value {
    json!({
        "beside": owner, "wrapped": owner, "bare": owner, "anything": owner, "empty": owner,
        "constant": owner, "together": owner, "through": owner,
    })
}

#[test]
fn each_spelling_is_the_type_or_null() {
    let nobody: House = serde_json::from_value(house(&Value::Null)).unwrap();
    let owners = |house: House| {
        let House { beside, wrapped, bare, anything, empty, constant, together, through, .. } = house;
        [beside, wrapped, bare, anything, empty, constant, together, through]
    };
    assert_eq!(serde_json::to_value(&nobody).unwrap(), house(&Value::Null));
    assert_eq!(owners(nobody), [const { None::<Owner> }; 8]);
    let ada: House = serde_json::from_value(house(&json!({"name": "Ada"}))).unwrap();
    assert_eq!(serde_json::to_value(&ada).unwrap(), house(&json!({"name": "Ada"})));
    assert!(owners(ada).iter().flatten().all(|owner| owner.name == "Ada"));
}

#[tokio::test]
async fn null_goes_out_and_comes_in() {
    let mut body = house(&json!({"name": "Ada"}));
    body["kept"] = Value::Null;
    body["state"] = json!("");
    body["lists"] = json!([{"name": "Ada"}, null]);
    body["maps"] = json!({"hall": null, "roof": "open"});
    body["number"] = Value::Null;
    let reply = Reply::status(200).header("content-type", "application/json");
    let server = Server::start([reply.body(body.to_string())]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let house: House = serde_json::from_value(body.clone()).unwrap();
    let echoed = client.houses().send_house(house.clone()).send().await.unwrap();
    assert_eq!(echoed, house);
    let sent: Value = serde_json::from_str(&server.request().text()).unwrap();
    assert_eq!(sent, body);
    assert_eq!(house.maps.unwrap()["hall"], None);
}

#[test]
fn the_values_of_several_enums_are_one_enum() {
    let read = |value: Value| serde_json::from_value::<HouseState>(value).unwrap();
    assert_eq!(read(json!("open")), HouseState::Open);
    assert_eq!(read(json!("")), HouseState::Empty);
    assert!(!read(json!("new")).is_known());
}

#[test]
fn null_that_the_document_does_not_have_loses_no_response() {
    let mut body = house(&Value::Null);
    body["lists"] = Value::Null;
    body["undocumented"] = json!([1, null, 2]);
    body["beside"] = json!({"name": null});
    let house: House = serde_json::from_value(body).unwrap();
    assert_eq!(house.undocumented, Some(vec![1, 2]));
    assert_eq!(house.beside.unwrap().name, "");
    assert_eq!(house.lists, None);
}
