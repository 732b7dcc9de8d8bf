//! Flaws that change nothing for a client, or leave one way to read the document.

use fixture_flawed::types::{Book, PageBookInt32, PageShelf, Shelf};
use fixture_flawed::{Client, Retry};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

async fn serve(reply: Reply) -> (Server, Client) {
    let server = Server::start([reply]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn types_of_other_languages_are_those_of_openapi() {
    let (server, client) = serve(Reply::json(200, &json!({"shelves": [{"width": 1.5}]}))).await;
    let call = client.shelves().find().limit(3).codes(["a".to_owned(), "b".to_owned()]);
    let page: PageShelf = call.send().await.unwrap();
    assert_eq!(page.shelves.unwrap()[0].width, Some(1.5));
    assert_eq!(server.request().target, "/shelves?limit=3&codes=a&codes=b");
}

#[tokio::test]
async fn operations_with_one_id_are_all_there() {
    let (server, client) = serve(Reply::json(200, &json!({"books": [{"title": "a"}]}))).await;
    let page: PageBookInt32 = client.shelves().find3().send().await.unwrap();
    assert_eq!(page.books.unwrap()[0].title.as_deref(), Some("a"));
    assert_eq!(server.request().target, "/books");

    let (server, client) = serve(Reply::status(204)).await;
    client.shelves().find2(3).send().await.unwrap();
    assert_eq!(server.request().target, "/more/3");
}

#[test]
fn a_reference_may_start_at_its_component() {
    let text = json!({"similar": [{"isLent": true}], "next": {"books": []}});
    let page: PageBookInt32 = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(page.similar.as_ref().unwrap()[0].is_lent, Some(true));
    assert_eq!(page.next.as_ref().unwrap().books, Some(Vec::new()));
    assert_eq!(serde_json::to_value(page).unwrap(), text);
}

#[test]
fn a_member_that_names_itself_adds_nothing() {
    let shelf: Shelf = serde_json::from_value(json!({"floor": 1, "name": "a", "width": 2.5})).unwrap();
    assert_eq!((shelf.floor, shelf.name.as_deref(), shelf.width), (Some(1), Some("a"), Some(2.5)));
}

#[test]
fn what_has_no_known_type_is_any_json() {
    let text = json!({"title": "a", "added": "today", "isLent": false, "extra": [1, null]});
    let book: Book = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(book.extra, Some(json!([1, null]).into()));
    assert_eq!(serde_json::to_value(book).unwrap(), text);
}
