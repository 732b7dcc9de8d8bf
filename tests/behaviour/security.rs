//! What proves who is calling, for each kind of security scheme.

use std::error::Error as StdError;
use std::sync::Arc;

use fixture_security::{
    ApiKey, Authorization, BasicCredentials, BearerToken, BoxFuture, Client, Credentials, Retry,
    SecurityKind, SecurityScheme,
};
use http::header::AUTHORIZATION;
use workspace_tests::server::{Recorded, Reply, Server};

/// The request that a call makes with these credentials.
async fn request(
    credentials: impl Credentials,
    call: impl AsyncFn(&Client) -> Result<(), fixture_security::Error>,
) -> Recorded {
    let server = Server::start([Reply::status(204)]).await.unwrap();
    let builder = Client::builder().base_url(server.url()).retry(Retry::off());
    let client = builder.credentials(credentials).build().unwrap();
    call(&client).await.unwrap();
    server.request()
}

fn all(credentials: impl IntoIterator<Item = Arc<dyn Credentials>>) -> Vec<Arc<dyn Credentials>> {
    credentials.into_iter().collect()
}

#[tokio::test]
async fn a_token_serves_every_scheme_of_tokens() {
    let usual = async |client: &Client| client.usual().usual().send().await;
    let own = async |client: &Client| client.own().own().send().await;
    let found = async |client: &Client| client.discovered().discovered().send().await;
    let token = || BearerToken::new("t");
    assert_eq!(request(token(), usual).await.header("authorization"), "Bearer t");
    assert_eq!(request(token(), own).await.header("authorization"), "Bearer t");
    assert_eq!(request(token(), found).await.header("authorization"), "Bearer t");
}

#[tokio::test]
async fn schemes_that_are_needed_together_are_all_served() {
    let both = all([
        Arc::new(BasicCredentials::new("u", "p")) as Arc<dyn Credentials>,
        Arc::new(ApiKey::new("k").for_scheme("key")),
    ]);
    let usual = async |client: &Client| client.usual().usual().send().await;
    let sent = request(both, usual).await;
    assert_eq!(sent.header("authorization"), "Basic dTpw");
    assert_eq!(sent.header("x-key"), "k");
}

#[tokio::test]
async fn keys_go_where_the_document_has_them() {
    let both = all([
        Arc::new(ApiKey::new("a b").for_scheme("query")) as Arc<dyn Credentials>,
        Arc::new(ApiKey::new("c").for_scheme("cookie")),
    ]);
    let places = async |client: &Client| client.places().places().send().await;
    let sent = request(both, places).await;
    assert_eq!(sent.target, "/places?key%26=a%20b");
    assert_eq!(sent.header("cookie"), "session=c");
}

#[tokio::test]
async fn the_shell_reads_the_key_and_not_its_name() {
    let both = all([
        Arc::new(ApiKey::new("a").for_scheme("query")) as Arc<dyn Credentials>,
        Arc::new(ApiKey::new("c").for_scheme("cookie")),
    ]);
    let client = Client::builder().credentials(both).build().unwrap();
    let command = client.places().places().to_curl().unwrap();
    assert!(command.contains(r#"--url-query 'key&='"$API_KEY""#), "{command}");
    assert!(command.contains(r#"--cookie 'session='"$API_KEY""#), "{command}");
}

#[tokio::test]
async fn what_is_not_needed_is_not_sent() {
    let none = async |client: &Client| client.none().none().send().await;
    let optional = async |client: &Client| client.optional().optional().send().await;
    let token = || BearerToken::new("t");
    assert_eq!(request(token(), none).await.header("authorization"), "");
    assert_eq!(request(token(), optional).await.header("authorization"), "");
}

#[tokio::test]
async fn half_of_what_is_needed_is_refused_before_it_is_sent() {
    let client = Client::builder().credentials(BasicCredentials::new("u", "p"));
    let client = client.build().unwrap();
    let error = client.usual().usual().send().await.unwrap_err();
    assert!(error.is_not_sent());
    assert!(error.to_string().contains("token or user and key"), "{error}");
}

/// A scheme that this crate does not know.
struct Hoba;

impl Credentials for Hoba {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        scheme.kind == SecurityKind::HttpOther { scheme: "hoba" }
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        _authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            let value = "HOBA result".parse()?;
            request.headers_mut().insert(AUTHORIZATION, value);
            Ok(())
        })
    }
}

#[tokio::test]
async fn callers_can_serve_a_scheme_that_the_crate_cannot() {
    let other = async |client: &Client| client.other().other().send().await;
    assert_eq!(request(Hoba, other).await.header("authorization"), "HOBA result");
}

/// The test runs itself again, since a program cannot set its own environment safely.
#[tokio::test]
async fn credentials_of_every_scheme_come_from_the_environment() {
    if std::env::var_os("FIXTURE_SECURITY_KEY").is_none() {
        let error = Client::from_env().unwrap_err().to_string();
        let names = "FIXTURE_SECURITY_TOKEN, or FIXTURE_SECURITY_USERNAME and FIXTURE_SECURITY_PASSWORD, or FIXTURE_SECURITY_KEY";
        assert!(error.contains(names), "{error}");
        let name = "credentials_of_every_scheme_come_from_the_environment";
        let mut again = std::process::Command::new(std::env::current_exe().unwrap());
        again.arg(name).env("FIXTURE_SECURITY_KEY", "k");
        let variables = [("FIXTURE_SECURITY_USERNAME", "u"), ("FIXTURE_SECURITY_PASSWORD", "p")];
        let output = again.envs(variables).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "{output:?}");
        return;
    }
    let server = Server::start([Reply::status(204)]).await.unwrap();
    let builder = Client::builder().base_url(server.url()).retry(Retry::off());
    let client = builder.with_environment().build().unwrap();
    client.usual().usual().send().await.unwrap();
    let sent = server.request();
    assert_eq!(sent.header("authorization"), "Basic dTpw");
    assert_eq!(sent.header("x-key"), "k");
}
