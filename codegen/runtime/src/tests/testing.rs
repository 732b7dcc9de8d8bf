//! The transport in memory, with every kind of body that an operation may have.

use std::error::Error as _;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, Method, StatusCode};
use serde_json::{Value, json};

use super::support::{GROUP, SERVICE, create};
use crate::api::CreatePrivateEndpoint;
use crate::call::path_parameter::Path;
use crate::call::query::Query;
use crate::call::{self, Call, Operation};
use crate::testing::{Answer, InMemory, Operation as _};
use crate::types::{
    ApiError, AwsEndpointId, AwsInterfaceEndpoint, CreateAwsEndpointRequest, CreateEndpointRequest,
    PrivateLinkEndpoint,
};
use crate::{Client, TransportErrorKind};

static UPLOAD: Operation = Operation {
    id: "upload",
    method: Method::PUT,
    path: "/files/{name}/{part}",
    parameters: &[
        &call::path("name"),
        &Path {
            default: Some("all"),
            ..call::path("part")
        },
        &Query {
            default: Some("1"),
            ..call::query("size")
        },
    ],
    content_type: Some(HeaderValue::from_static("application/octet-stream")),
    accept: None,
    security: &[],
    envelope: None,
};

struct Upload {
    call: Box<Call>,
}
call::operation!(UPLOAD: Upload(bytes) -> ());

struct Name {
    call: Box<Call>,
}
call::operation!(UPLOAD: Name() -> text);

struct Content {
    call: Box<Call>,
}
call::operation!(UPLOAD: Content(Option<ApiError>) -> bytes);

struct Listed {
    call: Box<Call>,
}
call::operation!(UPLOAD: Listed() -> Vec<ApiError>);

fn client(transport: &InMemory) -> Client {
    let transport = transport.clone();
    Client::builder().transport(transport).build().unwrap()
}

fn upload(client: &Client) -> Box<Call> {
    let mut call = Call::new(client, &UPLOAD);
    call.set("name", &"a b");
    call
}

fn aws(id: &str) -> AwsInterfaceEndpoint {
    AwsInterfaceEndpoint {
        interface_endpoint_id: Some(id.to_owned()),
        ..AwsInterfaceEndpoint::default()
    }
}

fn exists() -> ApiError {
    ApiError {
        bad_request_detail: None,
        detail: None,
        error: 409,
        error_code: "EXISTS".to_owned(),
        parameters: None,
        reason: None,
    }
}

#[tokio::test]
async fn answers_are_given_in_their_order_and_requests_are_kept() {
    let server = InMemory::new();
    let stub = server.on::<CreatePrivateEndpoint>();
    stub.answer(aws("vpce-1"));
    stub.answer(aws("vpce-2"));
    let client = client(&server);
    for id in ["vpce-1", "vpce-2"] {
        let answer = create(&client).pretty(true).send().await.unwrap();
        assert_eq!(answer, PrivateLinkEndpoint::Aws(aws(id)));
    }
    let requests = stub.requests();
    assert_eq!(requests.len(), 2);
    let sent = CreateAwsEndpointRequest::new(AwsEndpointId::new_unchecked("vpce-1"));
    assert_eq!(
        requests[1].body().unwrap(),
        CreateEndpointRequest::from(sent)
    );
    assert_eq!(requests[1].parameters()["groupId"], GROUP.as_str());
    assert_eq!(
        requests[1].parameters()["endpointServiceId"],
        SERVICE.as_str()
    );
    assert_eq!(requests[1].parameters()["cloudProvider"], "AWS");
    assert_eq!(requests[1].parameters()["pretty"], true);
    assert_eq!(requests[1].parameters()["envelope"], Value::Null);
    assert_eq!(requests[1].method(), Method::POST);
    assert_eq!(requests[1].uri().query(), Some("pretty=true"));
    assert_eq!(
        requests[1].headers()[CONTENT_TYPE],
        "application/vnd.atlas.2023-01-01+json"
    );
}

#[tokio::test]
async fn an_error_of_the_api_has_its_body_and_headers() {
    let server = InMemory::new();
    let error = exists();
    let answer = Answer::json(409, &error).header(RETRY_AFTER, HeaderValue::from_static("7"));
    server.on::<CreatePrivateEndpoint>().reply(answer);
    let failed = create(&client(&server)).send().await.unwrap_err();
    assert!(failed.is_conflict());
    assert_eq!(failed.error_code(), Some("EXISTS"));
    assert_eq!(failed.api_error(), Some(&error));
    assert_eq!(failed.retry_after().unwrap().as_secs(), 7);
}

