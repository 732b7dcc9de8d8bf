//! Properties that exist in one direction only.

use fixture_access::types::{Audit, Code, Thing, ThingRequest};
use fixture_access::{Client, Retry};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

#[tokio::test]
async fn a_mark_of_a_component_holds_for_the_properties_that_refer_to_it() {
    let received = json!({"id": "1", "audit": {"by": "a"}, "review": {"by": "b"}, "codes": ["long"]});
    let server = Server::start([Reply::json(200, &received)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();

    // The type has no `audit` and no `review` to set.
    let thing = ThingRequest::new("pass").code(Code::Short).codes([Code::Long]).request(Audit::new().by("c"));
    let thing: Thing = client.things().send_thing().body(thing).send().await.unwrap();
    let by = |audit: Option<Audit>| audit.and_then(|it| it.by);
    assert_eq!((by(thing.audit), by(thing.review)), (Some("a".to_owned()), Some("b".to_owned())));
    assert_eq!(thing.codes, Some(vec![Code::Long]));

    let body: Value = serde_json::from_slice(&server.request().body).unwrap();
    let sent = json!({"password": "pass", "code": "short", "codes": ["long"], "request": {"by": "c"}});
    assert_eq!(body, sent);
}
