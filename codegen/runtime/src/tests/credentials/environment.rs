//! What a client takes from environment variables.

use http::header::AUTHORIZATION;

use super::support::*;
use crate::call::Operation;
use crate::{BearerToken, Client};

type Variable = (&'static str, &'static str);

const ID: Variable = ("MONGODB_ATLAS_CLIENT_ID", "id");
const SECRET: Variable = ("MONGODB_ATLAS_CLIENT_SECRET", "secret");
const PUBLIC: Variable = ("MONGODB_ATLAS_PUBLIC_KEY", "public");
const PRIVATE: Variable = ("MONGODB_ATLAS_PRIVATE_KEY", "private");

fn lookup(variables: &[Variable]) -> impl Fn(&str) -> Option<String> {
    move |name| {
        let mut found = variables.iter().filter(|(it, _)| *it == name);
        found.next().map(|(_, value)| (*value).to_owned())
    }
}

#[test]
fn what_is_missing_is_named() {
    let empty = ("MONGODB_ATLAS_PRIVATE_KEY", "");
    let nothing = "client: there are no credentials in the environment; \
                   set MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET, \
                   or MONGODB_ATLAS_PUBLIC_KEY and MONGODB_ATLAS_PRIVATE_KEY";
    let cases: [(&[Variable], &str); 6] = [
        (&[], nothing),
        (&[empty], nothing),
        (
            &[ID],
            "client: the environment variable MONGODB_ATLAS_CLIENT_SECRET is not set, \
             and MONGODB_ATLAS_CLIENT_ID needs it",
        ),
        (
            &[SECRET],
            "client: the environment variable MONGODB_ATLAS_CLIENT_ID is not set, \
             and MONGODB_ATLAS_CLIENT_SECRET needs it",
        ),
        (
            &[PUBLIC, empty],
            "client: the environment variable MONGODB_ATLAS_PRIVATE_KEY is not set, \
             and MONGODB_ATLAS_PUBLIC_KEY needs it",
        ),
        (
            &[ID, SECRET, PRIVATE],
            "client: the environment variable MONGODB_ATLAS_PUBLIC_KEY is not set, \
             and MONGODB_ATLAS_PRIVATE_KEY needs it",
        ),
    ];
    for (variables, message) in cases {
        let error = Client::from_variables(&lookup(variables)).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

static DIGEST_ONLY: Operation = Operation {
    id: "createOldThing",
    method: http::Method::POST,
    path: THING_PATH,
    parameters: &[],
    content_type: None,
    accept: None,
    security: &[&["DigestAuth"]],
    envelope: None,
};

#[tokio::test]
async fn with_both_kinds_each_operation_uses_the_one_that_it_takes() {
    let server = Server::new(|request| match request.uri().path() {
        TOKEN_PATH => token(1),
        _ if request.headers().contains_key(AUTHORIZATION) => response(200, &[], ""),
        _ => {
            let challenge = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"";
            response(401, &[("www-authenticate", challenge)], "")
        }
    });
    let url = ("MONGODB_ATLAS_BASE_URL", "https://gov.test");
    let variables = [PRIVATE, url, PUBLIC, ID, SECRET];
    let variables = lookup(&variables);
    let client = server.builder().with_variables(&variables).build().unwrap();
    call(&client).send().await.unwrap();
    call_of(&client, &DIGEST_ONLY).send().await.unwrap();
    client.revoke_credentials().await.unwrap();
    let requests = server.requests.lock().unwrap();
    let sent: Vec<_> = requests
        .iter()
        .map(|it| {
            let header = it.headers().get(AUTHORIZATION);
            let scheme = header.map_or("", |it| it.to_str().unwrap().split(' ').next().unwrap());
            (it.uri().path(), scheme)
        })
        .collect();
    assert_eq!(
        sent,
        [
            (TOKEN_PATH, "Basic"),
            (THING_PATH, "Bearer"),
            (THING_PATH, ""),
            (THING_PATH, "Digest"),
            (REVOCATION_PATH, "Basic"),
        ]
    );
    assert!(
        requests
            .iter()
            .all(|it| it.uri().host() == Some("gov.test"))
    );
}

#[tokio::test]
async fn credentials_of_the_caller_come_first() {
    let server = Server::new(|_| response(200, &[], ""));
    let half = lookup(&[ID]);
    let builders = [
        server
            .builder()
            .with_variables(&half)
            .credentials(BearerToken::new("mine")),
        server
            .builder()
            .credentials(BearerToken::new("mine"))
            .with_variables(&half),
    ];
    for builder in builders {
        call(&builder.build().unwrap()).send().await.unwrap();
    }
    let requests = server.requests.lock().unwrap();
    assert!(
        requests
            .iter()
            .all(|it| it.headers()[AUTHORIZATION] == "Bearer mine")
    );
    let error = server.builder().with_variables(&half).build().unwrap_err();
    assert!(error.is_not_sent());
}

#[test]
fn a_builder_takes_an_environment_without_credentials() {
    let builder = Client::builder().with_variables(&lookup(&[]));
    assert!(builder.build().unwrap().parts().credentials.is_none());
}
