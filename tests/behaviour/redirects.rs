//! Redirects that the document describes are successes, and lead nowhere by themselves.

use fixture_redirects::api::{
    DownloadSuccess, FindFilter, FindFilterSuccess, HasSessionSuccess, LogOutSuccess, MakeFilter,
};
use fixture_redirects::bytes::Bytes;
use fixture_redirects::testing::InMemory;
use fixture_redirects::types::{Job, Thing};
use fixture_redirects::{Client, Retry};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

/// A server that gives these answers, and a client of it.
async fn serve(script: impl IntoIterator<Item = Reply>) -> (Server, Client) {
    let server = Server::start(script).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    (server, client)
}

fn thing() -> Value {
    json!({"name": "it"})
}

fn redirect(status: u16) -> Reply {
    Reply::status(status).header("location", "https://elsewhere.example/login")
}

#[tokio::test]
async fn a_documented_redirect_is_a_success_and_is_not_followed() {
    let reply = redirect(303).header("set-cookie", "session=1");
    let (server, client) = serve([reply, redirect(302)]).await;
    let answer = client.sessions().log_in().send_with_meta().await.unwrap();
    assert_eq!(answer.status(), fixture_redirects::http::StatusCode::SEE_OTHER);
    assert_eq!(answer.header::<String>("Location").unwrap(), "https://elsewhere.example/login");
    assert_eq!(answer.location(), Some("https://elsewhere.example/login"));
    assert_eq!(answer.headers()["set-cookie"], "session=1");
    assert_eq!(server.requests().len(), 1);
    let error = client.sessions().log_in().send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 302, "another redirect is a failure");
}

#[tokio::test]
async fn a_redirect_beside_other_successes_has_a_variant() {
    let (_server, client) = serve([Reply::status(204), redirect(303)]).await;
    let log_out = || client.sessions().log_out().send();
    assert_eq!(log_out().await.unwrap(), LogOutSuccess::NoContent);
    assert_eq!(log_out().await.unwrap(), LogOutSuccess::SeeOther);
    let (_server, client) = serve([Reply::status(204), redirect(303)]).await;
    for (outcome, location) in [
        (LogOutSuccess::NoContent, None),
        (LogOutSuccess::SeeOther, Some("https://elsewhere.example/login")),
    ] {
        let answer = client.sessions().log_out().send_with_meta().await.unwrap();
        assert_eq!((answer.location(), answer.body()), (location, &outcome));
    }

    let (_server, client) = serve([Reply::status(200), redirect(307)]).await;
    let has = || client.sessions().has_session().send();
    assert_eq!(has().await.unwrap(), HasSessionSuccess::Ok);
    assert_eq!(has().await.unwrap(), HasSessionSuccess::TemporaryRedirect);
}

#[tokio::test]
async fn the_json_of_a_redirect_may_be_missing() {
    let note = || redirect(303).header("content-type", "text/html").body("<p>See there.</p>");
    let broken = redirect(303).header("content-type", "application/json").body("<p>");
    let (server, client) = serve([Reply::json(302, &thing()), redirect(303), note(), broken]).await;
    let make = || client.filters().make_filter().send_with_meta();
    assert_eq!(*make().await.unwrap().body(), Some(Thing::new("it")));
    assert_eq!(*make().await.unwrap().body(), None);
    let answer = make().await.unwrap();
    assert_eq!((answer.body(), &answer.raw_body()[..]), (&None, &b"<p>See there.</p>"[..]));
    assert!(make().await.unwrap_err().is_decode(), "this says that it is JSON");
    assert_eq!(server.requests()[0].header("accept"), "application/json");

    let (_server, client) = serve([
        Reply::json(200, &thing()),
        Reply::json(300, &json!({"id": 7})),
        redirect(307),
        redirect(308).body("words"),
        Reply::json(301, &json!({"reason": "moved"})),
    ])
    .await;
    let find = || client.filters().find_filter().send();
    assert_eq!(find().await.unwrap(), FindFilterSuccess::Ok(Thing::new("it")));
    assert_eq!(find().await.unwrap(), FindFilterSuccess::Redirection(Some(Job::new(7))));
    assert_eq!(find().await.unwrap(), FindFilterSuccess::Redirection(None));
    let words = FindFilterSuccess::PermanentRedirect("words".to_owned());
    assert_eq!(find().await.unwrap(), words);
    let error = find().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 301, "this one carries what failures carry");
    assert_eq!(error.api_error().unwrap().reason.as_deref(), Some("moved"));
}

#[tokio::test]
async fn a_file_that_is_elsewhere_is_no_empty_file() {
    let (_server, client) = serve([Reply::status(200).body("content"), redirect(302), redirect(302)]).await;
    let download = || client.files().download();
    assert_eq!(download().send().await.unwrap(), DownloadSuccess::Ok(Bytes::from("content")));
    assert_eq!(download().send().await.unwrap(), DownloadSuccess::Found);
    let mut stream = download().send_stream().await.unwrap();
    assert_eq!(stream.status(), 302);
    assert_eq!(stream.body_mut().chunk().await.unwrap(), None);
}

#[tokio::test]
async fn not_modified_is_a_success_of_a_call_that_can_be_conditional() {
    let not_modified = || [Reply::status(304)];
    let (server, client) = serve(not_modified()).await;
    let answer = client.pages().get_page().if_none_match("\"1\"").send().await.unwrap();
    assert_eq!(answer, None);
    assert_eq!(server.request().header("if-none-match"), "\"1\"");
    let (_server, client) = serve(not_modified()).await;
    client.pages().start_page().send().await.unwrap();
    let (_server, client) = serve(not_modified()).await;
    assert_eq!(client.pages().copy_page().send().await.unwrap(), None);
    let (_server, client) = serve([Reply::status(304), Reply::json(200, &thing())]).await;
    assert_eq!(client.pages().drop_page().send().await.unwrap(), None);
    assert_eq!(client.pages().drop_page().send().await.unwrap(), Some(Thing::new("it")));
    let (_server, client) = serve(not_modified()).await;
    let error = client.plain_pages().get_plain_page().send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 304);
}

#[tokio::test]
async fn a_test_answers_with_a_redirect() {
    let server = InMemory::new();
    let builder = Client::builder().transport(server.clone()).base_url("http://test");
    let client = builder.build().unwrap();
    for answer in [Some(Job::new(7)), None] {
        let answer = FindFilterSuccess::Redirection(answer);
        server.on::<FindFilter>().answer(answer.clone());
        assert_eq!(client.filters().find_filter().send().await.unwrap(), answer);
    }
    for answer in [Some(Thing::new("it")), None] {
        server.on::<MakeFilter>().answer(answer.clone());
        assert_eq!(client.filters().make_filter().send().await.unwrap(), answer);
    }
}
