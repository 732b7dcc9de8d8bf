//! The lifecycle of private endpoints: a program without a loop, and a server whose states follow from a virtual clock.

#[path = "../private-endpoints/program.rs"]
mod program;
#[path = "../private-endpoints/server.rs"]
mod server;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use fixture_private_endpoints::api::{
    GetBackupEndpoint, GetEncryptionEndpoint, GetEndpoint, ListClusters,
    RequestEncryptionEndpointDeletion,
    ToggleRegionalMode,
};
use fixture_private_endpoints::testing::Answer;
use fixture_private_endpoints::types::{
    AwsEndpointConnectionStatus, BackupEndpoint, BackupStatus, CloudProvider, CreateAwsEndpoint,
    CreateAzureEndpoint, CreateGcpEndpoint, GcpEndpointStatus, HexId, PrivateEndpoint,
    RegionalMode,
};
use fixture_private_endpoints::{
    BoxFuture, Client, Transport, TransportError, TransportErrorKind, Wait, WaitError,
};
use program::{AnyError, Connection, GROUP, connect, disconnect};
use server::{Fate, Server};

const AWS_ID: &str = "vpce-0123456789abcdef0";
const AZURE_ID: &str = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateEndpoints/e";

fn start() -> (Server, Client) {
    let server = Server::new();
    let client = Client::builder().transport(server.transport.clone()).build();
    (server, client.unwrap())
}

/// Methods and the ends of the paths, of which equal ones in a row are one.
fn requests(server: &Server) -> Vec<String> {
    let requests = server.transport.requests();
    let lines = requests.iter().map(|request| {
        let path = request.uri().path();
        let rest = path.split("/5f0000000000000000000001/").nth(1).unwrap();
        format!("{} {rest}", request.method())
    });
    let mut lines: Vec<_> = lines.collect();
    lines.dedup();
    lines
}

/// The error of the wait for an endpoint.
fn wait_error(result: Result<Connection, AnyError>) -> WaitError<PrivateEndpoint> {
    *result.err().unwrap().downcast().unwrap()
}

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

#[tokio::test]
async fn a_connection_on_aws() {
    let (server, client) = start();
    let states = Arc::new(Mutex::new(Vec::new()));
    let seen = states.clone();
    let wait = Wait::new().on_progress(move |it| {
        seen.lock().unwrap().push((it.state().map(str::to_owned), it.elapsed().as_secs(), it.polls()));
    });
    let place = (CloudProvider::Aws, "US_EAST_1");
    let connected = connect(&client, place, CreateAwsEndpoint::new(AWS_ID), wait).await;
    let Connection { service, endpoint } = connected.unwrap();
    let PrivateEndpoint::Aws(endpoint) = endpoint else {
        panic!("{endpoint:?}");
    };
    assert_eq!(endpoint.connection_status, Some(AwsEndpointConnectionStatus::Available));
    // An empty state and one that the document does not have are pending.
    let states: Vec<_> = states.lock().unwrap().iter().map(|(state, ..)| state.clone()).collect();
    let expected = ["NONE", "NONE", "PENDING_ACCEPTANCE", "PENDING_ACCEPTANCE", "PENDING_ACCEPTANCE", "PENDING", "PENDING", "PENDING", "AVAILABLE"];
    assert_eq!(states, expected.map(|it| Some(it.to_owned())));

    disconnect(&client, CloudProvider::Aws, &service, AWS_ID).await.unwrap();
    assert!(server.is_empty());
    let base = "privateEndpoint/AWS/endpointService";
    let one = format!("{base}/000000000000000000000001");
    assert_eq!(
        requests(&server),
        [
            format!("GET {base}"),
            "POST privateEndpoint/endpointService".to_owned(),
            format!("GET {one}"),
            format!("POST {one}/endpoint"),
            format!("GET {one}/endpoint/{AWS_ID}"),
            "GET clusters".to_owned(),
            format!("DELETE {one}/endpoint/{AWS_ID}"),
            format!("GET {one}/endpoint/{AWS_ID}"),
            format!("DELETE {one}"),
            format!("GET {one}"),
            "GET clusters".to_owned(),
        ]
    );
    // All pages of the list are polled.
    let queries = server.transport.on::<ListClusters>().requests();
    assert_eq!(queries[0].uri().query(), Some("itemsPerPage=1"));
    assert_eq!(queries[1].uri().query(), Some("pageNum=2&itemsPerPage=1"));
    assert!(queries.len() > 10 && queries.len() % 2 == 0);
}

