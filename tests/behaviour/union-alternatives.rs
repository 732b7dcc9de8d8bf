//! Alternatives as serde writes enums: tagged by the only key, by a property beside the content, by a property among
//! others. What is unknown goes back out as it came.

use fixture_union_alternatives::types::{
    Record, RecordClose, RecordMode, RecordShape, RecordStep, RecordStepSay, RecordStepSayContent, RunCommandRequest,
    RunCommandRequestMove, RunCommandResponse, UiEvent, UiEventResized,
};
use fixture_union_alternatives::{Client, Retry};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

/// Reads a value and sees that the same bytes go back out.
fn kept<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> T {
    let value: T = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
    value
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn an_alternative_without_a_value_is_a_string() {
    assert!(matches!(kept(r#""Idle""#), UiEvent::Idle));
    assert!(matches!(kept(r#""Closed""#), UiEvent::Closed));
    assert_eq!(written(&UiEvent::Idle), r#""Idle""#);
    assert_ne!(UiEvent::Idle, UiEvent::Closed);
    assert_eq!(UiEvent::Idle, UiEvent::Idle.clone());
}

#[test]
fn the_only_key_is_the_tag() {
    assert!(matches!(kept(r#"{"Pressed":-3}"#), UiEvent::Pressed(-3)));
    assert_eq!(written(&UiEvent::Pressed(7)), r#"{"Pressed":7}"#);
    assert_eq!(written(&UiEvent::Resized(UiEventResized::new(2, 3))), r#"{"Resized":{"width":2,"height":3}}"#);
    let UiEvent::Resized(resized) = kept(r#"{"Resized":{"width":20,"height":30}}"#) else {
        panic!("another variant")
    };
    assert_eq!((resized.width, resized.height), (20, 30));
    assert!(matches!(kept(r#"{"Named":"Idle"}"#), UiEvent::Named(name) if name == "Idle"));
    assert!(matches!(kept(r#"{"Moved":[0.5,1.5]}"#), UiEvent::Moved(to) if to == [0.5, 1.5]));
    assert_ne!(UiEvent::Named("a".to_owned()), UiEvent::Named("b".to_owned()));
}

#[test]
fn null_and_a_union_are_values_like_others() {
    assert!(matches!(kept(r#"{"Focused":null}"#), UiEvent::Focused(None)));
    assert!(matches!(kept(r#"{"Focused":"name"}"#), UiEvent::Focused(Some(name)) if name == "name"));
    let UiEvent::Nested(inner) = kept(r#"{"Nested":{"Nested":"Idle"}}"#) else {
        panic!("another variant")
    };
    assert!(matches!(*inner, UiEvent::Nested(inner) if *inner == UiEvent::Idle));
}

#[test]
fn other_strings_keys_and_types_stay_unknown() {
    for text in [r#""Sleeping""#, r#"{"Dropped":3}"#, "{}", "5", "[]"] {
        let event = kept::<UiEvent>(text);
        assert!(matches!(&event, UiEvent::Unknown(raw) if raw.raw().to_string() == text), "{event:?}");
    }
    // A value of the right key that is no value of its type is an error that names the place.
    let error = serde_json::from_str::<UiEvent>(r#"{"Pressed":"far"}"#).unwrap_err();
    assert!(error.to_string().starts_with("/Pressed: "), "{error}");
}

#[test]
fn other_keys_beside_the_tag_are_left_out_as_in_other_objects() {
    let event: UiEvent = serde_json::from_str(r#"{"since":5,"Pressed":3}"#).unwrap();
    assert_eq!(event, UiEvent::Pressed(3));
    assert_eq!(written(&event), r#"{"Pressed":3}"#);
}

#[test]
fn a_value_is_printed_with_its_key() {
    assert_eq!(format!("{:?}", UiEvent::Pressed(3)), "Pressed { Pressed: 3 }");
    assert_eq!(format!("{:?}", UiEvent::Idle), "\"Idle\"");
}

#[test]
fn a_tag_beside_the_content_or_among_others_is_written() {
    let content = RecordStepSayContent::new("hello");
    let record = Record::new(RecordStepSay::new(content), serde_json::from_value::<RecordShape>(
        json!({"unit": "cm", "type": "circle", "radius": 1.5})).unwrap());
    assert_eq!(
        written(&record),
        r#"{"step":{"kind":"say","content":{"text":"hello"}},"shape":{"unit":"cm","type":"circle","radius":1.5}}"#
    );
    let text = r#"{"step":{"kind":"stop"},"shape":{"unit":"cm","type":"square","side":2.5,"corner":"round"}}"#;
    let record = kept::<Record>(text);
    assert!(matches!(record.step, RecordStep::Stop(_)));
    assert!(matches!(record.shape, RecordShape::Square(square) if square.corner == "round"));
    let wait = kept::<RecordStep>(r#"{"kind":"wait","content":5}"#);
    assert!(matches!(wait, RecordStep::Wait(wait) if wait.content == 5));
    assert!(matches!(kept(r#"{"kind":"jump","content":5}"#), RecordStep::Unknown(_)));
}

#[test]
fn a_string_among_other_types_has_no_value() {
    assert!(matches!(kept(r#""auto""#), RecordMode::Auto));
    assert!(matches!(kept("2.5"), RecordMode::Number(_)));
    assert!(matches!(kept(r#""fast""#), RecordMode::Unknown(_)));
    assert!(matches!(kept(r#"{"steps":[true,{"pause":3}]}"#), RecordMode::Manual(_)));
}

#[test]
fn names_that_differ_in_case_or_symbols_alone_are_spelled_out() {
    assert!(matches!(kept(r#"{"self":"a"}"#), RecordClose::LowercaseSelf(it) if it.self_ == "a"));
    assert!(matches!(kept(r#"{"Self":"b"}"#), RecordClose::CapitalizedSelf(it) if it.self_ == "b"));
    assert!(matches!(kept(r#"{"a-b":1}"#), RecordClose::AMinusB(it) if it.a_b == 1));
    assert!(matches!(kept(r#"{"a_b":2}"#), RecordClose::AUnderscoreB(it) if it.a_b == 2));
    assert!(matches!(kept(r#"{"on":"up","level":3}"#), RecordClose::LowercaseUp(it) if it.level == 3));
    assert!(matches!(kept(r#"{"on":"UP","level":4}"#), RecordClose::UppercaseUp(it) if it.level == 4));
    assert!(matches!(kept(r#"{"x-y":5,"z":0}"#), RecordClose::XMinusY(it) if it.x_y == 5));
    assert!(matches!(kept(r#"{"xY":6,"z":0}"#), RecordClose::CamelCaseXY(it) if it.xy == 6));
}

#[tokio::test]
async fn events_and_commands_are_sent_and_received() {
    let json = |text: &'static str| Reply::status(200).header("content-type", "application/json").body(text);
    let server = Server::start([json(r#""Idle""#), json(r#"[{"line":"done"}]"#)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let events = client.events();
    assert_eq!(events.send_event(UiEvent::Pressed(3)).send().await.unwrap(), UiEvent::Idle);
    let command = RunCommandRequest::Move(RunCommandRequestMove::new(4));
    let RunCommandResponse::List(lines) = events.run_command(command).send().await.unwrap() else {
        panic!("another variant")
    };
    assert_eq!(lines[0].line, "done");
    let sent: Vec<_> = server.requests().iter().map(|request| request.text()).collect();
    assert_eq!(sent, [r#"{"Pressed":3}"#, r#"{"move":{"x":4}}"#]);
}
