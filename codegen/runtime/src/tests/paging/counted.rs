//! Pages by number and by offset, and how they end.

use super::{ByLinks, ByNumber, ByOffset, UntilLast, WhilePresent, ids, script, targets};

const TWO: &str = r#"{"data":[{"id":"a"},{"id":"b"}]}"#;
const ONE: &str = r#"{"data":[{"id":"c"}]}"#;
const NONE: &str = r#"{"data":[]}"#;

#[tokio::test]
async fn a_short_page_is_the_last_one() {
    let script = script(&[TWO, ONE]);
    let found = ids(ByNumber::of(&script).items()).await.unwrap();
    assert_eq!(found, "a b c");
    assert_eq!(targets(&script), ["/things", "/things?page=2"]);
}

#[tokio::test]
async fn a_page_that_is_shorter_than_an_undocumented_size_is_not_the_last_one() {
    let script = script(&[TWO, ONE, NONE]);
    let items = ByNumber::of(&script).set("size", 11).items();
    assert_eq!(ids(items).await.unwrap(), "a b c");
    let expected = [
        "/things?size=11",
        "/things?page=2&size=11",
        "/things?page=3&size=11",
    ];
    assert_eq!(targets(&script), expected);
}

#[tokio::test]
async fn the_number_of_items_or_of_pages_ends_the_list_without_another_request() {
    let total = r#"{"data":[{"id":"c"},{"id":"d"}],"meta":{"total":4}}"#;
    let script_of_total = script(&[TWO, total]);
    assert_eq!(
        ids(ByNumber::of(&script_of_total).items()).await.unwrap(),
        "a b c d"
    );
    assert_eq!(targets(&script_of_total).len(), 2);
    let pages = r#"{"data":[{"id":"c"},{"id":"d"}],"meta":{"pages":2,"total":99}}"#;
    let script_of_pages = script(&[pages]);
    let items = ByNumber::of(&script_of_pages).set("page", 2).items();
    assert_eq!(ids(items).await.unwrap(), "c d");
    assert_eq!(targets(&script_of_pages), ["/things?page=2"]);
}

#[tokio::test]
async fn a_total_says_nothing_if_the_list_was_entered_in_the_middle() {
    let total = r#"{"data":[{"id":"c"},{"id":"d"}],"meta":{"total":2}}"#;
    let script = script(&[total, NONE]);
    let items = ByNumber::of(&script).set("page", 7).items();
    assert_eq!(ids(items).await.unwrap(), "c d");
    assert_eq!(targets(&script), ["/things?page=7", "/things?page=8"]);
}

#[tokio::test]
async fn links_without_the_relation_next_end_the_list() {
    let first = r#"{"data":[{"id":"a"}],"links":[{"rel":"self"},{"rel":"next"}]}"#;
    let last = r#"{"data":[{"id":"b"}],"links":[{"rel":"self"}]}"#;
    let script = script(&[first, last]);
    assert_eq!(ids(ByLinks::of(&script).items()).await.unwrap(), "a b");
    assert_eq!(targets(&script), ["/things", "/things?page=1"]);
}

#[tokio::test]
async fn an_offset_is_the_number_of_items_that_were_received() {
    let first = r#"{"data":[{"id":"a"},{"id":"b"}],"more":true}"#;
    let last = r#"{"data":[{"id":"c"}],"more":false}"#;
    let script_of_flag = script(&[first, last]);
    let items = ByOffset::of(&script_of_flag)
        .set("size", 100)
        .set("offset", 5)
        .items();
    assert_eq!(ids(items).await.unwrap(), "a b c");
    let expected = ["/things?size=100&offset=5", "/things?size=100&offset=7"];
    assert_eq!(targets(&script_of_flag), expected);
    let total = r#"{"data":[{"id":"c"},{"id":"d"}],"meta":{"total":7}}"#;
    let script_of_total = script(&[total]);
    let items = ByOffset::of(&script_of_total).set("offset", 5).items();
    assert_eq!(ids(items).await.unwrap(), "c d");
    assert_eq!(targets(&script_of_total).len(), 1);
}

#[tokio::test]
async fn a_flag_of_the_last_page_and_a_value_that_it_lacks_end_the_list() {
    let first = r#"{"data":[{"id":"a"}],"more":false,"meta":{"next":"x"}}"#;
    let last = r#"{"data":[{"id":"b"}],"more":true,"meta":{"next":null}}"#;
    let script_of_flag = script(&[first, last]);
    assert_eq!(
        ids(UntilLast::of(&script_of_flag).items()).await.unwrap(),
        "a b"
    );
    let script_of_value = script(&[first, last]);
    assert_eq!(
        ids(WhilePresent::of(&script_of_value).items())
            .await
            .unwrap(),
        "a b"
    );
    for script in [script_of_flag, script_of_value] {
        assert_eq!(targets(&script), ["/things", "/things?page=2"]);
    }
}
