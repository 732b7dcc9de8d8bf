//! What the tests share: identifiers, a client, and every operation in one form.

use atlas_private_endpoints::api::CreatePrivateEndpointConnection;
use atlas_private_endpoints::types::{
    CreateEndpointRequest, CreatePrivateEndpointConnectionRequest,
    EncryptionAtRestPrivateEndpointRequest, EndpointServiceId, GroupId,
    ObjectStoragePrivateEndpointRequest,
};
use atlas_private_endpoints::{BearerToken, Client, Error, Response, Retry};
use http::HeaderMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use workspace_tests::server::{Reply, Server};

use crate::document::examples_at;

pub(crate) const GROUP: GroupId = GroupId::from_static("32b6e34b3d91647abb20e7b8");
pub(crate) const SERVICE: EndpointServiceId =
    EndpointServiceId::from_static("5df264b8f10fab7d2cad2f0d");
pub(crate) const TOKEN: &str = "a-token-that-nobody-may-see";

/// A server that gives one answer.
pub(crate) async fn server(reply: Reply) -> Server {
    Server::start([reply]).await.unwrap()
}

/// A client with a bearer token.
pub(crate) fn client(server: &Server) -> Client {
    let credentials = BearerToken::new(TOKEN);
    Client::builder()
        .base_url(server.url())
        .credentials(credentials)
        // One request, one answer: what is sent again has tests of its own.
        .retry(Retry::off())
        .build()
        .unwrap()
}

/// A client without credentials, which the v1.0 operation needs: it takes no bearer token.
pub(crate) fn anonymous(server: &Server) -> Client {
    Client::builder()
        .base_url(server.url())
        .retry(Retry::off())
        .build()
        .unwrap()
}

/// An operation of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Backup,
    Endpoint,
    AtRest,
    Connection,
}

/// A response in which the body is what the decoded value encodes to.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Operation {
    pub(crate) const ALL: [Self; 4] =
        [Self::Backup, Self::Endpoint, Self::AtRest, Self::Connection];

    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Backup => "createBackupPrivateEndpoint",
            Self::Endpoint => "createPrivateEndpoint",
            Self::AtRest => "createRestPrivateEndpoint",
            Self::Connection => "createPrivateEndpointConnection",
        }
    }

    /// The status of success that the document declares.
    pub(crate) fn success(self) -> &'static str {
        match self {
            Self::Backup => "201",
            Self::Endpoint => "200",
            Self::AtRest => "202",
            Self::Connection => "2XX",
        }
    }

    /// The first example of the document for the request (`request`) or for a response (its status).
    pub(crate) fn example(self, place: &str) -> Value {
        examples_at(self.id(), place).remove(0).value
    }

    /// Sends the first example of the request.
    pub(crate) async fn send(self, server: &Server) -> Result<Answer, Error> {
        self.send_body(server, &self.example("request")).await
    }

    /// Sends a body through the type of the request.
    pub(crate) async fn send_body(self, server: &Server, body: &Value) -> Result<Answer, Error> {
        let client = match self {
            Self::Connection => anonymous(server),
            Self::Backup | Self::Endpoint | Self::AtRest => client(server),
        };
        match self {
            Self::Backup => {
                let body: ObjectStoragePrivateEndpointRequest = typed(body);
                let tag = client.cloud_backups();
                let call = tag.create_backup_private_endpoint(&GROUP, body);
                answer(call.send_with_meta().await)
            }
            Self::Endpoint => {
                let body: CreateEndpointRequest = typed(body);
                let tag = client.private_endpoint_services();
                let call = tag.create_private_endpoint(&GROUP, &SERVICE, body);
                answer(call.send_with_meta().await)
            }
            Self::AtRest => {
                let body: EncryptionAtRestPrivateEndpointRequest = typed(body);
                let tag = client.encryption_at_rest();
                let call = tag.create_rest_private_endpoint(&GROUP, body);
                answer(call.send_with_meta().await)
            }
            Self::Connection => answer(connection(&client, typed(body)).send_with_meta().await),
        }
    }
}

/// The v1.0 call.
#[expect(
    deprecated,
    reason = "an operation works for as long as the server has it"
)]
pub(crate) fn connection(
    client: &Client,
    body: CreatePrivateEndpointConnectionRequest,
) -> CreatePrivateEndpointConnection {
    client
        .private_endpoint_connections()
        .create_private_endpoint_connection(&GROUP, body)
}

fn answer<T: Serialize>(result: Result<Response<T>, Error>) -> Result<Answer, Error> {
    result.map(|response| Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: encoded(response.body()),
    })
}

/// Decodes a value that is right by construction of the test.
pub(crate) fn typed<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

/// Encodes a value, keys in the order in which they are written.
pub(crate) fn encoded<T: Serialize>(value: &T) -> Value {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}
