//! Private Endpoint Services

use http::{HeaderValue, Method};

use crate::Client;
use crate::call::path_parameter::Path;
use crate::call::{self, Call, Operation};
use crate::types::{CreateEndpointRequest, EndpointServiceId, GroupId, PrivateLinkEndpoint};

/// The operations of Private Endpoint Services.
#[derive(Clone, Debug)]
pub struct PrivateEndpointServices {
    client: Client,
}

impl PrivateEndpointServices {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Adds an endpoint to a private endpoint service.
    ///
    /// `POST /api/atlas/v2/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}/endpoint`
    ///
    /// The cloud provider in the path is that of `body`.
    ///
    /// # Errors
    ///
    /// - 409: the endpoint exists.
    pub fn create_private_endpoint(
        &self,
        group_id: &GroupId,
        endpoint_service_id: &EndpointServiceId,
        body: impl Into<CreateEndpointRequest>,
    ) -> CreatePrivateEndpoint {
        let body = body.into();
        let mut call = Call::new(&self.client, &CREATE_PRIVATE_ENDPOINT);
        call.set("groupId", group_id);
        call.set("endpointServiceId", endpoint_service_id);
        call.set("cloudProvider", &body.tag());
        call.body(&body);
        CreatePrivateEndpoint { call }
    }
}

static CREATE_PRIVATE_ENDPOINT: Operation = Operation {
    id: "createPrivateEndpoint",
    method: Method::POST,
    path: "/api/atlas/v2/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}/endpoint",
    parameters: &[
        &call::path("groupId"),
        &Path {
            default: Some("AWS"),
            ..call::path("cloudProvider")
        },
        &call::path("endpointServiceId"),
        &call::query("envelope"),
        &call::query("pretty"),
    ],
    content_type: Some(HeaderValue::from_static(
        "application/vnd.atlas.2023-01-01+json",
    )),
    accept: Some(HeaderValue::from_static(
        "application/vnd.atlas.2023-01-01+json",
    )),
    security: &[&["ServiceAccounts"], &["DigestAuth"]],
    envelope: Some(call::envelope),
};

/// A request of [`create_private_endpoint`](PrivateEndpointServices::create_private_endpoint).
#[must_use = "a request is sent only by `send` or `send_with_meta`"]
#[derive(Clone, Debug)]
pub struct CreatePrivateEndpoint {
    call: Box<Call>,
}

impl CreatePrivateEndpoint {
    /// Wraps the response in an envelope; what `send` returns stays the same.
    pub fn envelope(mut self, envelope: bool) -> Self {
        self.call.set("envelope", &envelope);
        self
    }

    /// Indents the JSON of the response.
    pub fn pretty(mut self, pretty: bool) -> Self {
        self.call.set("pretty", &pretty);
        self
    }
}

call::operation!(CREATE_PRIVATE_ENDPOINT: CreatePrivateEndpoint(CreateEndpointRequest) -> PrivateLinkEndpoint);
