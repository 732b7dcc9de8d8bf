//! Where requests go.

use fixture_servers::api::{ACall, OtherHost, OwnServer, RelativeServer, RootServer, SameServer, SiblingServer, Undeclared};
use fixture_servers::testing::{InMemory, Operation};
use fixture_servers::{ClientBuilder, Client, servers};

/// The URL of the request that a call of one operation makes.
async fn url<O: Operation<Response = ()>>(
    builder: ClientBuilder,
    call: impl AsyncFn(&Client) -> Result<(), fixture_servers::Error>,
) -> String {
    let server = InMemory::new();
    let client = builder.transport(server.clone()).build().unwrap();
    let stub = server.on::<O>();
    stub.answer(());
    call(&client).await.unwrap();
    stub.requests()[0].uri().to_string()
}

#[tokio::test]
async fn an_operation_goes_to_its_own_server() {
    let a = async |client: &Client| client.a().a().send().await;
    let own = async |client: &Client| client.a().own_server().send().await;
    let relative = async |client: &Client| client.a().relative_server().send().await;
    let usual = Client::builder;
    assert_eq!(url::<ACall>(usual(), a).await, "https://elsewhere.example.com/a");
    assert_eq!(url::<OwnServer>(usual(), own).await, "https://upload.example.com/up/a");
    let expected = "https://eu.example.com/v2/a";
    assert_eq!(url::<RelativeServer>(usual(), relative).await, expected);
}

#[tokio::test]
async fn a_client_that_is_told_where_to_go_goes_there() {
    let own = async |client: &Client| client.a().own_server().send().await;
    let moved = Client::builder().base_url(servers::SERVER);
    assert_eq!(url::<OwnServer>(moved, own).await, "https://test.example.com/a");
    let production = servers::Production::new().region("us").port("8443");
    let moved = Client::builder().base_url(production);
    assert_eq!(url::<OwnServer>(moved, own).await, "https://us.example.com:8443/v1/a");
}

/// RFC 3986, section 5.2, with whichever base URL the client has.
#[tokio::test]
async fn a_relative_server_is_resolved_against_the_base_url() {
    let root = async |client: &Client| client.a().root_server().send().await;
    let same = async |client: &Client| client.a().same_server().send().await;
    let sibling = async |client: &Client| client.a().sibling_server().send().await;
    let other = async |client: &Client| client.a().other_host().send().await;
    let usual = Client::builder;
    assert_eq!(url::<RootServer>(usual(), root).await, "https://eu.example.com/a");
    assert_eq!(url::<SameServer>(usual(), same).await, "https://eu.example.com/v1/a");
    assert_eq!(url::<OtherHost>(usual(), other).await, "https://other.example.com/o/a");
    let moved = || Client::builder().base_url("http://localhost:8080/api/v2");
    assert_eq!(url::<RootServer>(moved(), root).await, "http://localhost:8080/a");
    assert_eq!(url::<SameServer>(moved(), same).await, "http://localhost:8080/api/v2/a");
    assert_eq!(url::<SiblingServer>(moved(), sibling).await, "http://localhost:8080/x/a");
    assert_eq!(url::<OtherHost>(moved(), other).await, "http://localhost:8080/api/v2/a");
}

#[tokio::test]
async fn a_path_parameter_that_is_not_declared_is_a_string() {
    let call = async |client: &Client| client.b().undeclared("a/b").send().await;
    let sent = url::<Undeclared>(Client::builder().base_url("http://localhost"), call).await;
    assert_eq!(sent, "http://localhost/b/a%2Fb");
}
