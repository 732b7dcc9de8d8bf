//! One error for all operations, and the exceptions.

use fixture_shared_error::api::{PostThing, PutThing};
use fixture_shared_error::types::{Conflict, Failure};
use fixture_shared_error::{Client, Error, Retry};
use serde_json::json;
use workspace_tests::server::{Reply, Server};

/// The error of a call that is answered with this.
async fn fail(
    reply: Reply,
    call: impl AsyncFn(&Client) -> Result<(), Error>,
) -> Error {
    let server = Server::start([reply]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    call(&client).await.unwrap_err()
}

#[tokio::test]
async fn failures_have_the_shared_error_or_their_own() {
    let put = async |client: &Client| client.things().put_thing().send().await;
    let reason = json!({"reason": "why", "with": "it"});
    let error = fail(Reply::json(404, &reason), put).await;
    let reason = |error: &Error| error.api_error().and_then(|it: &Failure| it.reason.clone());
    assert_eq!(reason(&error).as_deref(), Some("why"));
    assert_eq!(PutThing::failure(&error), None);
    for status in [409, 422] {
        let error = fail(Reply::json(status, &json!({"reason": "why", "with": "it"})), put).await;
        assert_eq!(error.api_error(), None, "what can be read is not what was meant");
        assert_eq!(PutThing::failure(&error), Some(Conflict::new("it")));
        assert_eq!(PostThing::failure(&error), None, "another operation failed");
    }
}

#[tokio::test]
async fn a_status_that_nothing_is_said_about_may_have_the_shared_error() {
    let post = async |client: &Client| client.things().post_thing().send().await;
    let reply = |status| Reply::json(status, &json!({"reason": "why"}));
    assert!(fail(reply(404), post).await.api_error().is_some());
    assert!(fail(reply(500), post).await.api_error().is_some());
    let untyped = fail(reply(418), post).await;
    assert_eq!(untyped.api_error(), None, "the range says nothing of its body");
    assert!(untyped.decode_body::<Failure>().is_some());
}

#[tokio::test]
async fn an_error_reads_as_what_the_server_said() {
    let put = async |client: &Client| client.things().put_thing().send().await;
    let reason = json!({"reason": "it is taken"});
    let reply = Reply::json(404, &reason).header("x-request-id", "r-1");
    let error = fail(reply, put).await;
    assert_eq!(error.to_string(), "putThing: 404 Not Found: it is taken (request r-1)");
    assert_eq!((error.error_code(), error.message()), (None, Some("it is taken")));
}
