//! Code around the attempts of calls.

use std::error::Error as StdError;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue, Method};

use super::script::{Answer, Script, status, with_body};
use super::support::create;
use crate::{
    Attempt, BearerToken, BoxFuture, Call, Client, Interceptor, Outcome, Retry, TransportErrorKind,
};

const AWS: &str = r#"{"cloudProvider":"AWS"}"#;

/// Notes what it sees, signs requests, and fails on one attempt.
struct Notes {
    name: &'static str,
    seen: Arc<Mutex<Vec<String>>>,
    fails_on: Option<u32>,
}

impl Notes {
    fn add(&self, note: &str) {
        self.seen
            .lock()
            .unwrap()
            .push(format!("{} {note}", self.name));
    }
}

impl Interceptor for Notes {
    fn before<'a>(
        &'a self,
        attempt: Attempt<'a>,
        request: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            self.add(&format!("before {} {}", attempt.operation, attempt.number));
            if self.fails_on == Some(attempt.number) {
                return Err("no key".into());
            }
            let is_authenticated = request.headers().contains_key(AUTHORIZATION);
            let signature = format!("{}:{is_authenticated}", request.url().path().len());
            let name = HeaderName::from_static(self.name);
            let value = HeaderValue::from_str(&signature)?;
            request.headers_mut().insert(name, value);
            Ok(())
        })
    }

    fn after(&self, attempt: Attempt<'_>, outcome: Outcome<'_>) {
        let status = outcome.status.map(|status| status.as_u16());
        let error = outcome.error.map(ToString::to_string);
        let duration = outcome.duration;
        self.add(&format!(
            "after {} {status:?} {error:?} {duration:?}",
            attempt.number
        ));
    }
}

/// A client with two interceptors, the second of which may fail, and their notes.
fn client(script: &Script, fails_on: Option<u32>) -> (Client, Arc<Mutex<Vec<String>>>) {
    let notes = Arc::default();
    let interceptor = |name, fails_on| Notes {
        name,
        seen: Arc::clone(&notes),
        fails_on,
    };
    let client = script
        .builder()
        .credentials(BearerToken::new("hunter2"))
        .retry(Retry::new().repeatable(true))
        .interceptor(interceptor("one", None))
        .interceptor(interceptor("two", fails_on))
        .build();
    (client.unwrap(), notes)
}

#[tokio::test]
async fn interceptors_run_around_every_attempt_of_a_call() {
    let broken = Answer::Fails(TransportErrorKind::Other);
    let answers = [status(503), broken, with_body(200, AWS)];
    let script = Script::with(answers, Duration::from_millis(5), 0.0);
    let (client, notes) = client(&script, None);
    create(&client).send().await.unwrap();
    let expected = [
        "one before createPrivateEndpoint 1",
        "two before createPrivateEndpoint 1",
        r#"two after 1 Some(503) Some("createPrivateEndpoint: 503 Service Unavailable") 5ms"#,
        r#"one after 1 Some(503) Some("createPrivateEndpoint: 503 Service Unavailable") 5ms"#,
        "one before createPrivateEndpoint 2",
        "two before createPrivateEndpoint 2",
        r#"two after 2 None Some("createPrivateEndpoint: the exchange failed (after 2 attempts)") 5ms"#,
        r#"one after 2 None Some("createPrivateEndpoint: the exchange failed (after 2 attempts)") 5ms"#,
        "one before createPrivateEndpoint 3",
        "two before createPrivateEndpoint 3",
        "two after 3 Some(200) None 5ms",
        "one after 3 Some(200) None 5ms",
    ];
    assert_eq!(*notes.lock().unwrap(), expected);
    for request in script.requests() {
        let length = request.uri().path().len();
        assert_eq!(request.headers()["one"], format!("{length}:true"));
        assert_eq!(request.headers()["two"], format!("{length}:true"));
    }
}

#[tokio::test]
async fn an_interceptor_that_fails_aborts_the_call() {
    let script = Script::with([status(503)], Duration::ZERO, 0.0);
    let (client, notes) = client(&script, Some(2));
    let error = create(&client).send().await.unwrap_err();
    let expected = "createPrivateEndpoint: an interceptor failed (after 2 attempts)";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.source().unwrap().to_string(), "no key");
    assert!(!error.is_not_sent() && !error.is_retryable());
    assert_eq!(script.requests().len(), 1);
    let last = notes.lock().unwrap().pop().unwrap();
    assert!(last.starts_with("one after 2 None"), "{last}");
}

#[tokio::test]
async fn requests_without_an_operation_have_interceptors_too() {
    let script = Script::with([status(204)], Duration::ZERO, 0.0);
    let (client, notes) = client(&script, Some(1));
    let request = client.request(Method::GET, "/api?key=hunter2");
    let error = request.send_bytes().await.unwrap_err();
    assert!(error.is_not_sent(), "{error}");
    let notes = notes.lock().unwrap();
    assert_eq!(
        notes[..2],
        ["one before GET /api 1", "two before GET /api 1"]
    );
    // A derived client has them as well.
    let derived = client.with(|options| options).unwrap();
    assert_eq!(derived.parts().interceptors.len(), 2);
}

#[tokio::test]
async fn debug_shows_no_headers() {
    struct Print(Arc<Mutex<String>>);
    impl Interceptor for Print {
        fn after(&self, attempt: Attempt<'_>, outcome: Outcome<'_>) {
            assert_eq!(outcome.headers.unwrap()["set-cookie"], "hunter2");
            *self.0.lock().unwrap() = format!("{attempt:?} {outcome:?}");
        }
    }
    let answer = Answer::Status(200, vec![("set-cookie", "hunter2")], AWS);
    let script = Script::new([answer]);
    let text = Arc::default();
    let builder = script.builder().interceptor(Print(Arc::clone(&text)));
    create(&builder.build().unwrap()).send().await.unwrap();
    let text = text.lock().unwrap();
    assert!(
        text.contains("status: Some(200)") && !text.contains("hunter2"),
        "{text}"
    );
}

/// Sends any call.
async fn describe<C: Call<Output: Send + 'static>>(call: C) -> (String, Option<C::Output>) {
    let name = format!("{} {} {}", call.operation(), call.method(), call.path());
    (name, call.send().await.ok())
}

#[tokio::test]
async fn generic_code_sends_any_call() {
    let script = Script::new([with_body(200, AWS), status(404)]);
    let client = script.client(Retry::off());
    let task = tokio::spawn(describe(create(&client)));
    let (name, endpoint) = task.await.unwrap();
    assert_eq!(endpoint.unwrap().tag(), Some("AWS"));
    let path = "/api/atlas/v2/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}/endpoint";
    assert_eq!(name, format!("createPrivateEndpoint POST {path}"));
    let error = Call::send_with_meta(create(&client)).await.unwrap_err();
    assert!(error.is_not_found());
}
