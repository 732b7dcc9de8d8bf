//! What operations of other documents have and that of `target/` has not.

use std::collections::BTreeMap;

use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use http::{HeaderValue, Method, StatusCode};
use serde_json::json;

use super::support::Memory;
use crate::BearerToken;
use crate::call::query::Query;
use crate::call::{self, Call, Operation};
use crate::types::GroupId;
use crate::wire::{self, Encode};

static SEARCH: Operation = Operation {
    id: "search",
    method: Method::PUT,
    path: "/search/{id}",
    parameters: &[
        &call::path("id"),
        &call::query("id"),
        &Query {
            style: call::deep_object,
            required: true,
            ..call::query("filter")
        },
        &call::header("X-Tags"),
        &call::cookie("session"),
    ],
    content_type: Some(HeaderValue::from_static(
        "application/x-www-form-urlencoded",
    )),
    accept: None,
    security: &[&[], &["ServiceAccounts"]],
    envelope: None,
};

#[derive(Clone)]
struct Filter {
    name: Option<String>,
    tags: Option<Vec<i32>>,
    limit: Option<f32>,
}
wire::object!(Filter {
    name: "name",
    tags: "tags",
    limit: "limit"
});

macro_rules! builders {
    ($($name:ident -> $body:tt,)*) => {$(
        #[derive(Clone)]
        struct $name {
            call: Box<Call>,
        }
        call::operation!($name -> $body);
    )*};
}
builders! { ToText -> text, ToBytes -> bytes, ToNothing -> (), ToFilter -> Filter, }

#[derive(Clone)]
struct ToOptional {
    call: Box<Call>,
}
call::operation!(ToOptional -> Option<Filter>);

fn filter() -> Filter {
    Filter {
        name: Some("a b".to_owned()),
        tags: Some(vec![1, 2]),
        limit: Some(0.1),
    }
}

fn search(memory: &Memory) -> Box<Call> {
    let client = memory
        .builder()
        .credentials(BearerToken::new("t"))
        .build()
        .unwrap();
    let mut call = Call::new(&client, &SEARCH);
    call.set("id", &"x");
    call.set("filter", &filter());
    call
}