#[tokio::test]
async fn a_connection_on_azure_whose_service_another_program_creates() {
    let (server, client) = start();
    // The list does not have the service yet, so that creating it is a conflict.
    server.create_service_unseen("AZURE", "EUROPE_WEST");
    let place = (CloudProvider::Azure, "EUROPE_WEST");
    let body = CreateAzureEndpoint::new(AZURE_ID, "10.0.0.4");
    let Connection { service, .. } = connect(&client, place, body, Wait::new()).await.unwrap();
    disconnect(&client, CloudProvider::Azure, &service, AZURE_ID).await.unwrap();
    assert!(server.is_empty());

    let requests = requests(&server);
    let base = "privateEndpoint/AZURE/endpointService";
    assert_eq!(
        requests[..4],
        [
            format!("GET {base}"),
            "POST privateEndpoint/endpointService".to_owned(),
            format!("GET {base}"),
            format!("GET {base}/000000000000000000000001"),
        ]
    );
    // The id is encoded once.
    let polls = server.transport.on::<GetEndpoint>().requests();
    let path = polls[0].uri().path();
    assert!(path.ends_with("/endpoint/%2Fsubscriptions%2Fs%2FresourceGroups%2Fg%2Fproviders%2FMicrosoft.Network%2FprivateEndpoints%2Fe"), "{path}");
}

#[tokio::test]
async fn a_connection_on_gcp_resumes_after_the_time_limit() {
    let (server, client) = start();
    let place = (CloudProvider::Gcp, "WESTERN_EUROPE");
    let body = CreateGcpEndpoint::new("group", "p-1");
    let wait = Wait::new().at_most(minutes(20));
    let WaitError::TimedOut(last) = wait_error(connect(&client, place, body, wait).await) else {
        panic!("it takes half an hour");
    };
    assert_eq!(last.state(), Some("VERIFIED"));
    assert_eq!(last.elapsed().as_secs() / 60, 20);
    assert_eq!(last.polls(), 120);
    let Some(PrivateEndpoint::Gcp(endpoint)) = last.response().map(|it| it.body()) else {
        panic!("{last:?}");
    };
    assert_eq!(endpoint.status, Some(GcpEndpointStatus::Verified));
    assert_eq!(WaitError::TimedOut(last).to_string(), "getEndpoint: the state is VERIFIED after 1200 s");

    // A program that starts again knows the ids only.
    let service = HexId::from_static("000000000000000000000001");
    let services = client.private_endpoint_services();
    let known = services.get_endpoint(GROUP, CloudProvider::Gcp, &service, "group");
    let response = known.clone().wait_until_done(Wait::new()).await.unwrap();
    assert_eq!(response.status(), 200);
    let deleted = services.delete_endpoint(GROUP, CloudProvider::Gcp, &service, "group");
    deleted.send().await.unwrap();
    known.wait_until_deleted(Wait::new()).await.unwrap();
    // A resource that does not exist is deleted.
    let known = services.get_endpoint(GROUP, CloudProvider::Gcp, &service, "group");
    known.wait_until_deleted(Wait::new()).await.unwrap();
    assert!(!server.is_empty());
}

