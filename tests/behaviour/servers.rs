//! Where requests go.

use fixture_servers::api::{ACall, OwnServer, RelativeServer};
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
    let expected = "https://eu.example.com/v1/a";
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
