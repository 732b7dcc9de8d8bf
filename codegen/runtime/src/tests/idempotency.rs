//! Keys that identify the attempts of a call.

use std::error::Error as StdError;
use std::time::Duration;

use http::Method;

use super::script::{Answer, Script, status};
use crate::call::{self, Call, Operation};
use crate::{
    Authorization, BoxFuture, Challenge, Client, Credentials, Retry, SecurityScheme,
    TransportErrorKind,
};

static PAY: Operation = Operation {
    id: "pay",
    method: Method::POST,
    path: "/payments",
    parameters: &[],
    content_type: None,
    accept: None,
    security: &[&["ServiceAccounts"]],
    envelope: None,
};

#[derive(Clone)]
struct Pay {
    call: Box<Call>,
}
call::operation!(Pay -> ());

fn pay(client: &Client) -> Pay {
    let mut call = Call::new(client, &PAY);
    call.idempotency_key("idempotency-key");
    Pay { call }
}

fn keys(script: &Script) -> Vec<String> {
    let requests = script.requests().into_iter();
    let keys = requests.map(|it| it.headers()["idempotency-key"].to_str().unwrap().to_owned());
    keys.collect()
}

#[tokio::test]
async fn all_attempts_have_one_key() {
    let broken = Answer::Fails(TransportErrorKind::Other);
    let answers = [broken, status(503), status(204)];
    let script = Script::with(answers, Duration::ZERO, 1.0);
    pay(&script.client(Retry::new())).send().await.unwrap();
    assert_eq!(keys(&script), ["00000000-0000-4000-8000-000000000000"; 3]);
    let script = Script::with([status(204)], Duration::ZERO, 0.7);
    pay(&script.client(Retry::new())).send().await.unwrap();
    assert_eq!(keys(&script), ["b3333333-3333-4b33-b333-333333b33333"]);
}

/// Answers every challenge.
struct Renewed;

impl Credentials for Renewed {
    fn serves(&self, _scheme: &SecurityScheme) -> bool {
        true
    }

    fn authorize<'a>(
        &'a self,
        _request: &'a mut reqwest::Request,
        _authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async { Ok(()) })
    }

    fn challenged<'a>(
        &'a self,
        _challenge: Challenge<'a>,
        _authorization: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        Box::pin(async { true })
    }
}

#[tokio::test]
async fn a_request_that_answers_a_challenge_has_the_key() {
    let script = Script::with([status(401), status(204)], Duration::ZERO, 0.7);
    let client = script.builder().credentials(Renewed).build().unwrap();
    pay(&client).send().await.unwrap();
    let keys = keys(&script);
    assert_eq!((keys.len(), &keys[0]), (2, &keys[1]));
}

#[tokio::test]
async fn a_policy_without_retries_holds() {
    let script = Script::new([status(503)]);
    let error = pay(&script.client(Retry::off())).send().await.unwrap_err();
    assert_eq!((error.attempts(), script.requests().len()), (1, 1));
}