#[tokio::test]
async fn every_place_of_a_parameter_is_filled() {
    let memory = Memory::json(200, "{}");
    let mut call = search(&memory);
    call.set_at(1, &7_i64);
    call.set("X-Tags", &vec![1_i32, 2]);
    call.set("session", &"s;1");
    call.form_body(&filter());
    call.send().await.unwrap();
    let request = memory.request();
    assert_eq!(
        request.uri(),
        "https://example.test/search/x?id=7&filter%5Bname%5D=a%20b&filter%5Btags%5D%5B%5D=1&filter%5Btags%5D%5B%5D=2&filter%5Blimit%5D=0.1"
    );
    assert_eq!(request.headers()["x-tags"], "1,2");
    assert_eq!(request.headers()[COOKIE], "session=s%3B1");
    assert_eq!(
        request.headers()[CONTENT_TYPE],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(request.body(), "name=a%20b&tags=1&tags=2&limit=0.1");
}

#[tokio::test]
async fn what_is_no_object_is_not_sent_as_a_form() {
    let memory = Memory::json(200, "{}");
    for value in [json!(["a"]), json!("a"), json!(1)] {
        let mut call = search(&memory);
        call.form_body(&value);
        let error = call.send().await.err().unwrap();
        let expected = "search: the body cannot be sent: a form is an object";
        assert_eq!(error.to_string(), expected, "{value}");
    }
}

#[tokio::test]
async fn every_format_of_a_body_names_the_place_of_an_invalid_value() {
    let memory = Memory::json(200, "{}");
    let form = BTreeMap::from([("group".to_owned(), GroupId::from("a"))]);
    let formats: [fn(&mut Call, &dyn Encode); 3] = [
        |call, form| call.body(form),
        |call, form| call.form_body(form),
        |call, form| call.multipart_body(form, &[]),
    ];
    for write in formats {
        let mut call = search(&memory);
        write(&mut call, &form);
        let error = call.send().await.err().unwrap().to_string();
        let expected = "search: the body cannot be sent: at `/group`: \"a\" is not a valid GroupId";
        assert!(error.starts_with(expected), "{error}");
        write(&mut call, &BTreeMap::from([("a".to_owned(), 1)]));
        call.send().await.unwrap();
    }
}

#[tokio::test]
async fn authentication_that_is_optional_is_used_when_it_can_be() {
    let memory = Memory::json(200, "{}");
    search(&memory).send().await.unwrap();
    assert_eq!(memory.request().headers()[AUTHORIZATION], "Bearer t");
}

#[tokio::test]
async fn a_required_parameter_that_is_not_set_is_an_error() {
    let memory = Memory::json(200, "{}");
    let mut call = search(&memory);
    call.set("filter", &None::<&str>);
    let error = call.send().await.err().unwrap();
    assert_eq!(
        error.to_string(),
        "search: the parameter `filter` is not set"
    );
    let mut call = search(&memory);
    call.set("X-Tags", &"a\nb");
    let error = call.send().await.err().unwrap();
    assert!(
        error.is_not_sent() && !error.to_string().contains("a\nb"),
        "{error}"
    );
    assert!(memory.requests.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_value_that_json_does_not_have_is_an_error_before_sending() {
    let memory = Memory::json(200, "{}");
    let mut call = search(&memory);
    call.body(&Filter {
        limit: Some(f32::NAN),
        ..filter()
    });
    assert!(call.send().await.err().unwrap().is_not_sent());
    assert!(memory.requests.lock().unwrap().is_empty());
}

#[tokio::test]
async fn each_kind_of_body_is_taken() {
    let memory = Memory::new(200, "text/plain", "héllo");
    assert_eq!(
        ToText {
            call: search(&memory)
        }
        .send()
        .await
        .unwrap(),
        "héllo"
    );
    assert_eq!(
        ToBytes {
            call: search(&memory)
        }
        .send()
        .await
        .unwrap(),
        "héllo"
    );
    let call = ToNothing {
        call: search(&memory),
    };
    assert_eq!(
        call.send_with_meta().await.unwrap().status(),
        StatusCode::OK
    );
    assert!(
        ToFilter {
            call: search(&memory)
        }
        .send()
        .await
        .unwrap_err()
        .is_decode()
    );
}

#[tokio::test]
async fn a_missing_body_is_a_missing_optional_value_and_no_other() {
    let memory = Memory::new(204, "", "");
    assert!(
        ToOptional {
            call: search(&memory)
        }
        .send()
        .await
        .unwrap()
        .is_none()
    );
    assert!(
        ToFilter {
            call: search(&memory)
        }
        .send()
        .await
        .unwrap_err()
        .is_decode()
    );
    let memory = Memory::json(200, r#"{"name":"n"}"#);
    let filter = ToOptional {
        call: search(&memory),
    }
    .send()
    .await
    .unwrap()
    .unwrap();
    assert_eq!(filter.name.as_deref(), Some("n"));
}

#[test]
fn scalars_stand_for_themselves() {
    let text = |value: &dyn Encode| String::from_utf8(wire::to_vec(value).unwrap()).unwrap();
    assert_eq!(text(&json!({"b": 1, "a": 2})), r#"{"b":1,"a":2}"#);
    assert_eq!(text(&Box::new(true)), "true");
}

static FIND: Operation = Operation {
    id: "find",
    method: Method::GET,
    path: "/find/{id}?kind=a#part",
    parameters: &[&call::path("id"), &call::query("page")],
    content_type: None,
    accept: None,
    security: &[],
    envelope: None,
};

async fn found(base: &str, page: Option<i64>) -> String {
    let memory = Memory::json(200, "null");
    let client = memory.builder().base_url(base).build().unwrap();
    let mut call = Call::new(&client, &FIND);
    call.set("id", &"x?#");
    call.set("page", &page);
    call.send().await.unwrap();
    memory.request().uri().to_string()
}

/// Some documents tell operations apart by what is no path.
#[tokio::test]
async fn a_path_with_a_query_keeps_it() {
    let alone = found("https://a.test/v1/", None).await;
    assert_eq!(alone, "https://a.test/v1/find/x%3F%23?kind=a");
    let more = found("https://a.test", Some(2)).await;
    assert_eq!(more, "https://a.test/find/x%3F%23?kind=a&page=2");
}
