//! Pages at a URL of the body or of the `Link` header.

use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION};
use http::{HeaderName, HeaderValue};

use super::super::script::{Answer, Script, with_body};
use super::{ByHeader, ByUrl, Thing, ids, script, targets};
use crate::{BearerToken, Items, Retry};

const LAST: &str = r#"{"data":[{"id":"b"}]}"#;

#[tokio::test]
async fn a_url_is_absolute_or_relative_to_that_of_its_page() {
    for (next, target) in [
        (
            r#"{"meta":{"next":"https://example.test/v2/things?p=%2F2"}}"#,
            "/v2/things?p=%2F2",
        ),
        (r#"{"meta":{"next":"/v2/things?p=2"}}"#, "/v2/things?p=2"),
        (r#"{"meta":{"next":"?p=2"}}"#, "/things?p=2"),
        (r#"{"meta":{"next":"things/2"}}"#, "/things/2"),
    ] {
        let script = script(&[next, LAST]);
        assert_eq!(ids(ByUrl::of(&script).items()).await.unwrap(), "b");
        assert_eq!(targets(&script), ["/things", target]);
    }
}

fn with_credentials(script: &Script) -> ByUrl {
    let builder = script.builder().credentials(BearerToken::new("s3cret"));
    let mut list = ByUrl::with(&builder.retry(Retry::off()).build().unwrap());
    let name = HeaderName::from_static("x-key");
    list.call.header(name, HeaderValue::from_static("k"));
    list.call
        .header(ACCEPT, HeaderValue::from_static("application/json"));
    list
}

#[tokio::test]
async fn another_origin_is_refused() {
    for next in [
        r#"{"meta":{"next":"https://other.test/things"}}"#,
        r#"{"meta":{"next":"//other.test/things"}}"#,
        r#"{"meta":{"next":"http://example.test/things"}}"#,
        r#"{"meta":{"next":"https://example.test:444/things"}}"#,
        r#"{"meta":{"next":"https://example.test@other.test/things"}}"#,
    ] {
        let script = script(&[next, LAST]);
        let error = ids(with_credentials(&script).items()).await.unwrap_err();
        assert!(error.is_not_sent());
        let message = error.to_string();
        assert!(message.ends_with("`allow_origin` allows it"), "{message}");
        assert_eq!(targets(&script).len(), 1);
    }
    let script = script(&[r#"{"meta":{"next":"ftp://example.test/"}}"#]);
    let error = ids(ByUrl::of(&script).items()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "listThings: the URL of the next page is not one of HTTP"
    );
}

#[tokio::test]
async fn an_allowed_origin_receives_no_credentials() {
    let script = script(&[r#"{"meta":{"next":"https://other.test/things"}}"#, LAST]);
    let items = with_credentials(&script).items();
    let items: Items<Thing> = items.allow_origin("https://other.test");
    assert_eq!(ids(items.with_deadline(Duration::MAX)).await.unwrap(), "b");
    let requests = script.requests();
    assert_eq!(requests[0].headers()[AUTHORIZATION], "Bearer s3cret");
    assert_eq!(requests[0].headers()["x-key"], "k");
    assert_eq!(requests[1].uri(), "https://other.test/things");
    let names: Vec<_> = requests[1].headers().keys().collect();
    assert_eq!(names, ["accept", "user-agent"]);
}

#[tokio::test]
async fn the_own_origin_receives_credentials_and_headers() {
    let script = script(&[r#"{"meta":{"next":"/things?p=2"}}"#, LAST]);
    assert_eq!(ids(with_credentials(&script).items()).await.unwrap(), "b");
    let request = &script.requests()[1];
    assert_eq!(request.headers()[AUTHORIZATION], "Bearer s3cret");
    assert_eq!(request.headers()["x-key"], "k");
}

#[tokio::test]
async fn the_link_header_has_the_next_page() {
    let link = r#"<https://example.test/things?p=1>; rel="prev", </things?p=2>; rel="next""#;
    let first = Answer::Status(200, vec![("link", link)], r#"{"data":[{"id":"a"}]}"#);
    let script = Script::new([first, with_body(200, LAST)]);
    assert_eq!(ids(ByHeader::of(&script).items()).await.unwrap(), "a b");
    assert_eq!(targets(&script), ["/things", "/things?p=2"]);
}
