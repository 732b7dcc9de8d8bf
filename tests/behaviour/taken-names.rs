//! Names that macros, templates and examples use as well: the wire has the words of the document all the same.

use fixture_taken_names::api::LocalsCallRequired;
use fixture_taken_names::types::{BoxModel, ErrModel, Everything, OptionModel, Tagged, Untagged};
use fixture_taken_names::{Client, Retry};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

#[test]
fn values_called_as_associated_items_are_values() {
    for value in ["Err", "err", "Error", "Self", "self", "Unknown", "KNOWN", "known", "None"] {
        let read: ErrModel = value.parse().unwrap();
        assert!(read.is_known(), "{value}");
        assert_eq!(serde_json::to_value(read).unwrap(), json!(value));
    }
    assert!(!ErrModel::from("err ").is_known());
}

#[test]
fn variants_called_as_locals_are_read_and_written() {
    for tag in ["Err", "Error", "At", "Self", "Unknown", "value"] {
        let member = match tag {
            "Err" | "Self" | "Unknown" => format!("in_Kind{tag}"),
            "value" => "in_KindValue".to_owned(),
            other => format!("in_{other}"),
        };
        let json = json!({"kind": tag, (member): "text"});
        let read: Tagged = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(read.tag(), Some(tag));
        assert!(!matches!(read, Tagged::Unrecognized(_)), "{tag}");
        assert_eq!(serde_json::to_value(read).unwrap(), json);
    }
    let json = json!({"in_At": "text"});
    let read: Untagged = serde_json::from_value(json.clone()).unwrap();
    assert!(matches!(read, Untagged::At(_)));
    assert_eq!(serde_json::to_value(read).unwrap(), json);
}

#[tokio::test]
async fn parameters_and_a_body_of_one_name_are_told_apart() {
    let body = json!({"Option": {"in_Option": "o"}, "Box": {"in_Box": "b"}});
    let server = Server::start([Reply::json(202, &json!({"in_Option": "text"}))]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let sent = Everything::new(BoxModel::new("b"), OptionModel::new("o"));
    let call = client.locals().locals(LocalsCallRequired {
        path: "p",
        arguments: "a",
        types: "t",
        answer: "answer",
        body: "body",
        call_: "call",
        client_: "client",
        value: "value",
        request_body: sent,
    });
    let answer = call.send().await.unwrap();
    assert!(format!("{answer:?}").starts_with("Accepted"), "{answer:?}");
    let request = server.request();
    let expected = "/locals/p/a/t?answer=answer&body=body&call=call&client=client&value=value";
    assert_eq!(request.target, expected);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&request.text()).unwrap(), body);
}
