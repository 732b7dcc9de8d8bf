//! The client: who sends requests, and for whom.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderMap;

use crate::builder::ClientBuilder;
use crate::constants::DOCUMENT;
use crate::credentials::{Authorization, Credentials};
use crate::document::SecurityScheme;
use crate::error::Error;
use crate::operation::Operation;
use crate::response::Reply;
use crate::transport::{Limits, Transport};

/// A client of the API.
///
/// It is cheap to clone, and clones share their connections. Make one and keep it.
#[derive(Clone)]
pub struct Client(Arc<Parts>);

/// What a client is made of.
pub(crate) struct Parts {
    /// Without a slash at the end.
    pub(crate) base_url: String,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) credentials: Option<Arc<dyn Credentials>>,
    /// The headers of every request.
    pub(crate) headers: HeaderMap,
    pub(crate) limits: Limits,
}

impl Client {
    /// Begins a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(crate) fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// The base URL of requests, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.0.base_url
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    pub(crate) fn limits(&self) -> Limits {
        self.0.limits
    }

    /// Sends one request and receives its response, whatever its status.
    pub(crate) async fn exchange(
        &self,
        operation: &'static Operation,
        mut request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<Reply, Error> {
        self.authorize(operation, &mut request, limits).await?;
        let response = self.0.transport.send(request, limits).await;
        let (parts, body) = response
            .map_err(|error| Error::transport(operation.id, error))?
            .into_parts();
        let (status, headers) = (parts.status, parts.headers);
        Ok(Reply {
            operation: operation.id,
            status,
            headers,
            body,
        })
    }

    async fn authorize(
        &self,
        operation: &'static Operation,
        request: &mut http::Request<Bytes>,
        limits: Limits,
    ) -> Result<(), Error> {
        let Some(credentials) = self.0.credentials.as_deref() else {
            return Ok(());
        };
        let schemes = select_schemes(operation, credentials)?;
        if schemes.is_empty() {
            return Ok(());
        }
        let authorization = Authorization {
            schemes: &schemes,
            base_url: &self.0.base_url,
            transport: &*self.0.transport,
            limits,
        };
        let authorized = credentials.authorize(request, authorization).await;
        authorized.map_err(|source| Error::credentials(operation.id, source))
    }
}

/// The first set of schemes that the credentials serve; none when the operation needs none.
fn select_schemes(
    operation: &'static Operation,
    credentials: &dyn Credentials,
) -> Result<Vec<&'static SecurityScheme>, Error> {
    let served = |name: &&str| {
        DOCUMENT
            .security_scheme(name)
            .filter(|scheme| credentials.serves(scheme))
    };
    let sets = operation.security;
    let mut needed = sets.iter().filter(|names| !names.is_empty());
    if let Some(schemes) = needed.find_map(|names| names.iter().map(served).collect()) {
        return Ok(schemes);
    }
    if sets.is_empty() || sets.iter().any(|names| names.is_empty()) {
        return Ok(Vec::new());
    }
    let needs: Vec<String> = sets.iter().map(|names| names.join(" and ")).collect();
    let needs = needs.join(" or ");
    let reason = format!("it needs {needs}, which the credentials of the client cannot do");
    Err(Error::invalid(operation.id, reason))
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url)
            .field("has_credentials", &self.0.credentials.is_some())
            .field("limits", &self.0.limits)
            .finish_non_exhaustive()
    }
}
