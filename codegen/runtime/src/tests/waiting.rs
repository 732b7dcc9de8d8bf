//! Waits, on tables as the emitter writes them.

use std::time::Duration;

use http::{HeaderName, HeaderValue, Method};

use super::script::{Answer, Script, status, with_body, with_header};
use crate::call::{self, Call, Operation};
use crate::net::transport::TransportErrorKind;
use crate::waiting::table::Waiter;
use crate::waiting::{Argument, by_call, deleted, removed, started};
use crate::{Client, Response, Retry, Wait, WaitError, wire};

#[derive(Clone, Default)]
pub(super) struct Job {
    id: Option<String>,
    done: Option<bool>,
    pub(super) state: Option<String>,
}
wire::object!(Job {
    id: "id",
    done: "done",
    state: "state"
});

/// Operations with these ids, methods, paths and parameters.
macro_rules! operations {
    ($($name:ident = $id:literal $method:ident $path:literal [$($parameter:expr),*];)*) => {$(
        static $name: Operation = Operation {
            id: $id,
            method: Method::$method,
            path: $path,
            parameters: &[$(&$parameter),*],
            content_type: None,
            accept: None,
            security: &[],
            envelope: None,
        };
    )*};
}

operations! {
    RUN = "runJob" POST "/jobs" [call::query("tenant")];
    GET = "getJob" GET "/jobs/{id}" [call::path("id"), call::query("tenant")];
    DELETE = "deleteJob" DELETE "/jobs/{id}" [call::path("id")];
}

/// An argument that the call itself has.
const fn own(name: &'static str) -> Argument {
    Argument {
        parameter: name,
        from: Some(name),
        places: &[],
    }
}

const ID: Argument = own("id");
const TENANT: Argument = own("tenant");

/// The builders of one waiter.
macro_rules! waits {
    ($(mod $module:ident $waiter:expr;)*) => {$(
        mod $module {
            use super::*;

            pub(super) struct Get {
                call: Box<Call>,
            }
            by_call!(Get: Job => $waiter);
            deleted!(Get: Job);

            pub(super) struct Run {
                call: Box<Call>,
            }
            started!(Run => Get: Job, None, &[
                Argument {
                    parameter: "id",
                    from: None,
                    places: &[(None, "/uuid"), (None, "/id")],
                },
                TENANT,
            ]);

            impl Run {
                pub(super) fn send(self) {}
            }

            pub(super) struct Delete {
                call: Box<Call>,
            }
            removed!(Delete => Get: Job, None, &[ID]);

            impl Delete {
                pub(super) fn send(self) {}
            }

            pub(super) fn get(script: &Script) -> Get {
                of(&script.client(Retry::off()))
            }

            pub(super) fn of(client: &Client) -> Get {
                let mut call = Call::new(client, &GET);
                call.set("id", &"1");
                Get { call }
            }

            pub(super) fn run(script: &Script) -> Run {
                let mut call = Call::new(&script.client(Retry::off()), &RUN);
                call.set("tenant", &"t");
                let (name, value) = (HeaderName::from_static("if-match"), HeaderValue::from_static("x"));
                call.header(name, value);
                Run { call }
            }

            pub(super) fn delete(script: &Script) -> Delete {
                let mut call = Call::new(&script.client(Retry::off()), &DELETE);
                call.set("id", &"1");
                Delete { call }
            }
        }
    )*};
}

const BY_STATE: Waiter = Waiter {
    operation: &GET,
    items: None,
    state: &[(None, "/state")],
    reason: &[(None, "/reason")],
    success: &["DONE"],
    failure: &["FAILED"],
    deleted: &["GONE"],
    interval: 10,
    at_most: 60,
};

waits! {
    mod by_state BY_STATE;
    mod by_flag Waiter { state: &[(None, "/done")], success: &["true"], ..BY_STATE };
    mod by_status Waiter { state: &[], success: &[], ..BY_STATE };
    mod by_items Waiter { items: Some("/jobs"), ..BY_STATE };
}

/// Waits for a job of a real server.
pub(super) fn wait_until_done(
    client: &Client,
    wait: Wait,
) -> impl Future<Output = Result<Response<Job>, WaitError<Job>>> {
    by_state::of(client).wait_until_done(wait)
}

fn job(text: &'static str) -> Answer {
    with_body(200, text)
}

