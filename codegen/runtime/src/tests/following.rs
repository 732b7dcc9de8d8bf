//! Work whose progress is at a URL of the response, on tables as the emitter writes them.

use std::time::Duration;

use http::Method;
use http::header::AUTHORIZATION;

use super::script::{Answer, Script, status, with_body};
use crate::call::{self, Call, Operation};
use crate::waiting::followed;
use crate::{BearerToken, Error, Retry, Wait, WaitError, wire};

#[derive(Clone, Default)]
struct Thing {
    name: Option<String>,
}
wire::object!(Thing { name: "name" });

/// Calls of a method with a kind of result.
macro_rules! things {
    ($($module:ident: $method:ident -> ($($body:tt)*) $outcome:expr;)*) => {$(
        mod $module {
            use super::*;

            static THING: Operation = Operation {
                id: "thing",
                method: Method::$method,
                path: "/things/1",
                parameters: &[&call::query("v")],
                content_type: None,
                accept: None,
                security: &[&["ServiceAccounts"]],
                envelope: None,
            };

            pub(super) struct Builder {
                call: Box<Call>,
            }
            followed!(Builder -> $($body)*, $outcome);

            impl Builder {
                pub(super) fn send(self) {}
            }

            pub(super) fn of(script: &Script) -> Builder {
                let builder = script.builder().credentials(BearerToken::new("s3cret"));
                let client = builder.retry(Retry::off()).build().unwrap();
                let mut call = Call::new(&client, &THING);
                call.set("v", &"2");
                Builder { call }
            }
        }
    )*};
}

things! {
    put: PUT -> (Thing, none 202) "";
    put_at_location: PUT -> (Thing) "location";
    put_last: PUT -> (Thing) "status";
    post: POST -> (Thing) "";
    post_original: POST -> (Thing) "original-uri";
    get: GET -> (Thing) "";
    delete: DELETE -> (()) "";
}

const A: &str = r#"{"name":"a"}"#;
const RUNNING: &str = r#"{"status":"InProgress"}"#;
const DONE: &str = r#"{"status":"Succeeded","name":"of the status"}"#;

type Headers = &'static [(&'static str, &'static str)];

fn answer(status: u16, headers: Headers, body: &'static str) -> Answer {
    Answer::Status(status, headers.to_vec(), body)
}

/// Methods and targets of all requests, all of which have the credentials.
fn requests(script: &Script) -> Vec<String> {
    let requests = script.requests();
    let lines = requests.iter().map(|it| {
        assert_eq!(it.headers()[AUTHORIZATION], "Bearer s3cret");
        format!("{} {}", it.method(), it.uri()).replace("https://example.test", "")
    });
    lines.collect()
}

/// The names that calls return, and their requests after the first one.
macro_rules! run {
    ($module:ident, $answers:expr) => {{
        let script = Script::new($answers);
        let response = $module::of(&script).send_and_wait(Wait::new()).await;
        let name = Option::<Thing>::from(response.unwrap().into_body()).and_then(|it| it.name);
        let requests = requests(&script);
        (name.unwrap_or_default(), requests[1..].join(", "))
    }};
}

#[tokio::test]
async fn the_result_follows_the_status() {
    let status: Headers = &[
        ("operation-location", "/ops/1"),
        ("location", "/things/new"),
    ];
    let both = || {
        [
            answer(202, status, ""),
            with_body(200, RUNNING),
            with_body(200, DONE),
            with_body(200, A),
        ]
    };
    let polls = "GET /ops/1, GET /ops/1";
    assert_eq!(
        run!(put, both()),
        ("a".to_owned(), format!("{polls}, GET /things/1?v=2"))
    );
    assert_eq!(
        run!(put_at_location, both()),
        ("a".to_owned(), format!("{polls}, GET /things/new"))
    );
    assert_eq!(
        run!(put_last, both()),
        ("of the status".to_owned(), polls.to_owned())
    );
    assert_eq!(
        run!(post, both()),
        ("a".to_owned(), format!("{polls}, GET /things/new"))
    );
    assert_eq!(
        run!(post_original, both()),
        ("a".to_owned(), format!("{polls}, GET /things/1?v=2"))
    );

    let only: Headers = &[("azure-asyncoperation", "https://example.test/ops/2?t=%2F")];
    let answers = [answer(200, only, A), with_body(200, DONE)];
    let polls = "GET /ops/2?t=%2F".to_owned();
    assert_eq!(
        run!(post, answers),
        ("of the status".to_owned(), polls.clone())
    );
    let script = Script::new([answer(202, only, ""), with_body(200, DONE)]);
    delete::of(&script)
        .send_and_wait(Wait::new())
        .await
        .unwrap();
    assert_eq!(requests(&script)[1..], [polls]);
}