#[tokio::test]
async fn an_unexpected_request_says_what_was_expected() {
    let server = InMemory::new();
    server
        .on_request(&Method::GET, "/x")
        .reply(Answer::new(200, ""));
    server.on::<Upload>().respond_with(|_| Answer::new(204, ""));
    let failed = create(&client(&server)).send().await.unwrap_err();
    assert_eq!(
        failed.source().unwrap().to_string(),
        "the test has no answer for `createPrivateEndpoint`; remaining answers: `GET /x` (1), `upload` (any number)"
    );
    let failed = create(&client(&InMemory::new())).send().await.unwrap_err();
    assert_eq!(
        failed.source().unwrap().to_string(),
        "the test has no answer for `createPrivateEndpoint`; remaining answers: none"
    );
}

#[tokio::test]
async fn a_test_can_have_no_response_at_all() {
    let server = InMemory::new();
    let stub = server.on::<CreatePrivateEndpoint>();
    stub.reply(Answer::error(TransportErrorKind::Timeout));
    let failed = create(&client(&server)).send().await.unwrap_err();
    assert!(failed.is_timeout());
    assert_eq!(stub.requests().len(), 1);

    stub.reply(Answer::new(1000, ""));
    let failed = create(&client(&server)).send().await.unwrap_err();
    assert_eq!(failed.status(), None);
}

#[tokio::test]
async fn an_answer_can_depend_on_the_request() {
    let server = InMemory::new();
    let inner = server.clone();
    let stub = server.on::<Upload>();
    stub.reply(Answer::new(500, ""));
    stub.respond_with(move |request| {
        assert_eq!(request.body().unwrap(), "data");
        assert_eq!(inner.requests().len(), 2);
        Answer::new(204, "")
    });
    let client = client(&server);
    for wanted in [500, 204] {
        let mut call = upload(&client);
        call.raw_body("data");
        let status = match (Upload { call }).send_with_meta().await {
            Ok(response) => response.status(),
            Err(error) => error.status().unwrap(),
        };
        assert_eq!(status, StatusCode::from_u16(wanted).unwrap());
    }
}

#[tokio::test]
async fn every_kind_of_body_is_typed() {
    let server = InMemory::new();
    let client = client(&server);
    server.on::<Upload>().answer(());
    let mut call = upload(&client);
    call.raw_body("data");
    assert!((Upload { call }).send().await.is_ok());

    server.on::<Name>().answer("text");
    let call = upload(&client);
    assert_eq!(Name { call }.send().await.unwrap(), "text");

    server.on::<Content>().answer("bytes");
    let mut call = upload(&client);
    call.body(&exists());
    assert_eq!(Content { call }.send().await.unwrap(), "bytes");

    server.on::<Listed>().answer([exists()]);
    let call = upload(&client);
    let listed = Listed { call }.send().await.unwrap();
    assert_eq!(listed, [exists()]);

    // All four are one operation, so each sees the requests of all.
    assert_eq!(Upload::id(), Listed::id());
    assert_eq!(server.on::<Upload>().requests()[0].body().unwrap(), "data");
    assert_eq!(server.on::<Name>().requests()[1].body(), Ok(()));
    let bodies = server.on::<Content>().requests();
    assert_eq!(bodies[1].body().unwrap(), None);
    assert_eq!(bodies[2].body().unwrap(), Some(exists()));
    assert!(bodies[0].body().is_err());
    assert_eq!(
        bodies[0].parameters(),
        &json!({"name": "a b", "part": "all", "size": "1"})
    );
    assert_eq!(bodies[0].uri().path(), "/files/a%20b/all");
}

#[tokio::test]
async fn nothing_that_may_be_secret_is_shown() {
    let server = InMemory::new();
    let stub = server.on::<Upload>();
    stub.answer(());
    let mut call = upload(&client(&server));
    call.raw_body(Bytes::from_static(b"secret"));
    assert!((Upload { call }).send().await.is_ok());
    let shown = format!("{server:?} {stub:?} {:?}", stub.requests());
    assert!(shown.contains("upload"));
    assert!(!shown.contains("secret"));
}
