//! A transport that remembers what went over it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use atlas_private_endpoints::{BoxFuture, Client, Credentials, Transport, TransportError};
use http::HeaderMap;
use http::header::{AUTHORIZATION, HeaderName, WWW_AUTHENTICATE};

/// A request that has got an answer.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub(crate) path: String,
    /// The header of the request.
    pub(crate) authorization: String,
    pub(crate) status: u16,
    /// The header `WWW-Authenticate` of the response.
    pub(crate) challenge: String,
}

/// Sends requests over the network and keeps a record; clones share it.
#[derive(Clone, Default)]
pub(crate) struct Recorder {
    network: reqwest::Client,
    log: Arc<Mutex<Vec<Recorded>>>,
}

impl Recorder {
    /// A client that sends its requests over this transport. The base URL is set after the
    /// credentials, so whatever they need from the host must follow it.
    pub(crate) fn client(&self, credentials: impl Credentials, url: &str) -> Client {
        Client::builder()
            .credentials(credentials)
            .transport(self.clone())
            .base_url(url)
            .build()
            .unwrap()
    }

    /// All requests so far.
    pub(crate) fn log(&self) -> Vec<Recorded> {
        self.guard().clone()
    }

    /// The statuses of all requests so far.
    pub(crate) fn statuses(&self) -> Vec<u16> {
        self.guard().iter().map(|it| it.status).collect()
    }

    /// How many requests went to `path`.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.guard().iter().filter(|it| it.path == path).count()
    }

    fn guard(&self) -> MutexGuard<'_, Vec<Recorded>> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Recorder {
    fn send(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, TransportError>> {
        Box::pin(async move {
            let path = request.url().path().to_owned();
            let authorization = text(request.headers(), AUTHORIZATION);
            let response = self.network.send(request).await?;
            self.guard().push(Recorded {
                path,
                authorization,
                status: response.status().as_u16(),
                challenge: text(response.headers(), WWW_AUTHENTICATE),
            });
            Ok(response)
        })
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> String {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}
