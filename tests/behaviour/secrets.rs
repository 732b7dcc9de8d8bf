//! No secret is printed, however the document spells it and whatever prints it.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt::Debug;

use fixture_secrets::api::{AddCodeSuccess, SendForm};
use fixture_secrets::testing::InMemory;
use fixture_secrets::types::{
    Card, Payment, Pin, Secrets, SecretsChoice, SecretsPattern, SecretsRequest, SendFormRequest,
    SendPartsRequest,
};
use fixture_secrets::wire::{Part, UnknownVariant};
use fixture_secrets::{Client, Error, Retry, Secret};
use http::Method;
use http::header::{COOKIE, HeaderName, HeaderValue};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

/// The secret in every test, as a text and as a number.
const HIDDEN: &str = "hunter2";
const NUMBER: i64 = 47_110_815;

/// Every spelling: the property, a value with the secret in it, and a value that cannot be read, if there is one.
fn spellings() -> Vec<(&'static str, Value, Option<Value>)> {
    let text = [
        "inherited",
        "based",
        "inline",
        "needed",
        "capitals",
        "untyped",
        "lengths",
    ];
    let more = [
        "pattern", "listed", "encoded", "ref", "chain", "pin", "wrapped", "composed",
    ];
    let rest = [
        "beside",
        "nullable",
        "either_null",
        "clientSecret",
        "anyOtherName",
    ];
    let texts = text.into_iter().chain(more).chain(rest);
    let one = |name| (name, json!(HIDDEN), Some(json!(NUMBER)));
    let mut all: Vec<_> = texts.map(one).collect();
    all.extend([
        ("types", json!(HIDDEN), None),
        ("types", json!(NUMBER), None),
        ("choice", json!(HIDDEN), None),
        ("choice", json!(NUMBER), None),
        ("choice", json!([HIDDEN]), None),
        ("lists_or_one", json!([HIDDEN]), None),
        ("list", json!([HIDDEN]), Some(json!([NUMBER]))),
        ("list_ref", json!(["a", HIDDEN]), Some(json!(["a", NUMBER]))),
        ("nested", json!([[], [HIDDEN]]), Some(json!([[NUMBER]]))),
        ("map", json!({"a": HIDDEN}), Some(json!({"a": NUMBER}))),
        (
            "map_of_lists",
            json!({"a": [HIDDEN]}),
            Some(json!({"a": [NUMBER]})),
        ),
        (
            "payment",
            json!({"number": "7", "code": HIDDEN}),
            Some(json!({"number": "7", "code": NUMBER})),
        ),
        ("payment", json!({"gift": HIDDEN}), None),
        (
            "wallet",
            json!({"kind": "visa", "cvc": HIDDEN}),
            Some(json!({"kind": "visa", "cvc": NUMBER})),
        ),
        ("wallet", json!({"kind": "gift", "code": HIDDEN}), None),
        (
            "children",
            json!([{"inline": "a", "needed": HIDDEN}]),
            Some(json!([{"inline": "a", "needed": NUMBER}])),
        ),
        (
            "anything",
            json!({"api_key": HIDDEN, "list": [{"user-password": HIDDEN}]}),
            None,
        ),
    ]);
    all
}

fn document(name: &str, value: &Value) -> Value {
    let mut all = json!({"inline": "a", "needed": "b", "label": "seen", "hasPassword": true});
    all[name] = value.clone();
    all
}

fn assert_hidden(what: &str, text: &str) {
    let number = NUMBER.to_string();
    assert!(
        !text.contains(HIDDEN) && !text.contains(&number),
        "{what}: {text}"
    );
}

fn assert_debug(what: &str, value: &dyn Debug) {
    assert_hidden(what, &format!("{value:?} {value:#?}"));
}

/// The error and all its causes.
fn assert_error(what: &str, error: &dyn StdError) {
    let mut next = Some(error);
    while let Some(error) = next {
        assert_hidden(what, &format!("{error} {error:?} {error:#?}"));
        next = error.source();
    }
}

fn offline() -> (InMemory, Client) {
    let transport = InMemory::new();
    let builder = Client::builder().transport(transport.clone());
    let client = builder.retry(Retry::off()).build().unwrap();
    (transport, client)
}