#[tokio::test]
async fn a_rejection_and_a_failure_with_a_reason() {
    let (server, client) = start();
    server.fate(Fate(Some(("REJECTED", None))));
    let place = || (CloudProvider::Aws, "US_EAST_1");
    let body = || CreateAwsEndpoint::new(AWS_ID);
    let error = wait_error(connect(&client, place(), body(), Wait::new()).await);
    assert_eq!(error.to_string(), "getEndpoint: the state is REJECTED");
    let WaitError::Failed(last) = error else {
        panic!("{error:?}");
    };
    assert_eq!((last.state(), last.reason()), (Some("REJECTED"), None));
    let PrivateEndpoint::Aws(endpoint) = last.into_response().unwrap().into_body() else {
        panic!("not AWS");
    };
    assert_eq!(endpoint.connection_status, Some(AwsEndpointConnectionStatus::Rejected));

    // A failed endpoint must be deleted before another one is created.
    let again = wait_error(connect(&client, place(), body(), Wait::new()).await);
    let conflict = again.call().unwrap();
    assert_eq!(conflict.error_code(), Some("ENDPOINT_ALREADY_EXISTS"));
    let service = HexId::from_static("000000000000000000000001");
    disconnect(&client, CloudProvider::Aws, &service, AWS_ID).await.unwrap();

    let reason = "the forwarding rules\ndo not exist";
    server.fate(Fate(Some(("FAILED", Some(reason)))));
    let place = (CloudProvider::Gcp, "WESTERN_EUROPE");
    let body = CreateGcpEndpoint::new("group", "p-1");
    let error = wait_error(connect(&client, place, body, Wait::new()).await);
    let expected = "getEndpoint: the state is FAILED: the forwarding rules do not exist";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.last_poll().unwrap().reason(), Some(reason));
}

#[tokio::test]
async fn a_poll_that_fails_temporarily_does_not_end_the_wait() {
    let (server, client) = start();
    let polls = server.transport.on::<GetEndpoint>();
    let header = |answer: Answer, seconds| answer.header(http::header::RETRY_AFTER, http::HeaderValue::from_static(seconds));
    polls.reply(Answer::new(500, "<html>"));
    polls.reply(Answer::error(TransportErrorKind::ResponseTooLarge));
    let place = (CloudProvider::Aws, "US_EAST_1");
    let error = wait_error(connect(&client, place, CreateAwsEndpoint::new(AWS_ID), Wait::new()).await);
    assert!(error.call().unwrap().is_response_too_large());
    assert_eq!(polls.requests().len(), 2);

    let service = HexId::from_static("000000000000000000000001");
    let services = client.private_endpoint_services();
    let known = || services.get_endpoint(GROUP, CloudProvider::Aws, &service, AWS_ID);
    let before = server.transport.waited();
    // The default retries of one poll are four attempts.
    for _ in 0..4 {
        polls.reply(header(Answer::new(429, ""), "30"));
    }
    polls.reply(Answer::error(TransportErrorKind::Other));
    known().wait_until_done(Wait::new()).await.unwrap();
    assert!(server.transport.waited() - before >= minutes(2));

    for _ in 0..3 {
        polls.reply(Answer::new(500, ""));
    }
    let count = polls.requests().len();
    let error = known().wait_until_done(Wait::new().max_failed_polls(3)).await.unwrap_err();
    assert!(error.call().unwrap().is_server_error());
    assert_eq!(polls.requests().len(), count + 3);

    // Any other failure ends the wait, such as a missing endpoint where none is deleted.
    let missing = services.get_endpoint(GROUP, CloudProvider::Aws, &service, "vpce-1");
    let error = missing.wait_until_done(Wait::new()).await.unwrap_err();
    assert!(error.call().unwrap().is_not_found());
}

#[tokio::test]
async fn a_wait_ends_when_it_is_dropped() {
    let (server, client) = start();
    let services = client.private_endpoint_services();
    let service = HexId::from_static("000000000000000000000001");
    server.create_service_unseen("AWS", "US_EAST_1");
    let known = services.get_endpoint_service(GROUP, CloudProvider::Aws, service);
    let progress = Arc::new(());
    let seen = progress.clone();
    let wait = Wait::new().on_progress(move |_| {
        let _ = &seen;
    });
    let future = known.wait_until_done(wait);
    assert_eq!(Arc::strong_count(&progress), 2);
    drop(future);
    assert_eq!(Arc::strong_count(&progress), 1);
    assert!(server.transport.requests().is_empty());
}

