//! The client: who sends requests, and for whom.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::builder::ClientBuilder;
use crate::clock::Clock;
use crate::constants::DOCUMENT;
use crate::credentials::{Authorization, Challenge, Credentials};
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
    pub(crate) clock: Arc<dyn Clock>,
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

    pub(crate) fn has_credentials(&self) -> bool {
        self.0.credentials.is_some()
    }

    pub(crate) fn limits(&self) -> Limits {
        self.0.limits
    }

    /// Sends one request and receives its response, whatever its status.
    pub(crate) async fn exchange(
        &self,
        operation: &'static Operation,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<Reply, Error> {
        let Some(credentials) = self.0.credentials.as_deref() else {
            return self.send(operation, request, limits).await;
        };
        let schemes = select_schemes(operation, credentials)?;
        if schemes.is_empty() {
            return self.send(operation, request, limits).await;
        }
        let authorization = Authorization {
            schemes: &schemes,
            base_url: &self.0.base_url,
            transport: &*self.0.transport,
            limits,
            headers: &self.0.headers,
            clock: &*self.0.clock,
        };
        let authorized = async || {
            let mut request = request.clone();
            let done = credentials.authorize(&mut request, authorization).await;
            done.map_err(|source| Error::credentials(operation.id, source))?;
            Ok::<_, Error>(request)
        };
        let first = authorized().await?;
        let sent = first.headers().clone();
        let reply = self.send(operation, first, limits).await?;
        if reply.status != StatusCode::UNAUTHORIZED {
            return Ok(reply);
        }
        let challenge = Challenge {
            sent: &sent,
            headers: &reply.headers,
        };
        if credentials.challenged(challenge, authorization).await {
            self.send(operation, authorized().await?, limits).await
        } else {
            Ok(reply)
        }
    }

    /// Gives back what the credentials have obtained from the server, such as an access token. The
    /// client still works: its next request obtains the next one.
    ///
    /// # Errors
    ///
    /// When the server could not be told.
    pub async fn revoke_credentials(&self) -> Result<(), Error> {
        let Some(credentials) = self.0.credentials.as_deref() else {
            return Ok(());
        };
        let schemes = DOCUMENT.security_schemes.iter();
        let schemes: Vec<_> = schemes.filter(|it| credentials.serves(it)).collect();
        let authorization = Authorization {
            schemes: &schemes,
            base_url: &self.0.base_url,
            transport: &*self.0.transport,
            limits: self.0.limits,
            headers: &self.0.headers,
            clock: &*self.0.clock,
        };
        let revoked = credentials.revoke(authorization).await;
        revoked.map_err(|source| Error::credentials("client", source))
    }

    async fn send(
        &self,
        operation: &'static Operation,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<Reply, Error> {
        let response = self.0.transport.send(request, limits).await;
        let (parts, body) = response
            .map_err(|error| Error::transport(operation.id, error))?
            .into_parts();
        Ok(Reply {
            operation: operation.id,
            status: parts.status,
            headers: parts.headers,
            body,
        })
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