async fn answered(reply: Reply) -> (Server, Client) {
    let server = Server::start([reply]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

#[test]
fn no_spelling_is_printed() {
    for (name, value, _) in spellings() {
        let json = document(name, &value);
        let read: Secrets = serde_json::from_value(json.clone()).unwrap();
        assert_debug(name, &read);
        assert!(format!("{read:?}").contains(r#"label: "seen""#), "{read:?}");
        assert_eq!(
            serde_json::to_value(&read).unwrap(),
            json,
            "{name} is sent as it is"
        );
        let again: Secrets = serde_json::from_value(json).unwrap();
        assert_eq!(read, again);
    }
}

#[tokio::test]
async fn no_spelling_is_in_a_command_line() {
    let (_, client) = offline();
    for (name, value, _) in spellings() {
        let body: SecretsRequest = serde_json::from_value(document(name, &value)).unwrap();
        let call = client.vault().store(body);
        assert_debug(name, &call);
        let line = call.to_curl().unwrap();
        assert_hidden(name, &line);
        assert!(
            line.contains("[redacted]") && line.contains("seen"),
            "{name}: {line}"
        );
    }
}

#[tokio::test]
async fn no_spelling_is_in_an_error() {
    for (name, _, wrong) in spellings() {
        let Some(wrong) = wrong else { continue };
        let json = document(name, &wrong);
        let error = serde_json::from_value::<Secrets>(json.clone()).unwrap_err();
        assert_error(name, &error);
        assert!(error.to_string().contains(name), "{error}");
        let (_server, client) = answered(Reply::json(200, &json)).await;
        let body = SecretsRequest::new(HIDDEN, HIDDEN);
        let error = client.vault().store(body).send().await.unwrap_err();
        assert_error(name, &error);
        assert!(
            error.is_decode() && error.to_string().contains(name),
            "{error}"
        );
    }
}

#[tokio::test]
async fn what_the_server_receives_is_no_placeholder() {
    let json = json!({"inline": HIDDEN, "needed": HIDDEN, "pin": "1234"});
    let (server, client) = answered(Reply::json(200, &json)).await;
    let body = SecretsRequest::new(HIDDEN, HIDDEN).pin(Pin::from_static("1234"));
    let response = client.vault().store(body).send_with_meta().await.unwrap();
    assert_eq!(server.request().json().unwrap(), json);
    assert_eq!(response.body().inline.expose(), HIDDEN);
    assert_debug("response", &response);
}

#[tokio::test]
async fn failures_keep_their_bodies_to_themselves() {
    let json = json!({"reason": "no", "echoed": HIDDEN});
    let (_server, client) = answered(Reply::json(409, &json)).await;
    let body = SecretsRequest::new(HIDDEN, HIDDEN);
    let error: Error = client.vault().store(body).send().await.unwrap_err();
    assert_error("failure", &error);
    let problem = error.api_error().unwrap();
    assert_eq!(problem.echoed.as_ref().unwrap().expose(), HIDDEN);
    assert_debug("problem", problem);
}

/// Lists, maps and texts of secrets are no struct that could hide them.
#[tokio::test]
async fn bodies_that_are_secrets() {
    let codes = BTreeMap::from([("a".to_owned(), Secret::new(HIDDEN))]);
    let (server, client) = answered(Reply::json(200, &json!([HIDDEN]))).await;
    let call = client.vault().replace_codes(codes);
    let line = call.to_curl().unwrap();
    assert!(
        line.contains(r#"--data-raw '{"a":"[redacted]"}'"#),
        "{line}"
    );
    assert_hidden("map", &line);
    let all = call.send().await.unwrap();
    assert_debug("list", &all);
    assert_eq!(
        (all[0].expose(), server.request().text().as_str()),
        (HIDDEN, r#"{"a":"hunter2"}"#)
    );

    let text = Reply::status(200)
        .header("content-type", "text/plain")
        .body(HIDDEN);
    let (server, client) = answered(text).await;
    let call = client.vault().add_code(HIDDEN);
    let line = call.to_curl().unwrap();
    assert!(line.contains(r#"--data-raw '"[redacted]"'"#), "{line}");
    let answer = call.send().await.unwrap();
    assert_debug("text", &answer);
    assert_eq!(answer, AddCodeSuccess::Ok(HIDDEN.into()));
    assert_eq!(server.request().text(), r#""hunter2""#);
}

#[tokio::test]
async fn forms_parts_and_texts() {
    let text = Reply::status(200)
        .header("content-type", "text/plain")
        .body(HIDDEN);
    let (server, client) = answered(text).await;
    let codes = [HIDDEN, "b"];
    let call = client
        .vault()
        .send_form(SendFormRequest::new().user("me").code(HIDDEN).codes(codes));
    let line = call.to_curl().unwrap();
    assert_hidden("form", &line);
    for field in ["user=me", "code=%5Bredacted%5D", "codes=%5Bredacted%5D"] {
        assert!(line.contains(field), "{field} in {line}");
    }
    let answer = call.send().await.unwrap();
    assert_eq!(
        (answer.expose(), format!("{answer:?}")),
        (HIDDEN, "[redacted]".to_owned())
    );
    let sent = server.request().text();
    let mut fields: Vec<_> = sent.split('&').collect();
    fields.sort_unstable();
    let expected = ["code=hunter2", "codes=b", "codes=hunter2", "user=me"];
    assert_eq!(fields, expected);

    let (_, client) = offline();
    let parts = SendPartsRequest::new()
        .user("me")
        .code(HIDDEN)
        .file(Part::new(HIDDEN));
    assert_debug("parts", &parts);
    let line = client.vault().send_parts(parts).to_curl().unwrap();
    assert_hidden("parts", &line);
    assert!(line.contains("--data-binary @-"), "{line}");
    let line = client.vault().send_text(HIDDEN).to_curl().unwrap();
    assert_hidden("text", &line);
    assert!(line.contains("--data-binary @-"), "{line}");
}

/// A parameter is a secret by its type, by the name of a key of the document, or by a name that only secrets have.
#[tokio::test]
async fn parameters() {
    let (_, client) = offline();
    let codes = || vec![Secret::new(HIDDEN)];
    let card = Card::new("7", HIDDEN);
    let call = client.vault().search(HIDDEN).page(3).word("word");
    let call = call
        .r#ref(&Pin::new_unchecked(HIDDEN))
        .listed(codes())
        .filter(&card);
    let call = call
        .json(codes())
        .text(HIDDEN)
        .access(HIDDEN)
        .api_key(HIDDEN);
    let call = call
        .x_code(HIDDEN)
        .x_api_key(HIDDEN)
        .proxy_authorization(HIDDEN)
        .session(HIDDEN);
    let call = call.with_header(
        HeaderName::from_static("x-auth-token"),
        HeaderValue::from_static(HIDDEN),
    );
    assert_debug("call", &call);
    let line = call.to_curl().unwrap();
    assert_hidden("line", &line);
    let names = [
        "/codes/%5B",
        "ref=",
        "listed=",
        "filter=",
        "json=",
        "text=",
        "access=",
        "api_key=",
    ];
    let headers = [
        "x-code: [",
        "x-api-key: [",
        "proxy-authorization: [",
        "cookie: [",
        "x-auth-token: [",
    ];
    for name in names.into_iter().chain(headers) {
        assert!(line.contains(name), "{name} in {line}");
    }
    assert!(line.contains("page=3&word=word"), "{line}");
}

#[test]
fn values_that_are_refused() {
    for error in [
        Pin::new(HIDDEN).unwrap_err(),
        HIDDEN.parse::<Pin>().unwrap_err(),
    ] {
        assert_error("pin", &error);
        let rule = "not a valid Pin: it must match ^[0-9]{4}$";
        assert_eq!(error.to_string(), rule);
    }
    let error = SecretsPattern::new("HUNTER2").unwrap_err();
    assert!(!format!("{error} {error:?}").contains("HUNTER2"), "{error}");
}

/// Literals are checked when the call is sent, and the error does not quote a secret.
#[tokio::test]
async fn literals_that_are_refused() {
    let (_, client) = offline();
    let body = SecretsRequest::new(HIDDEN, HIDDEN).pin(HIDDEN);
    let error = client.vault().store(body).send().await.unwrap_err();
    assert_error("body", &error);
    assert!(error.to_string().contains("at `/pin`: not"));
    let call = client.vault().search(HIDDEN).r#ref(HIDDEN);
    let error = call.send().await.unwrap_err();
    assert_error("call", &error);
    assert!(error.to_string().contains("`ref` cannot be sent: not a valid Pin"));
}

#[test]
fn values_on_their_own() {
    assert_debug("secret", &Secret::new(HIDDEN));
    assert_debug("pin", &Pin::new_unchecked(HIDDEN));
    assert_debug("choice", &SecretsChoice::from(HIDDEN));
    assert_debug("choice", &SecretsChoice::from(NUMBER));
    assert_debug(
        "payment",
        &Payment::Unknown(UnknownVariant::new(json!({"gift": HIDDEN}))),
    );
    let unknown = UnknownVariant::new(json!({"code": HIDDEN}));
    assert_error(
        "unknown",
        &unknown.decode::<BTreeMap<String, i64>>().unwrap_err(),
    );
}

/// What nobody has described may hold a secret anywhere.
#[tokio::test]
async fn requests_of_the_caller_and_tests() {
    let (transport, client) = offline();
    let request = client
        .request(Method::POST, "/other")
        .query("q", HIDDEN)
        .json(&HIDDEN);
    let request = request.with_header(COOKIE, HeaderValue::from_static(HIDDEN));
    assert_debug("request", &request);
    let line = request.to_curl().unwrap();
    assert_hidden("request", &line);
    assert!(line.contains("/other?q=%5Bredacted%5D"), "{line}");

    let stub = transport.on::<SendForm>();
    stub.answer(HIDDEN);
    let form = SendFormRequest::new().code(HIDDEN);
    client.vault().send_form(form).send().await.unwrap();
    assert_debug("recorded", &(&transport, &stub, stub.requests()));

    let (_server, client) = answered(Reply::json(200, &json!({"count": NUMBER}))).await;
    let error = client
        .request(Method::GET, "/other")
        .send::<BTreeMap<String, String>>()
        .await;
    assert_error("decoding", &error.unwrap_err());
}