/// A server that never answers. Each request holds the value.
struct Silent(Arc<()>);

impl Transport for Silent {
    fn send(&self, _: reqwest::Request) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        let held = self.0.clone();
        Box::pin(async move {
            std::future::pending::<()>().await;
            drop(held);
            Err(TransportError::new(TransportErrorKind::Other))
        })
    }
}

#[tokio::test]
async fn a_wait_that_is_dropped_drops_its_request() {
    let held = Arc::new(());
    let client = Client::builder().transport(Silent(held.clone())).build().unwrap();
    let services = client.private_endpoint_services();
    let service = HexId::from_static("000000000000000000000001");
    let known = services.get_endpoint_service(GROUP, CloudProvider::Aws, service);
    let wait = known.wait_until_done(Wait::new());
    let ended = tokio::time::timeout(Duration::from_millis(10), wait).await;
    assert!(ended.is_err());
    // The transport holds it, and no request does.
    assert_eq!(Arc::strong_count(&held), 2);
}

#[tokio::test]
async fn a_caller_decides_which_state_ends_the_wait() {
    let (server, client) = start();
    let polls = server.transport.on::<GetBackupEndpoint>();
    let endpoint = |status| {
        let mut endpoint = BackupEndpoint::default();
        endpoint.status = Some(status);
        endpoint
    };
    for status in [BackupStatus::Initiating, BackupStatus::PendingAcceptance] {
        polls.answer(endpoint(status.clone()));
        polls.answer(endpoint(status));
    }
    polls.answer(endpoint(BackupStatus::Active));
    let known = || client.cloud_backups().get_backup_endpoint(GROUP, CloudProvider::Aws, "e");
    known().wait_until_done(Wait::new()).await.unwrap();
    assert_eq!(polls.requests().len(), 3);
    let wait = Wait::new().until(["ACTIVE"]).interval(minutes(1));
    let active = known().wait_until_done(wait).await.unwrap();
    assert_eq!(active.body().status, Some(BackupStatus::Active));
    assert_eq!(server.transport.waited(), Duration::from_secs(20 + 60));
}

#[tokio::test]
async fn an_accepted_deletion_waits_as_well() {
    let (server, client) = start();
    let on = &server.transport;
    on.on::<RequestEncryptionEndpointDeletion>().reply(Answer::new(204, ""));
    let polls = on.on::<GetEncryptionEndpoint>();
    let body = r#"{"cloudProvider":"AZURE","id":"e","status":"FAILED"}"#;
    polls.reply(Answer::new(200, body));
    polls.reply(Answer::new(410, ""));
    let encryption = client.encryption_at_rest();
    let deleted = encryption.request_encryption_endpoint_deletion(GROUP, CloudProvider::Azure, "e");
    // A state of failure is that of before.
    deleted.send_and_wait(Wait::new()).await.unwrap();
    assert_eq!(on.waited(), Duration::from_secs(60));
    assert_eq!(polls.requests().len(), 2);
}

#[tokio::test]
async fn a_call_waits_for_a_list_of_another_tag() {
    let (server, client) = start();
    let on = &server.transport;
    on.on::<ToggleRegionalMode>().reply(Answer::new(200, r#"{"enabled":true}"#));
    let services = client.private_endpoint_services();
    let toggled = services.toggle_regional_mode(GROUP, RegionalMode::new(true));
    let clusters = toggled.send_and_wait(Wait::new()).await.unwrap().into_body();
    let names: Vec<_> = clusters.into_iter().filter_map(|it| it.name).collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(requests(&server), ["PATCH privateEndpoint/regionalMode", "GET clusters"]);
}