const PENDING: &str = r#"{"id":"1","state":"RUNNING","done":false}"#;
const DONE: &str = r#"{"id":"1","state":"DONE","done":true}"#;

fn seconds<const N: usize>(all: [u64; N]) -> [Duration; N] {
    all.map(Duration::from_secs)
}

fn targets(script: &Script) -> Vec<String> {
    let requests = script.requests();
    let targets = requests.iter().map(|it| it.uri().to_string());
    targets
        .map(|it| it.replace("https://example.test", ""))
        .collect()
}

fn is_send<T: Send>(value: T) -> T {
    value
}

#[tokio::test]
async fn a_call_is_followed_by_polls() {
    let script = Script::new([job(PENDING), job(PENDING), job(DONE)]);
    let done = is_send(by_state::run(&script).send_and_wait(Wait::new()));
    assert_eq!(done.await.unwrap().body().state.as_deref(), Some("DONE"));
    assert_eq!(script.sleeps(), seconds([10, 10]));
    let expected = ["/jobs?tenant=t", "/jobs/1?tenant=t", "/jobs/1?tenant=t"];
    assert_eq!(targets(&script), expected);
    // A condition of the call is none of the polls.
    let conditions = script.requests();
    let conditions = conditions
        .iter()
        .map(|it| it.headers().contains_key("if-match"));
    assert_eq!(conditions.collect::<Vec<_>>(), [true, false, false]);
}

#[tokio::test]
async fn a_poll_begins_at_once_and_ends_at_the_time_limit() {
    let script = Script::new([job(PENDING)]);
    let wait = Wait::new().at_most(Duration::from_secs(25));
    let error = by_state::get(&script)
        .wait_until_done(wait)
        .await
        .unwrap_err();
    assert_eq!(script.sleeps(), seconds([10, 10, 5]));
    let WaitError::TimedOut(last) = &error else {
        panic!("{error:?}");
    };
    assert_eq!((last.state(), last.polls()), (Some("RUNNING"), 4));
    assert_eq!(last.elapsed(), Duration::from_secs(25));
    assert!(last.response().is_some() && last.error().is_none());
    assert_eq!(error.to_string(), "getJob: the state is RUNNING after 25 s");

    let script = Script::new([job(PENDING)]);
    let wait = Wait::new().at_most(Duration::ZERO);
    let error = by_state::run(&script)
        .send_and_wait(wait)
        .await
        .unwrap_err();
    assert!(matches!(&error, WaitError::TimedOut(last) if last.polls() == 0));
    assert_eq!(error.to_string(), "getJob: the state is unknown after 0 s");
}

#[tokio::test]
async fn the_server_sets_the_pause() {
    let later = |seconds| Answer::Status(200, vec![("retry-after", seconds)], PENDING);
    let script = Script::new([
        later("3"),
        later("40"),
        later("0"),
        with_header(503, "retry-after", "7"),
        job(DONE),
    ]);
    let run = by_state::run(&script).send_and_wait(Wait::new());
    run.await.unwrap();
    assert_eq!(script.sleeps(), seconds([3, 40, 1, 7]));
}

#[tokio::test]
async fn states_may_be_flags_or_missing() {
    let script = Script::new([job(PENDING), job("{}"), job("[1"), job(DONE)]);
    let done = by_flag::get(&script).wait_until_done(Wait::new()).await;
    assert_eq!(done.unwrap().body().done, Some(true));

    let script = Script::new([with_body(202, DONE), job(PENDING)]);
    by_status::get(&script)
        .wait_until_done(Wait::new())
        .await
        .unwrap();
    assert_eq!(script.sleeps(), seconds([10]));
}

#[tokio::test]
async fn a_list_waits_for_all_items() {
    let list = [
        r#"{"jobs":[{"state":"DONE"},{"state":""},{"state":"RUNNING"}]}"#,
        r#"{"jobs":null}"#,
        r#"{"jobs":[]}"#,
    ];
    let script = Script::new(list.map(job));
    by_items::get(&script)
        .wait_until_done(Wait::new())
        .await
        .unwrap();
    assert_eq!(script.requests().len(), 3);

    let failed = r#"{"jobs":[{"state":"RUNNING"},{"state":"FAILED","reason":"r"}]}"#;
    let script = Script::new([job(failed)]);
    let error = by_items::get(&script)
        .wait_until_done(Wait::new())
        .await
        .unwrap_err();
    assert_eq!(error.to_string(), "getJob: the state is FAILED: r");
}

