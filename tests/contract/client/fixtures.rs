//! What the tests share: identifiers, clients, and every operation in one form.

use atlas_private_endpoints::api::{CreateBackupPrivateEndpoint, CreatePrivateEndpointConnection};
use atlas_private_endpoints::types::{
    AwsEncryptionAtRestPrivateEndpointRequest, CreateAwsEndpointRequest,
    CreatePrivateEndpointConnectionRequest, EndpointServiceId, GroupId,
    ObjectStoragePrivateEndpointRequest,
};
use atlas_private_endpoints::{BearerToken, Client, Error, Response};
use http::header::{ACCEPT, AUTHORIZATION};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::Value;

pub(crate) const GROUP: GroupId = GroupId::from_static("32b6e34b3d91647abb20e7b8");
pub(crate) const SERVICE: EndpointServiceId =
    EndpointServiceId::from_static("5df264b8f10fab7d2cad2f0d");

/// Prism reads from it which of the documented answers to give.
pub(crate) const PREFER: HeaderName = HeaderName::from_static("prefer");
/// Prism writes into it what is wrong with the request, as seen from the document.
pub(crate) const VIOLATIONS: &str = "sl-violations";

/// A client with a bearer token, of which Prism checks only that there is one.
pub(crate) fn client(url: &str) -> Client {
    let credentials = BearerToken::new("any");
    Client::builder()
        .base_url(url)
        .credentials(credentials)
        .build()
        .unwrap()
}

/// A client that gives Prism a digest header in the only shape that Prism takes; see `apache.conf`.
pub(crate) fn digest_client(url: &str) -> Client {
    let header = r#"Digest username="x",realm="x",nonce="x",uri="x",response="x""#;
    Client::builder()
        .base_url(url)
        .default_header(AUTHORIZATION, HeaderValue::from_static(header))
        .build()
        .unwrap()
}

/// The body of a response that Prism has found no fault with.
pub(crate) fn accepted<T>(response: Response<T>, status: u16) -> T {
    assert_eq!(response.status().as_u16(), status);
    assert_eq!(response.headers().get(VIOLATIONS), None);
    response.into_body()
}

/// Sends a call. Prism takes `Accept` literally: it gives no error of `application/json` to a caller
/// that asks for a dated version only, as the client does and as Atlas allows.
macro_rules! answer {
    ($call:expr, $prefer:expr) => {
        $call
            .with_header(PREFER, $prefer.parse().unwrap())
            .with_header(ACCEPT, HeaderValue::from_static("*/*"))
            .send_with_meta()
            .await
            .map(|response| answer(&response))
    };
}

/// An operation of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Backup,
    Endpoint,
    AtRest,
    Connection,
}

impl Operation {
    pub(crate) const ALL: [Self; 4] =
        [Self::Backup, Self::Endpoint, Self::AtRest, Self::Connection];

    /// The status of success that the document declares; Prism makes 200 of `2XX`.
    pub(crate) fn success(self) -> u16 {
        match self {
            Self::Backup => 201,
            Self::Endpoint | Self::Connection => 200,
            Self::AtRest => 202,
        }
    }

    /// The statuses of the errors that the document declares, or that `default` stands for.
    pub(crate) fn errors(self) -> &'static [u16] {
        match self {
            Self::Backup => &[400, 401, 403, 404, 409, 429, 500],
            Self::Endpoint => &[400, 401, 402, 403, 404, 409, 429, 500],
            Self::AtRest => &[401, 403, 404, 429, 500],
            Self::Connection => &[400, 401, 404, 429, 503],
        }
    }

    /// Calls the operation; `prefer` tells Prism what to answer.
    pub(crate) async fn call(self, url: &str, prefer: &str) -> Result<Answer, Error> {
        match self {
            Self::Backup => {
                let body = ObjectStoragePrivateEndpointRequest::default();
                let tag = client(url).cloud_backups();
                answer!(tag.create_backup_private_endpoint(&GROUP, body), prefer)
            }
            Self::Endpoint => {
                let tag = client(url).private_endpoint_services();
                let body = aws_endpoint();
                answer!(tag.create_private_endpoint(&GROUP, &SERVICE, body), prefer)
            }
            Self::AtRest => {
                let tag = client(url).encryption_at_rest();
                let body = AwsEncryptionAtRestPrivateEndpointRequest::default();
                answer!(tag.create_rest_private_endpoint(&GROUP, body), prefer)
            }
            Self::Connection => {
                let call = connection(&digest_client(url));
                answer!(call, prefer)
            }
        }
    }
}

/// What became of a call, with the decoded body encoded again.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

fn answer<T: Serialize>(response: &Response<T>) -> Answer {
    Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: serde_json::to_value(response.body()).unwrap(),
    }
}

pub(crate) fn aws_endpoint() -> CreateAwsEndpointRequest {
    CreateAwsEndpointRequest::new("vpce-3bf78b0ddee411ba1")
}

/// The call with the smallest body.
pub(crate) fn backup(client: &Client) -> CreateBackupPrivateEndpoint {
    let body = ObjectStoragePrivateEndpointRequest::default();
    client
        .cloud_backups()
        .create_backup_private_endpoint(&GROUP, body)
}

/// The v1.0 call.
#[expect(
    deprecated,
    reason = "an operation works for as long as the server has it"
)]
pub(crate) fn connection(client: &Client) -> CreatePrivateEndpointConnection {
    let body = CreatePrivateEndpointConnectionRequest::new("us-east-1");
    client
        .private_endpoint_connections()
        .create_private_endpoint_connection(&GROUP, body)
}
