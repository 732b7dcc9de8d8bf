use std::error::Error as StdError;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use http::HeaderValue;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};

use super::script::{Answer, Script, status, with_body, with_header};
use super::support::create;
use crate::SecurityScheme;
use crate::{Authorization, BoxFuture, Challenge, Client, Credentials, Retry};

const AWS: &str = r#"{"cloudProvider":"AWS"}"#;

/// Sends the number of challenges that it has learnt from, `learns` at most.
struct Learner {
    learns: usize,
    seen: Arc<AtomicUsize>,
}

impl Credentials for Learner {
    fn serves(&self, _: &SecurityScheme) -> bool {
        true
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        _: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        let value = HeaderValue::from(self.seen.load(Ordering::Relaxed));
        request.headers_mut().append(AUTHORIZATION, value);
        Box::pin(async { Ok(()) })
    }

    fn challenged<'a>(
        &'a self,
        challenge: Challenge<'a>,
        _: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        let seen = self.seen.fetch_add(1, Ordering::Relaxed);
        assert_eq!(*challenge.sent.unwrap(), *seen.to_string());
        assert_eq!(challenge.headers[WWW_AUTHENTICATE], "Test");
        Box::pin(async move { seen < self.learns })
    }
}

fn refusal() -> Answer {
    with_header(401, "www-authenticate", "Test")
}

fn learner(script: &Script, learns: usize) -> (Client, Arc<AtomicUsize>) {
    let seen = Arc::new(AtomicUsize::new(0));
    let credentials = Learner {
        learns,
        seen: seen.clone(),
    };
    let builder = script.builder().credentials(credentials);
    (builder.build().unwrap(), seen)
}

/// What each request proved.
fn proofs(script: &Script) -> Vec<String> {
    let requests = script.requests();
    let proof = |request: &http::Request<Bytes>| {
        let values = request.headers().get_all(AUTHORIZATION);
        let values: Vec<_> = values.iter().map(|value| value.to_str().unwrap()).collect();
        values.join(",")
    };
    requests.iter().map(proof).collect()
}

#[tokio::test]
async fn a_refusal_teaches_the_credentials_and_is_no_attempt() {
    let script = Script::new([refusal(), with_body(200, AWS)]);
    let (client, _) = learner(&script, 9);
    let call = create(&client).with_retry(Retry::off());
    assert_eq!(call.send_with_meta().await.unwrap().attempts(), 1);
    assert_eq!(proofs(&script), ["0", "1"]);
    assert!(script.sleeps().is_empty());
}

#[tokio::test]
async fn an_attempt_is_refused_twice_at_most() {
    let script = Script::new([refusal()]);
    let (client, seen) = learner(&script, 9);
    let error = create(&client).send().await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!((error.attempts(), proofs(&script).len()), (1, 2));
    assert_eq!(seen.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn every_attempt_has_its_chance() {
    let answers = [refusal(), status(429), refusal(), with_body(200, AWS)];
    let script = Script::new(answers);
    let (client, _) = learner(&script, 9);
    let response = create(&client).send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 2);
    assert_eq!(proofs(&script), ["0", "1", "1", "2"]);
}

#[tokio::test]
async fn credentials_that_learn_nothing_leave_it_at_that() {
    let script = Script::new([refusal()]);
    let (client, _) = learner(&script, 0);
    let error = create(&client).send().await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(proofs(&script), ["0"]);
}