#[tokio::test]
async fn deletion_is_404_or_a_state() {
    let failed = r#"{"state":"FAILED"}"#;
    for end in [status(404), status(410), job(r#"{"state":"GONE"}"#)] {
        let script = Script::new([status(204), job(failed), end]);
        let deleted = by_state::delete(&script).send_and_wait(Wait::new());
        is_send(deleted).await.unwrap();
        assert_eq!(script.requests().len(), 3);
    }
    let script = Script::new([status(404)]);
    by_state::get(&script)
        .wait_until_deleted(Wait::new())
        .await
        .unwrap();
    // The call itself has to succeed.
    let error = by_state::delete(&script)
        .send_and_wait(Wait::new())
        .await
        .unwrap_err();
    assert!(error.call().unwrap().is_not_found());
}

#[tokio::test]
async fn failures_that_may_be_temporary_are_limited() {
    let script = Script::new([
        job(PENDING),
        status(500),
        Answer::Fails(TransportErrorKind::Connect),
        status(408),
        job(PENDING),
        status(502),
        job(DONE),
    ]);
    let wait = Wait::new().max_failed_polls(4);
    by_state::run(&script).send_and_wait(wait).await.unwrap();

    let script = Script::new([status(500)]);
    let wait = Wait::new().at_most(Duration::from_secs(3600));
    let error = by_state::get(&script)
        .wait_until_done(wait.clone())
        .await
        .unwrap_err();
    assert!(error.call().unwrap().is_server_error());
    assert_eq!(script.requests().len(), 10);

    let script = Script::new([status(403)]);
    by_state::get(&script)
        .wait_until_done(wait)
        .await
        .unwrap_err();
    assert_eq!(script.requests().len(), 1);

    let script = Script::new([job(PENDING), status(500)]);
    let wait = Wait::new().at_most(Duration::from_secs(15));
    let error = by_state::get(&script)
        .wait_until_done(wait)
        .await
        .unwrap_err();
    let last = error.last_poll().unwrap();
    assert!(last.error().unwrap().is_server_error());
    assert_eq!(last.state(), Some("RUNNING"));
}

#[tokio::test]
async fn a_response_without_the_id_cannot_be_polled() {
    let script = Script::new([job("{}")]);
    let error = by_state::run(&script)
        .send_and_wait(Wait::new())
        .await
        .unwrap_err();
    let error = error.call().unwrap();
    assert!(error.is_decode() && error.status().is_some());
    assert_eq!(
        error.to_string(),
        "runJob: 200 OK: unexpected body at /uuid"
    );
}

#[tokio::test]
async fn a_hanging_poll_takes_no_longer_than_the_wait() {
    let script = Script::new([job(PENDING), Answer::Hangs]);
    let wait = Wait::new().at_most(Duration::from_secs(12));
    let error = by_state::get(&script)
        .wait_until_done(wait)
        .await
        .unwrap_err();
    assert!(matches!(error, WaitError::TimedOut(_)));
    // However little time is left, a poll has ten seconds.
    assert_eq!(script.timeouts(), seconds([10]));
}

#[tokio::test]
async fn debug_shows_no_bodies() {
    let script = Script::new([job(r#"{"id":"s3cret","state":"FAILED"}"#)]);
    let error = by_state::get(&script)
        .wait_until_done(Wait::new())
        .await
        .unwrap_err();
    let text = format!("{error:?} {:?}", Wait::new().until(["A"]));
    assert!(
        text.contains("FAILED") && !text.contains("s3cret"),
        "{text}"
    );
}

#[cfg(feature = "tracing")]
#[tokio::test]
async fn polls_are_traced() {
    let script = Script::new([job(PENDING), status(503), job(DONE)]);
    let wait = by_state::get(&script).wait_until_done(Wait::new());
    let lines = super::trace::lines_of(wait).await;
    let polls = lines.iter().filter(|line| line.contains("poll operation="));
    let ends = polls.map(|line| line.split("poll operation=").nth(1).unwrap_or_default());
    assert_eq!(
        ends.collect::<Vec<_>>(),
        [
            r#""getJob" state="RUNNING" polls=1 elapsed=0ns"#,
            r#""getJob" state="RUNNING" polls=2 elapsed=10s error="status""#,
            r#""getJob" state="DONE" polls=3 elapsed=20s"#,
        ],
        "{lines:#?}"
    );
}
