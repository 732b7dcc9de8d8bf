//! The deadline of all pages together.

use std::time::Duration;

use super::super::script::{Answer, Script, with_body};
use super::{ByNumber, targets};
use crate::Retry;

const PAGE: &str = r#"{"data":[{"id":"a"},{"id":"b"}]}"#;

#[tokio::test]
async fn pages_end_with_a_timeout_at_the_deadline() {
    let takes = Duration::from_secs(40);
    let script = Script::with([with_body(200, PAGE)], takes, 1.0);
    let mut pages = ByNumber::of(&script).pages();
    pages = pages.with_deadline(Duration::from_secs(100));
    for _ in 0..3 {
        assert!(pages.try_next().await.unwrap().is_some());
    }
    let error = pages.try_next().await.map(drop).unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), "listThings: timed out");
    assert_eq!(targets(&script).len(), 3);
}

#[tokio::test]
async fn an_attempt_has_no_more_time_than_the_pages() {
    let script = Script::new([with_body(200, PAGE), Answer::Hangs]);
    let client = script.client(Retry::new());
    let mut items = ByNumber::with(&client).items();
    items = items.with_deadline(Duration::from_secs(7));
    for _ in 0..2 {
        assert!(items.try_next().await.unwrap().is_some());
    }
    let error = items.try_next().await.map(drop).unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(script.timeouts(), [Duration::from_secs(7)]);
}
