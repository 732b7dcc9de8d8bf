//! Connects a network to the clusters of a project by a private endpoint, and disconnects it. No loop polls: the waiters of the
//! settings do.

use fixture_private_endpoints::types::{
    CloudProvider, CreateEndpoint, CreateEndpointService, EndpointService, HexId, PrivateEndpoint,
};
use fixture_private_endpoints::{Client, Error, Wait, WaitError};

/// The project.
pub(super) const GROUP: HexId = HexId::from_static("5f0000000000000000000001");

/// The code of an error that the document does not describe.
const EXISTS: &str = "PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION";

/// A private endpoint that is connected.
pub(super) struct Connection {
    pub(super) service: HexId,
    pub(super) endpoint: PrivateEndpoint,
}

/// An error of any step.
pub(super) type AnyError = Box<dyn std::error::Error + Send + Sync>;

/// Finds or creates the service of a region, creates the endpoint, and waits until the clusters know it.
pub(super) async fn connect(
    client: &Client,
    (provider, region): (CloudProvider, &str),
    body: impl Into<CreateEndpoint>,
    wait: Wait,
) -> Result<Connection, AnyError> {
    let service = service(client, provider, region).await?;
    let service = service.id().ok_or("the service has no id")?.into_owned();
    let services = client.private_endpoint_services();
    let created = services.create_endpoint(GROUP, service.clone(), body);
    let endpoint = created.send_and_wait(wait).await?.into_body();
    let clusters = client.clusters().list_clusters(GROUP).items_per_page(1);
    clusters.wait_until_done(Wait::new()).await?;
    Ok(Connection { service, endpoint })
}

/// Finds or creates the service of a region.
async fn service(
    client: &Client,
    provider: CloudProvider,
    region: &str,
) -> Result<EndpointService, AnyError> {
    if let Some(found) = find(client, &provider, region).await? {
        return ready(client, provider, &found).await;
    }
    let body = CreateEndpointService::new(provider.clone(), region);
    let services = client.private_endpoint_services();
    let created = services.create_endpoint_service(GROUP, body);
    match created.send_and_wait(Wait::new()).await {
        // Another program was faster.
        Err(WaitError::Call(error)) if error.error_code() == Some(EXISTS) => {
            let found = find(client, &provider, region).await?;
            ready(client, provider, &found.ok_or(error)?).await
        }
        created => Ok(created?.into_body()),
    }
}

async fn find(
    client: &Client,
    provider: &CloudProvider,
    region: &str,
) -> Result<Option<EndpointService>, Error> {
    let services = client.private_endpoint_services();
    let all = services.list_endpoint_services(GROUP, provider.clone()).send().await?;
    let is_there = |it: &EndpointService| it.region_name() == Some(region);
    Ok(all.into_iter().find(is_there))
}

/// Waits for a service that exists, such as after a restart.
async fn ready(
    client: &Client,
    provider: CloudProvider,
    service: &EndpointService,
) -> Result<EndpointService, AnyError> {
    let services = client.private_endpoint_services();
    let id = service.id().ok_or("the service has no id")?.into_owned();
    let known = services.get_endpoint_service(GROUP, provider, id);
    Ok(known.wait_until_done(Wait::new()).await?.into_body())
}

/// Deletes an endpoint, and then its service, which must not have endpoints.
pub(super) async fn disconnect(
    client: &Client,
    provider: CloudProvider,
    service: &HexId,
    endpoint: &str,
) -> Result<(), AnyError> {
    let services = client.private_endpoint_services();
    let deleted = services.delete_endpoint(GROUP, provider.clone(), service.clone(), endpoint);
    deleted.send_and_wait(Wait::new()).await?;
    let deleted = services.delete_endpoint_service(GROUP, provider, service.clone());
    deleted.send_and_wait(Wait::new()).await?;
    client.clusters().list_clusters(GROUP).wait_until_done(Wait::new()).await?;
    Ok(())
}
