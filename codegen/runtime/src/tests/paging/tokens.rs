//! Pages by a token of the response or by the last item.

use super::{ByCursor, ByLast, ids, script, targets};

#[tokio::test]
async fn a_token_is_sent_until_it_is_missing_null_or_empty() {
    for last in [
        r#"{"data":[{"id":"b"}]}"#,
        r#"{"data":[{"id":"b"}],"meta":{"next":null}}"#,
        r#"{"data":[{"id":"b"}],"meta":{"next":""}}"#,
    ] {
        let script = script(&[r#"{"data":[{"id":"a"}],"meta":{"next":"x/&y"}}"#, last]);
        assert_eq!(ids(ByCursor::of(&script).items()).await.unwrap(), "a b");
        assert_eq!(targets(&script), ["/things", "/things?after=x%2F%26y"]);
    }
}

#[tokio::test]
async fn an_empty_page_with_a_token_is_not_the_last_one() {
    let first = r#"{"data":[],"meta":{"next":"n"}}"#;
    let script = script(&[first, r#"{"data":[{"id":"a"}]}"#]);
    assert_eq!(ids(ByCursor::of(&script).items()).await.unwrap(), "a");
}

#[tokio::test]
async fn the_key_of_the_last_item_is_sent_while_there_are_more() {
    let first = r#"{"data":[{"id":"a"},{"id":"b"}],"more":true}"#;
    let script = script(&[first, r#"{"data":[{"id":"c"}],"more":false}"#]);
    assert_eq!(ids(ByLast::of(&script).items()).await.unwrap(), "a b c");
    assert_eq!(targets(&script), ["/things", "/things?after=b"]);
}

#[tokio::test]
async fn a_last_item_without_its_key_is_an_error_after_the_page() {
    let script = script(&[r#"{"data":[{}],"more":true}"#]);
    let mut items = ByLast::of(&script).items();
    assert!(items.try_next().await.unwrap().is_some());
    let error = items.try_next().await.map(drop).unwrap_err();
    assert_eq!(error.to_string(), "listThings: the last item has no `id`");
    assert!(items.try_next().await.unwrap().is_none());
    assert_eq!(targets(&script).len(), 1);
}

#[tokio::test]
async fn pages_that_repeat_end_with_an_error() {
    let to = |next: &'static str| match next {
        "x" => r#"{"data":[{"id":"a"}],"meta":{"next":"x"}}"#,
        "y" => r#"{"data":[{"id":"a"}],"meta":{"next":"y"}}"#,
        _ => r#"{"data":[{"id":"a"}],"meta":{"next":"z"}}"#,
    };
    for (pages, requests) in [(vec!["x", "x"], 2), (["x", "y", "z"].repeat(9), 7)] {
        let pages: Vec<_> = pages.into_iter().map(to).collect();
        let script = script(&pages);
        let mut pages = ByCursor::of(&script).pages();
        let mut count = 0;
        let error = loop {
            match pages.try_next().await {
                Ok(page) => count += page.map(|page| page.items().len()).unwrap(),
                Err(error) => break error,
            }
        };
        assert_eq!(
            error.to_string(),
            "listThings: the pages repeat: a page refers to itself or to an earlier one"
        );
        assert_eq!((count, targets(&script).len()), (requests, requests));
        assert!(pages.try_next().await.unwrap().is_none());
    }
}
