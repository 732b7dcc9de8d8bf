//! Tokens of pages, and pages as streams.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use futures_core::Stream;

use super::super::script::{Answer, Script, status, with_body};
use super::{ByCursor, ByNumber, ByUrl, Thing, ids, script, targets};
use crate::{Items, Page, PageToken, Pages, Retry};

const FIRST: &str = r#"{"data":[{"id":"a"},{"id":"b"}],"meta":{"total":3}}"#;
const LAST: &str = r#"{"data":[{"id":"c"}],"meta":{"total":3}}"#;

#[tokio::test]
async fn a_page_has_items_metadata_and_the_token_of_the_next_one() {
    let headers = vec![("x-request-id", "r1")];
    let script = Script::new([Answer::Status(200, headers, FIRST), with_body(200, LAST)]);
    let mut pages = ByNumber::of(&script).pages();
    let page: Page<Thing> = pages.try_next().await.unwrap().unwrap();
    assert_eq!((page.items().len(), page.total()), (2, Some(3)));
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["x-request-id"], "r1");
    assert_eq!(page.response().request_id(), Some("r1"));
    assert_eq!(page.response().raw_body(), FIRST);
    let token = page.next_token().unwrap();
    assert_eq!(token.to_string(), r#"["listThings",2,2]"#);
    let page = pages.try_next().await.unwrap().unwrap();
    assert_eq!((page.into_items().len(), targets(&script).len()), (1, 2));
    assert!(pages.try_next().await.unwrap().is_none());
    assert_eq!(targets(&script).len(), 2);
}

#[tokio::test]
async fn a_token_resumes_the_list_in_another_program() {
    let first = script(&[FIRST]);
    let page = ByNumber::of(&first).pages().try_next().await.unwrap();
    let token = page.unwrap().next_token().cloned().unwrap();
    let text = serde_json::to_string(&token).unwrap();
    let token: PageToken = serde_json::from_str(&text).unwrap();
    assert_eq!(
        format!("{token:?}"),
        "PageToken { operation: \"listThings\", .. }"
    );
    // The total of three ends the list, although the second page is full.
    let full = r#"{"data":[{"id":"c"},{"id":"d"}],"meta":{"total":4}}"#;
    let second = script(&[full]);
    let items = ByNumber::of(&second).items().resume(&token);
    assert_eq!(ids(items).await.unwrap(), "c d");
    assert_eq!(targets(&second), ["/things?page=2"]);
}

#[tokio::test]
async fn tokens_of_others_are_refused() {
    let script = script(&[FIRST]);
    let error = "x".parse::<PageToken>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "page token: the text is not a token of a page"
    );
    let other: PageToken = r#"["listOthers",2,null]"#.parse().unwrap();
    let error = ids(ByNumber::of(&script).items().resume(&other))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "listThings: the token is one of `listOthers`"
    );
    let evil: PageToken = r#"["listThings","https://evil.test/",null]"#.parse().unwrap();
    let error = ids(ByUrl::of(&script).items().resume(&evil))
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("listThings: the next page is at `https://evil.test`")
    );
    assert!(targets(&script).is_empty());
}

#[tokio::test]
async fn a_page_that_failed_is_requested_again() {
    let next = r#"{"data":[{"id":"a"}],"meta":{"next":"n"}}"#;
    let last = with_body(200, r#"{"data":[{"id":"b"}]}"#);
    let broken = with_body(200, r#"{"data":1}"#);
    let script = Script::new([with_body(200, next), status(500), broken, last]);
    let mut items = ByCursor::of(&script).items();
    assert!(items.try_next().await.unwrap().is_some());
    assert!(
        items
            .try_next()
            .await
            .map(drop)
            .unwrap_err()
            .is_server_error()
    );
    assert!(items.try_next().await.map(drop).unwrap_err().is_decode());
    assert!(items.try_next().await.unwrap().is_some());
    assert!(items.try_next().await.unwrap().is_none());
    let again = "/things?after=n";
    assert_eq!(targets(&script), ["/things", again, again, again]);
}

#[tokio::test]
async fn a_page_is_requested_once_its_items_are_needed() {
    let script = script(&[FIRST, LAST]);
    let mut items = ByNumber::of(&script).items();
    assert!(targets(&script).is_empty());
    for _ in 0..2 {
        items.try_next().await.unwrap().unwrap();
    }
    assert_eq!(targets(&script).len(), 1);
}

fn is_stream<T: Stream + Send + Unpin>(stream: T) -> T {
    stream
}

#[tokio::test]
async fn pages_and_items_are_streams_that_survive_cancellation() {
    let script = script(&[FIRST, LAST]);
    let pages: Pages<Thing> = is_stream(ByNumber::of(&script).pages());
    drop(pages);
    let mut items: Items<Thing> = is_stream(ByNumber::of(&script).items());
    let mut cx = Context::from_waker(Waker::noop());
    {
        // The future is dropped after one poll; the request has been sent.
        let mut next = pin!(items.try_next());
        let _ = next.as_mut().poll(&mut cx);
    }
    let mut found = 0;
    while let Poll::Ready(Some(item)) = pin!(&mut items).poll_next(&mut cx) {
        item.unwrap();
        found += 1;
    }
    assert!((2..=3).contains(&found));
    assert_eq!(targets(&script).len(), 2);
    assert!(!format!("{items:?}").contains("\"c\""));
}

#[tokio::test]
async fn each_page_is_retried() {
    let script = Script::new([
        status(503),
        with_body(200, FIRST),
        status(503),
        with_body(200, LAST),
    ]);
    let items = ByNumber::with(&script.client(Retry::new())).items();
    assert_eq!(ids(items).await.unwrap(), "a b c");
    assert_eq!((targets(&script).len(), script.sleeps().len()), (4, 2));
}
