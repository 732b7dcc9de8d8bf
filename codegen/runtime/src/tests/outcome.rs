use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::UnknownResponse;
use crate::call::{ByStatus, by_status};
use crate::net::limits::Limits;
use crate::net::reply::Reply;

#[derive(Clone, Debug, PartialEq)]
enum Found {
    Ok(i64),
    Words(String),
    Raw(Bytes),
    Nothing,
    Elsewhere(Option<i64>),
    Unknown(UnknownResponse),
}

by_status!(Found {
    200 => Ok(i64),
    201 => Words(text),
    202 | 210..=219 => Raw(bytes),
    204 => Nothing,
    300..=399 => Elsewhere(i64, none),
} else Unknown);

#[derive(Debug, PartialEq)]
enum Failed {
    Conflict(i64),
}

by_status!(Failed {
    409 => Conflict(i64),
});

fn reply(status: u16, body: &'static str) -> Reply {
    let json = HeaderValue::from_static("application/json");
    Reply {
        operation: "op".into(),
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::from_iter([(CONTENT_TYPE, json)]),
        body: body.into(),
        received: None,
        attempts: 1,
        limits: Limits {
            timeout: None,
            response_bytes: 1 << 20,
            decoded_bytes: None,
        },
    }
}

#[test]
fn the_status_tells_what_the_body_is() {
    let read = |status, body| Found::read(&reply(status, body)).unwrap().unwrap();
    assert_eq!(read(200, "7"), Found::Ok(7));
    assert_eq!(read(201, "7"), Found::Words("7".to_owned()));
    assert_eq!(read(202, "7"), Found::Raw("7".into()));
    assert_eq!(read(215, ""), Found::Raw(Bytes::new()));
    assert_eq!(read(204, ""), Found::Nothing);
    let Found::Unknown(other) = read(220, "7") else {
        panic!("no row is for 220");
    };
    assert_eq!(other.status(), 220);
    assert_eq!(other.content_type(), Some("application/json"));
    assert_eq!(
        (other.decode::<i64>(), &other.body()[..]),
        (Ok(7), &b"7"[..])
    );
    assert!(other.decode::<bool>().is_err());
}

#[test]
fn a_redirect_with_something_else_than_json_has_no_body() {
    let read = |reply: &Reply| Found::read(reply).unwrap();
    assert_eq!(read(&reply(303, "7")), Ok(Found::Elsewhere(Some(7))));
    assert_eq!(read(&reply(303, "")), Ok(Found::Elsewhere(None)));
    assert_eq!(read(&reply(303, "null")), Ok(Found::Elsewhere(None)));
    assert!(read(&reply(303, "<p>")).is_err());
    let mut note = reply(303, "<p>");
    let html = HeaderValue::from_static("text/html");
    note.headers.insert(CONTENT_TYPE, html);
    assert_eq!(read(&note), Ok(Found::Elsewhere(None)));
}

#[test]
fn a_body_that_is_another_is_an_error_and_a_status_that_is_another_is_nothing() {
    assert!(Found::read(&reply(200, "[]")).unwrap().is_err());
    assert_eq!(
        Failed::read(&reply(409, "7")),
        Some(Ok(Failed::Conflict(7)))
    );
    assert_eq!(Failed::read(&reply(404, "7")), None);
}

#[cfg(feature = "test-util")]
#[test]
fn a_variant_is_answered_with_its_first_status() {
    let unknown = UnknownResponse::new(StatusCode::IM_USED, "x");
    let cases = [
        (Found::Ok(7), 200, "7"),
        (Found::Words("a".to_owned()), 201, "a"),
        (Found::Raw("b".into()), 202, "b"),
        (Found::Nothing, 204, ""),
        (Found::Elsewhere(Some(7)), 300, "7"),
        (Found::Elsewhere(None), 300, ""),
        (Found::Unknown(unknown), 226, "x"),
    ];
    for (found, status, body) in cases {
        let shown = format!("{:?}", found.answer());
        assert!(shown.contains(&format!("status: {status}")), "{shown}");
        assert!(
            shown.contains(&format!("body_bytes: {}", body.len())),
            "{shown}"
        );
    }
}