#[tokio::test]
async fn a_location_is_polled_until_it_is_not_accepted() {
    let moved: Headers = &[("location", "next"), ("retry-after", "3")];
    let accepted = |headers| answer(202, headers, "");
    let answers = [
        accepted(&[("location", "/jobs/1"), ("retry-after", "7")]),
        accepted(moved),
        accepted(&[]),
        with_body(200, A),
    ];
    let script = Script::new(answers);
    let response = post::of(&script).send_and_wait(Wait::new()).await.unwrap();
    assert_eq!(response.into_body().name.as_deref(), Some("a"));
    let expected = [
        "POST /things/1?v=2",
        "GET /jobs/1",
        "GET /jobs/next",
        "GET /jobs/next",
    ];
    assert_eq!(requests(&script), expected);
    assert_eq!(script.sleeps(), [7, 3, 10].map(Duration::from_secs));

    // The status of the work may refer to its result.
    let done: Headers = &[("location", "/things/9")];
    let answers = [
        accepted(&[("location", "/jobs/1")]),
        answer(303, done, ""),
        with_body(200, A),
    ];
    assert_eq!(
        run!(post, answers),
        ("a".to_owned(), "GET /jobs/1, GET /things/9".to_owned())
    );

    let answers = [accepted(&[("location", "/jobs/1")]), status(204)];
    let script = Script::new(answers);
    delete::of(&script)
        .send_and_wait(Wait::new())
        .await
        .unwrap();
    assert_eq!(requests(&script).len(), 2);
}

#[tokio::test]
async fn without_a_url_the_resource_has_the_state() {
    let creating = r#"{"properties":{"provisioningState":"Creating"}}"#;
    let done = r#"{"name":"a","properties":{"provisioningState":"Succeeded"}}"#;
    let answers = [
        with_body(201, creating),
        with_body(200, creating),
        with_body(200, done),
    ];
    let polls = "GET /things/1?v=2, GET /things/1?v=2".to_owned();
    assert_eq!(run!(put, answers), ("a".to_owned(), polls));
    // A new resource has a `Location` as well.
    let created: Headers = &[("location", "/things/2")];
    assert_eq!(
        run!(put, [answer(201, created, A)]),
        ("a".to_owned(), String::new())
    );
    let answers = [
        answer(202, &[("retry-after", "1")], ""),
        with_body(202, A),
        with_body(200, A),
    ];
    let polls = "GET /things/1?v=2, GET /things/1?v=2".to_owned();
    assert_eq!(run!(get, answers), ("a".to_owned(), polls));
    // Without a URL there is nothing to poll after other methods.
    assert_eq!(
        run!(post, [with_body(202, A)]),
        ("a".to_owned(), String::new())
    );
}

#[tokio::test]
async fn a_failure_has_the_reason_and_the_response() {
    let status: Headers = &[("operation-location", "/ops/1")];
    let failed = r#"{"status":"Failed","error":{"code":"Quota","message":"too many things"}}"#;
    let script = Script::new([answer(202, status, ""), with_body(200, failed)]);
    let error = put::of(&script)
        .send_and_wait(Wait::new())
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "thing: the state is Failed: too many things"
    );
    let body = error.last_poll().unwrap().response().unwrap().body();
    assert_eq!(body["error"]["code"], "Quota");

    let script = Script::new([answer(202, status, ""), with_body(200, RUNNING)]);
    let wait = Wait::new().at_most(Duration::from_secs(20));
    let error = put::of(&script).send_and_wait(wait).await.unwrap_err();
    assert!(matches!(&error, WaitError::TimedOut(last) if last.state() == Some("InProgress")));
}

#[tokio::test]
async fn another_origin_must_be_allowed_and_gets_no_credentials() {
    async fn wait(url: &'static str, wait: Wait) -> (Script, Option<Error>) {
        let first = Answer::Status(202, vec![("operation-location", url)], "");
        let script = Script::new([first, with_body(200, DONE)]);
        match delete::of(&script).send_and_wait(wait).await {
            Err(WaitError::Call(error)) => (script, Some(error)),
            other => {
                other.unwrap();
                (script, None)
            }
        }
    }
    let other = "https://status.test/ops/1";
    let (script, error) = wait(other, Wait::new()).await;
    assert_eq!(
        error.unwrap().to_string(),
        "thing: the progress of the work is at `https://status.test` and not at `https://example.test`; \
         `allow_origin` allows it"
    );
    assert_eq!(script.requests().len(), 1);
    let (script, error) = wait(other, Wait::new().allow_origin("https://status.test/")).await;
    assert!(error.is_none());
    let request = &script.requests()[1];
    assert_eq!(request.uri(), other);
    assert!(!request.headers().contains_key(AUTHORIZATION));
    let (_, error) = wait("ftp://example.test/", Wait::new()).await;
    let expected = "thing: the URL of the progress of the work is not one of HTTP";
    assert_eq!(error.unwrap().to_string(), expected);

    // Redirects obey the same rule, and end.
    let headers: Headers = &[("location", "/ops/1")];
    let script = Script::new([answer(202, headers, ""), answer(302, headers, "")]);
    let error = delete::of(&script)
        .send_and_wait(Wait::new())
        .await
        .unwrap_err();
    assert_eq!(error.to_string(), "thing: there are too many redirects");
    assert_eq!(script.requests().len(), 6);
}
