//! What comes back is told by its status.

use fixture_outcomes::api::{
    CreateThing, CreateThingFailure, CreateThingSuccess, DeleteThingSuccess, GetThing,
    ReplaceThing, ReplaceThingFailure,
};
use fixture_outcomes::testing::InMemory;
use fixture_outcomes::types::{Conflict, Job, Thing};
use fixture_outcomes::{Client, Error, Retry};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

/// A server that gives these answers, and a client of it.
async fn serve(script: impl IntoIterator<Item = Reply>) -> (Server, Client) {
    let server = Server::start(script).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

fn thing() -> Value {
    json!({"name": "it"})
}

#[tokio::test]
async fn each_status_has_its_variant() {
    let (server, client) = serve([
        Reply::json(200, &thing()),
        Reply::json(202, &json!({"id": 7})),
        Reply::status(203).body("words"),
        Reply::status(204),
        Reply::status(218).header("content-type", "text/x").body("this is fine"),
    ])
    .await;
    let things = client.things();
    let answer = things.create_thing().send().await.unwrap();
    assert_eq!(answer, CreateThingSuccess::Ok(Thing::new("it")));
    let answer = things.create_thing().send_with_meta().await.unwrap();
    assert_eq!(answer.status().as_u16(), 202);
    assert_eq!(*answer.body(), CreateThingSuccess::Accepted(Job::new(7)));
    let answer = things.create_thing().send().await.unwrap();
    let words = CreateThingSuccess::NonAuthoritativeInformation("words".to_owned());
    assert_eq!(answer, words);
    let answer = things.create_thing().send().await.unwrap();
    assert_eq!(answer, CreateThingSuccess::NoContent);
    let CreateThingSuccess::Unknown(other) = things.create_thing().send().await.unwrap() else {
        panic!("218 is not in the document");
    };
    assert_eq!(other.status().as_u16(), 218);
    assert_eq!(other.content_type(), Some("text/x"));
    assert_eq!(&other.body()[..], b"this is fine");
    assert!(!format!("{other:?}").contains("fine"), "a body may be secret");
    let requests = server.requests();
    assert_eq!(requests[0].header("accept"), "application/json, text/plain");
}

#[tokio::test]
async fn a_range_takes_what_has_no_variant_of_its_own() {
    let (_server, client) = serve([
        Reply::json(200, &json!({"was": "here"})),
        Reply::status(206).body([0, 255].as_slice()),
        Reply::status(205),
    ])
    .await;
    let delete = || client.things().delete_thing().send();
    let DeleteThingSuccess::Ok(was) = delete().await.unwrap() else {
        panic!("200 is the thing that was");
    };
    assert_eq!(was.was.as_deref(), Some("here"));
    let DeleteThingSuccess::Success(left) = delete().await.unwrap() else {
        panic!("206 is in the range");
    };
    assert_eq!(&left[..], [0, 255]);
    assert_eq!(delete().await.unwrap(), DeleteThingSuccess::ResetContent);
}

#[tokio::test]
async fn a_status_without_a_body_gives_none() {
    let (_server, client) = serve([
        Reply::json(200, &thing()).header("x-left", "3"),
        Reply::status(202).header("content-type", "text/plain").body("soon"),
        Reply::status(204),
        Reply::status(200).header("content-type", "text/plain").body("soon"),
    ])
    .await;
    let get = || client.things().get_thing().send_with_meta();
    let found = get().await.unwrap();
    assert_eq!(found.header::<u8>("x-left"), Some(3));
    assert_eq!(found.header::<bool>("X-Left"), None);
    assert_eq!(found.into_body(), Some(Thing::new("it")));
    let later = get().await.unwrap();
    assert_eq!((later.body(), &later.raw_body()[..]), (&None, &b"soon"[..]));
    assert_eq!(get().await.unwrap().body(), &None);
    let error = get().await.unwrap_err();
    assert!(error.is_decode(), "this status has a body of JSON");
    assert_eq!(&error.body().unwrap()[..], b"soon");
}

#[tokio::test]
async fn what_nothing_is_said_about_may_be_nothing() {
    let (_server, client) = serve([Reply::status(200), Reply::json(201, &json!([1]))]).await;
    let get = || client.anything().get().send();
    assert_eq!(get().await.unwrap(), Value::Null);
    assert_eq!(get().await.unwrap(), json!([1]));
}

#[tokio::test]
async fn a_failure_has_the_body_of_its_status() {
    let (_server, client) = serve([
        Reply::json(409, &json!({"with": "that"})),
        Reply::json(500, &json!({"reason": "why"})),
        Reply::json(400, &json!(["a", "b"])),
        Reply::json(403, &json!({"reason": "no"})),
        Reply::json(404, &json!({"with": "this"})),
        Reply::json(404, &json!({"without": "this"})),
    ])
    .await;
    let things = client.things();
    let error = things.create_thing().send().await.unwrap_err();
    let conflict = CreateThingFailure::Conflict(Conflict::new("that"));
    assert_eq!(CreateThing::failure(&error), Some(conflict));
    assert_eq!(GetThing::failure(&error), None, "another operation failed");
    assert_eq!(error.decode_body::<Conflict>(), Some(Conflict::new("that")));
    let error = things.create_thing().send().await.unwrap_err();
    let Some(CreateThingFailure::Other(failure)) = CreateThing::failure(&error) else {
        panic!("500 is any other status");
    };
    assert_eq!(failure.reason.as_deref(), Some("why"));

    let replace = || async { things.replace_thing().send().await.unwrap_err() };
    let read = |error: &Error| ReplaceThing::failure(error);
    let wrong = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(read(&replace().await), Some(ReplaceThingFailure::BadRequest(wrong)));
    assert!(matches!(read(&replace().await), Some(ReplaceThingFailure::Forbidden(_))));
    let conflict = ReplaceThingFailure::ClientError(Conflict::new("this"));
    assert_eq!(read(&replace().await), Some(conflict));
    assert_eq!(read(&replace().await), None, "the body is not what the document says");
}

#[tokio::test]
async fn a_test_answers_with_any_variant() {
    let server = InMemory::new();
    let client = Client::builder().transport(server.clone()).base_url("http://test");
    let client = client.build().unwrap();
    let stub = server.on::<CreateThing>();
    let answers = [
        CreateThingSuccess::Ok(Thing::new("it")),
        CreateThingSuccess::NonAuthoritativeInformation("words".to_owned()),
        CreateThingSuccess::NoContent,
    ];
    for answer in answers {
        stub.answer(answer.clone());
        assert_eq!(client.things().create_thing().send().await.unwrap(), answer);
    }
    let found = server.on::<GetThing>();
    for answer in [Some(Thing::new("it")), None] {
        found.answer(answer.clone());
        assert_eq!(client.things().get_thing().send().await.unwrap(), answer);
    }
}
