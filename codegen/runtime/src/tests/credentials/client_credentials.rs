//! Access tokens: fetched once, shared, refreshed in time, and never printed.

use http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};

use super::support::*;
use crate::call::Operation;
use crate::{Client, ClientCredentials};

fn account() -> ClientCredentials {
    ClientCredentials::new("mdb_sa_id_1", "mdb_sa_sk_2")
}

async fn all_succeed(calls: Vec<GetThing>) {
    let calls: Vec<_> = calls
        .into_iter()
        .map(|call| tokio::spawn(call.send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn fifty_calls_buy_one_token() {
    let server = token_server();
    let client = server.builder().credentials(account()).build().unwrap();
    let clones: Vec<Client> = (0..50).map(|_| client.clone()).collect();
    all_succeed(clones.iter().map(call).collect()).await;
    assert_eq!(server.count(TOKEN_PATH), 1);
    assert_eq!(server.count(THING_PATH), 50);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_calls_on_several_threads_buy_one_token() {
    let server = token_server();
    let client = server.builder().credentials(account()).build().unwrap();
    all_succeed((0..50).map(|_| call(&client)).collect()).await;
    assert_eq!(server.count(TOKEN_PATH), 1);
}

#[tokio::test]
async fn two_clients_of_the_same_credentials_share_the_token() {
    let server = token_server();
    let credentials = account();
    let (one, two) = (
        server.builder().credentials(credentials.clone()),
        server.builder().credentials(credentials),
    );
    call(&one.build().unwrap()).send().await.unwrap();
    call(&two.build().unwrap()).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 1);
}

#[tokio::test]
async fn a_token_never_goes_to_another_host() {
    let server = token_server();
    let credentials = account();
    for host in ["https://one.test", "https://two.test"] {
        let builder = server.builder().base_url(host);
        let client = builder.credentials(credentials.clone()).build().unwrap();
        call(&client).send().await.unwrap();
    }
    let hosts: Vec<_> = server
        .requests_to(TOKEN_PATH)
        .iter()
        .map(|it| it.uri().host().unwrap().to_owned())
        .collect();
    assert_eq!(hosts, ["one.test", "two.test"]);
}

#[tokio::test]
async fn the_request_is_that_of_the_grant() {
    let server = token_server();
    let credentials = ClientCredentials::new("id:1", "s e").with_scope("read write");
    let builder = server.builder().user_agent_suffix("tool/1");
    let client = builder.credentials(credentials).build().unwrap();
    call(&client).send().await.unwrap();
    let request = &server.requests_to(TOKEN_PATH)[0];
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://cloud.mongodb.com/api/oauth/token");
    // `id%3A1:s%20e`
    assert_eq!(request.headers()[AUTHORIZATION], "Basic aWQlM0ExOnMlMjBl");
    assert!(request.headers()[AUTHORIZATION].is_sensitive());
    assert_eq!(
        request.headers()[CONTENT_TYPE],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(request.headers()[USER_AGENT], "client-runtime/0.1.0 tool/1");
    assert_eq!(
        request.body(),
        "grant_type=client_credentials&scope=read%20write"
    );
}

#[tokio::test]
async fn the_base_url_moves_the_token_endpoint_in_any_order() {
    let cases = [
        ("https://gov.test", "https://gov.test/api/oauth/token"),
        (
            "http://127.0.0.1:8080/proxy/",
            "http://127.0.0.1:8080/proxy/api/oauth/token",
        ),
    ];
    for (base_url, token_url) in cases {
        let server = token_server();
        let builders = [
            server.builder().base_url(base_url).credentials(account()),
            server.builder().credentials(account()).base_url(base_url),
        ];
        for builder in builders {
            call(&builder.build().unwrap()).send().await.unwrap();
        }
        let requests = server.requests.lock().unwrap();
        let urls: Vec<_> = requests
            .iter()
            .map(|it| it.uri().to_string())
            .filter(|url| url.ends_with(TOKEN_PATH))
            .collect();
        assert_eq!(urls, [token_url, token_url]);
    }
}

#[tokio::test]
async fn a_token_url_of_the_caller_stays() {
    let server = token_server();
    let credentials = account().with_token_url("https://login.test/api/oauth/token");
    let builder = server.builder().base_url("https://gov.test");
    let client = builder.credentials(credentials).build().unwrap();
    call(&client).send().await.unwrap();
    let request = &server.requests_to(TOKEN_PATH)[0];
    assert_eq!(request.uri().host(), Some("login.test"));
}

#[tokio::test]
async fn a_token_is_renewed_before_it_expires() {
    let server = token_server();
    let (client, clock) = client_at_rest(&server, account());
    call(&client).send().await.unwrap();
    // An hour, less 300 seconds, of which jitter takes a quarter off.
    clock.advance(3600 - 226);
    call(&client).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 1);
    clock.advance(1);
    all_succeed((0..50).map(|_| call(&client)).collect()).await;
    assert_eq!(server.count(TOKEN_PATH), 2);
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let server = token_server();
    let (client, _) = client_at_rest(&server, account());
    call(&client).send().await.unwrap();
    // Another process fetches a token, and the server revokes ours.
    let other = server.builder().credentials(account()).build().unwrap();
    call(&other).send().await.unwrap();
    all_succeed((0..50).map(|_| call(&client)).collect()).await;
    assert_eq!(server.count(TOKEN_PATH), 3);
}

#[tokio::test]
async fn a_call_that_is_refused_twice_fails() {
    let server = Server::new(|request| match request.uri().path() {
        TOKEN_PATH => token(1),
        _ => response(401, &[], ""),
    });
    let (client, _) = client_at_rest(&server, account());
    let error = call(&client).send().await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(server.count(THING_PATH), 2);
    assert_eq!(server.count(TOKEN_PATH), 2);
}

static DIGEST_ONLY: Operation = Operation {
    id: "createOldThing",
    security: &[&["DigestAuth"]],
    envelope: None,
    ..THING_LIKE
};
const THING_LIKE: Operation = Operation {
    id: "",
    method: http::Method::POST,
    path: THING_PATH,
    parameters: &[],
    content_type: None,
    accept: None,
    security: &[],
    envelope: None,
};

#[tokio::test]
async fn an_operation_that_takes_digest_alone_is_not_sent() {
    let server = token_server();
    let (client, _) = client_at_rest(&server, account());
    let error = call_of(&client, &DIGEST_ONLY).send().await.unwrap_err();
    assert!(error.is_not_sent());
    let text = error.to_string();
    assert!(text.contains("it needs DigestAuth"), "{text}");
    assert!(server.requests.lock().unwrap().is_empty());
}

#[tokio::test]
async fn the_call_after_a_revocation_fetches_another_token() {
    let server = token_server();
    let (client, _) = client_at_rest(&server, account());
    client.revoke_credentials().await.unwrap();
    assert!(server.requests.lock().unwrap().is_empty());
    call(&client).send().await.unwrap();
    client.revoke_credentials().await.unwrap();
    let request = server.requests_to(REVOCATION_PATH)[0].clone();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.body(), "token=token-1&token_type_hint=access_token");
    assert!(
        request.headers()[AUTHORIZATION]
            .to_str()
            .unwrap()
            .starts_with("Basic ")
    );
    call(&client).send().await.unwrap();
    assert_eq!(server.count(TOKEN_PATH), 2);
}

#[tokio::test]
async fn nothing_shows_a_secret() {
    let server = token_server();
    let credentials = account();
    let (client, _) = client_at_rest(&server, credentials.clone());
    call(&client).send().await.unwrap();
    let requests = server.requests.lock().unwrap();
    let headers: Vec<_> = requests.iter().map(http::Request::headers).collect();
    let builder = server.builder().credentials(account());
    let shown = format!("{credentials:?} {credentials:#?} {client:?} {builder:?} {headers:?}");
    for secret in ["mdb_sa_sk_2", "token-1", "bWRiX3Nh"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(shown.contains("mdb_sa_id_1"), "{shown}");
}
