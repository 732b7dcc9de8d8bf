//! What a document gets wrong, and everyone reads in one way.

use fixture_lenient::types::{CopyNoteState, Draft, DraftLevel};
use fixture_lenient::{Client, Retry};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

async fn serve(reply: Reply) -> (Server, Client) {
    let server = Server::start([reply]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn a_path_may_have_a_query_and_a_placeholder_twice() {
    let (server, client) = serve(Reply::json(200, &json!({}))).await;
    let call = client.notes().copy_note("a/b", "c&d").state(CopyNoteState::Other);
    call.send().await.unwrap();
    let expected = "/notes/a%2Fb/copies/a%2Fb?deep=true&key=c%26d&state=other";
    assert_eq!(server.request().target, expected);
}

#[tokio::test]
async fn a_path_may_have_spaces_and_two_spellings() {
    let (server, client) = serve(Reply::status(204)).await;
    client.notes().get_saved_notes_by_id("a b").send().await.unwrap();
    assert_eq!(server.request().target, "/saved%20notes/a%20b");

    let (server, client) = serve(Reply::status(204)).await;
    client.notes().get_saved_notes_by_title("c").send().await.unwrap();
    assert_eq!(server.request().target, "/saved%20notes/c");
}

#[tokio::test]
async fn what_is_called_json_is_json() {
    let (server, client) = serve(Reply::json(200, &json!({"level": 2}))).await;
    let call = client.notes().copy_note("a", "b").body(Draft::new().level(DraftLevel::V1));
    assert_eq!(call.send().await.unwrap(), Draft::new().level(DraftLevel::V2));
    let request = server.request();
    assert_eq!(request.header("accept"), "application/json");
    assert_eq!(request.header("content-type"), "application/json");
    assert_eq!(request.text(), r#"{"level":1}"#);
}

#[test]
fn values_of_an_enum_have_its_type() {
    let states = ["1", "2.5", "true", "other"].map(CopyNoteState::from);
    assert!(states.iter().all(CopyNoteState::is_known), "{states:?}");
    assert!(!CopyNoteState::from("{}").is_known());
    let draft = Draft::new().size(3).ratio(1.5).is_deep(true);
    assert_eq!(serde_json::to_value(draft).unwrap(), json!({"size": 3, "ratio": 1.5, "isDeep": true}));
}
