//! Numbers of every width go out and come in to the last digit, and not beyond.

use fixture_numbers::types::{EchoPort, Numbers, NumbersHalf, NumbersSteps, Whole};
use fixture_numbers::wire::Decimal;
use fixture_numbers::{Client, Retry};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

#[tokio::test]
async fn every_width_keeps_its_ends() {
    let text = r#"{"i8":-128,"i16":-32768,"i32":-2147483648,"i64":-9223372036854775808,"u8":255,"u16":65535,"u32":4294967295,"u64":18446744073709551615,"large":18446744073709551615,"wider":4294967295,"exactly":9223372036854775808,"half":18446744073709551615,"steps":250,"listed":18446744073709551615,"negative":-1,"exact":0.1,"price":0.10000000000000000001,"prices":[12345678901234567890.50,1,-2.5e-7],"fee":"1.50"}"#;
    let reply = Reply::status(200).header("content-type", "application/json");
    let server = Server::start([reply.body(text)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let numbers: Numbers = serde_json::from_str(text).unwrap();
    let port = EchoPort::from_static(65_535);
    let limit = Decimal::new("99.90").unwrap();
    let call = client.numbers().echo(limit, numbers.clone()).port(port);
    assert_eq!(call.send().await.unwrap(), numbers);
    let request = server.request();
    assert_eq!(request.text(), text);
    assert_eq!(request.target, "/numbers?port=65535&limit=99.90");
}

#[test]
fn what_does_not_fit_names_its_place() {
    let read = |key: &str, value: serde_json::Value| {
        let text = json!({key: value}).to_string();
        serde_json::from_str::<Numbers>(&text).unwrap_err().to_string()
    };
    assert!(read("u8", json!(256)).starts_with("/u8: "));
    assert!(read("i8", json!(-129)).contains("8 bits"));
    assert!(read("large", json!(-1)).contains("not negative"));
    let too_far: Numbers = serde_json::from_str(r#"{"half": 1}"#).unwrap();
    assert_eq!(too_far.half.unwrap().get(), 1, "a response is not held against a rule");
}

#[test]
fn rules_beyond_the_width_are_checked() {
    assert!(NumbersHalf::new(1 << 63).is_ok() && NumbersHalf::new((1 << 63) - 1).is_err());
    assert!(NumbersSteps::new(245).is_ok() && NumbersSteps::new(251).is_err());
    assert!(NumbersSteps::new(7).is_err() && EchoPort::new(0).is_err());
}

#[tokio::test]
async fn a_whole_number_is_written_as_one() {
    let text = r#"{"named":5,"wide":9007199254740993,"step":5,"tens":20,"listed":2,"rating":3,"share":0.5,"items":[1,255],"text":"5","double":5,"half":0.5,"proven":1.5,"quoted":5,"either":5.5}"#;
    let reply = Reply::status(200).header("content-type", "application/json");
    let server = Server::start([reply.body(text)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let whole: Whole = serde_json::from_str(text).unwrap();
    let call = client.whole().echo_whole(whole.clone()).top(5);
    assert_eq!(call.send().await.unwrap(), whole);
    let request = server.request();
    assert_eq!(request.text(), text);
    assert_eq!(request.target, "/whole?top=5");
    // Servers may write a whole number as `5.0`, or in quotes.
    let lenient = r#"{"named":5.0,"wide":"9007199254740993","items":["1",255.0],"quoted":"5","either":"5.5"}"#;
    let read: Whole = serde_json::from_str(lenient).unwrap();
    assert_eq!((read.named, read.wide, read.quoted), (whole.named, whole.wide, whole.quoted));
    assert_eq!((read.items, read.either), (whole.items, whole.either));
}
