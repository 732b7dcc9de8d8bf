//! A transport that answers from memory and a server that answers once, for tests.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::api::CreatePrivateEndpoint;
use crate::client::clock::Clock;
use crate::types::{AwsEndpointId, CreateAwsEndpointRequest, EndpointServiceId, GroupId};
use crate::{BoxFuture, Client, ClientBuilder, Retry, Transport, TransportError};

pub(super) const GROUP: GroupId = GroupId::from_static("0123456789abcdef01234567");
pub(super) const SERVICE: EndpointServiceId =
    EndpointServiceId::from_static("89abcdef0123456789abcdef");

/// Gives the same answer to every request, and keeps the requests.
#[derive(Clone)]
pub(super) struct Memory {
    answer: http::Response<Bytes>,
    pub(super) requests: Arc<Mutex<Vec<http::Request<Bytes>>>>,
}

impl Memory {
    pub(super) fn new(status: u16, content_type: &str, body: &str) -> Self {
        let mut answer = http::Response::new(Bytes::copy_from_slice(body.as_bytes()));
        *answer.status_mut() = StatusCode::from_u16(status).unwrap();
        let memory = Self {
            answer,
            requests: Arc::default(),
        };
        if content_type.is_empty() {
            memory
        } else {
            memory.header("content-type", content_type)
        }
    }

    pub(super) fn json(status: u16, body: &str) -> Self {
        Self::new(
            status,
            "application/vnd.atlas.2023-01-01+json;charset=utf-8",
            body,
        )
    }

    pub(super) fn header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).unwrap();
        self.answer
            .headers_mut()
            .insert(HeaderName::from_static(name), value);
        self
    }

    /// Without retries, which have tests of their own.
    pub(super) fn builder(&self) -> ClientBuilder {
        Client::builder()
            .base_url("https://example.test/")
            .transport(self.clone())
            .retry(Retry::off())
    }

    pub(super) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// The only request that was sent.
    pub(super) fn request(&self) -> http::Request<Bytes> {
        let requests = self.requests.lock().unwrap();
        assert_eq!(requests.len(), 1);
        requests[0].clone()
    }
}

impl Transport for Memory {
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        self.requests.lock().unwrap().push(received(request));
        let answer = self.answer.clone();
        Box::pin(async move { Ok(answer.into()) })
    }
}

/// A request as a server sees it, with a body that is no stream.
pub(super) fn received(request: reqwest::Request) -> http::Request<Bytes> {
    let request = http::Request::try_from(request).unwrap();
    request.map(|body| Bytes::copy_from_slice(body.as_bytes().unwrap_or_default()))
}

/// A call of the one operation of `target/`.
pub(super) fn create(client: &Client) -> CreatePrivateEndpoint {
    let id = AwsEndpointId::new_unchecked("vpce-1");
    let services = client.private_endpoint_services();
    services.create_private_endpoint(&GROUP, &SERVICE, CreateAwsEndpointRequest::new(id))
}

/// Takes one connection, reads from it once, writes `answer`, and gives its base URL and what was
/// read.
pub(super) async fn serve_once(
    answer: Vec<u8>,
) -> (String, tokio::task::JoinHandle<std::io::Result<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await?;
        let mut request = vec![0; 64 * 1024];
        let count = stream.read(&mut request).await?;
        stream.write_all(&answer).await?;
        Ok(String::from_utf8_lossy(&request[..count]).into_owned())
    });
    (url, served)
}

/// The same builder with another clock.
pub(crate) fn with_clock(mut builder: ClientBuilder, clock: impl Clock) -> ClientBuilder {
    builder.clock = Arc::new(clock);
    builder
}
