//! The one path by which requests are sent: attempts, each with credentials, until one succeeds or
//! another makes no sense.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::client::Client;
use crate::constants::DOCUMENT;
use crate::credentials::{Authorization, Challenge, Credentials, Hold};
use crate::document::{Envelope, SecurityScheme};
use crate::envelope;
use crate::error::Error;
use crate::response::Reply;
use crate::retry::Retry;
use crate::trace::Span;
use crate::transport::Limits;

/// What a call sends, and what is said about it.
pub(crate) struct Exchange {
    /// The id of the operation.
    pub(crate) operation: Cow<'static, str>,
    /// The path with its parameters in braces.
    #[allow(dead_code, reason = "for traces")]
    pub(crate) path: Cow<'static, str>,
    /// The names of the security schemes: one of these sets is needed. Without a set, nothing is.
    pub(crate) security: Cow<'static, [&'static [&'static str]]>,
    pub(crate) request: http::Request<Bytes>,
    /// How the response is wrapped, where it is.
    pub(crate) envelope: Option<&'static Envelope>,
    pub(crate) options: Options,
}

/// What a call has its own way about; the client has a say about the rest.
#[derive(Clone, Default)]
pub(crate) struct Options {
    /// How long one attempt may take.
    pub(crate) timeout: Option<Duration>,
    pub(crate) retry: Option<Retry>,
    pub(crate) headers: HeaderMap,
}

impl Exchange {
    /// Sends the request and receives the response, which is a successful one.
    pub(crate) async fn run(self, client: &Client) -> Result<Reply, Error> {
        let span = Span::new(&self);
        let result = span.follow(self.attempts(client, &span)).await;
        span.end(&result);
        result
    }

    async fn attempts(&self, client: &Client, span: &Span) -> Result<Reply, Error> {
        let retry = self.options.retry.as_ref().unwrap_or(client.retry());
        let clock = client.clock();
        let attempt = Attempt {
            exchange: self,
            client,
            identity: self.identity(client)?,
            deadline: retry.ends(clock),
        };
        let mut attempts = 1;
        loop {
            let error = match attempt.make().await.and_then(successful) {
                Ok(reply) => return Ok(Reply { attempts, ..reply }),
                Err(error) => error.after(attempts),
            };
            let wait = retry.wait(attempts, &error, self.request.method(), clock);
            let Some(wait) = wait.filter(|wait| attempt.has_time_for(*wait)) else {
                return Err(error);
            };
            span.retry(attempts, wait, &error);
            clock.sleep(wait).await;
            attempts += 1;
        }
    }

    /// The credentials of the client and the schemes that they are to satisfy, unless the request
    /// needs none.
    pub(crate) fn identity<'a>(&self, client: &'a Client) -> Result<Option<Identity<'a>>, Error> {
        let Some(credentials) = client.credentials() else {
            return Ok(None);
        };
        let schemes = select_schemes(&self.security, credentials)
            .map_err(|reason| Error::invalid(self.operation.clone(), reason))?;
        Ok((!schemes.is_empty()).then_some(Identity {
            credentials,
            schemes,
        }))
    }
}

/// Who a request is sent for, and how that is proven.
pub(crate) struct Identity<'a> {
    credentials: &'a dyn Credentials,
    pub(crate) schemes: Vec<&'static SecurityScheme>,
}

/// The first set of schemes that the credentials serve; none when none is needed.
fn select_schemes(
    sets: &[&[&str]],
    credentials: &dyn Credentials,
) -> Result<Vec<&'static SecurityScheme>, String> {
    let served = |name: &&str| {
        DOCUMENT
            .security_scheme(name)
            .filter(|scheme| credentials.serves(scheme))
    };
    let mut needed = sets.iter().filter(|names| !names.is_empty());
    if let Some(schemes) = needed.find_map(|names| names.iter().map(served).collect()) {
        return Ok(schemes);
    }
    if sets.is_empty() || sets.iter().any(|names| names.is_empty()) {
        return Ok(Vec::new());
    }
    let needs: Vec<String> = sets.iter().map(|names| names.join(" and ")).collect();
    let needs = needs.join(" or ");
    Err(format!(
        "it needs {needs}, which the credentials of the client cannot do"
    ))
}

fn successful(reply: Reply) -> Result<Reply, Error> {
    if reply.status.is_success() {
        Ok(reply)
    } else {
        Err(Error::status_of(reply))
    }
}

/// What the attempts of one call have in common.
struct Attempt<'a> {
    exchange: &'a Exchange,
    client: &'a Client,
    identity: Option<Identity<'a>>,
    deadline: Option<Instant>,
}

impl Attempt<'_> {
    /// Sends the request, and once more when the credentials have learnt from a refusal.
    async fn make(&self) -> Result<Reply, Error> {
        let Some(identity) = &self.identity else {
            return self.send(self.exchange.request.clone()).await;
        };
        let hold = Hold::default();
        let request = self.authorized(identity, &hold).await?;
        let sent = request.headers().clone();
        let reply = self.send(request).await?;
        if reply.status != StatusCode::UNAUTHORIZED {
            return Ok(reply);
        }
        let challenge = Challenge {
            sent: &sent,
            headers: &reply.headers,
        };
        let authorization = self.authorization(identity, &hold);
        let challenged = identity.credentials.challenged(challenge, authorization);
        if challenged.await {
            self.send(self.authorized(identity, &hold).await?).await
        } else {
            Ok(reply)
        }
    }

    async fn authorized(
        &self,
        identity: &Identity<'_>,
        hold: &Hold,
    ) -> Result<http::Request<Bytes>, Error> {
        let mut request = self.exchange.request.clone();
        let authorization = self.authorization(identity, hold);
        let authorized = identity.credentials.authorize(&mut request, authorization);
        match authorized.await {
            Ok(()) => Ok(request),
            Err(source) => Err(Error::credentials(self.exchange.operation.clone(), source)),
        }
    }

    fn authorization<'a>(
        &'a self,
        identity: &'a Identity<'_>,
        hold: &'a Hold,
    ) -> Authorization<'a> {
        Authorization {
            schemes: &identity.schemes,
            base_url: self.client.base_url(),
            transport: self.client.transport(),
            limits: self.limits(),
            headers: self.client.headers(),
            clock: self.client.clock(),
            deadline: self.deadline,
            hold,
        }
    }

    async fn send(&self, request: http::Request<Bytes>) -> Result<Reply, Error> {
        let operation = self.exchange.operation.clone();
        let response = self.client.transport().send(request, self.limits()).await;
        let (parts, body) = match response {
            Ok(response) => response.into_parts(),
            Err(error) => return Err(Error::transport(operation, error)),
        };
        let reply = Reply {
            operation,
            status: parts.status,
            headers: parts.headers,
            body,
            received: self.client.clock().system_time(),
            attempts: 1,
        };
        Ok(match self.exchange.envelope {
            Some(envelope) => envelope::open(envelope, reply),
            None => reply,
        })
    }

    /// What one exchange may take: its own time, and no more than what is left for the call.
    fn limits(&self) -> Limits {
        let limits = self.client.limits();
        let own = self.exchange.options.timeout.or(limits.timeout);
        let timeout = [own, self.left()].into_iter().flatten().min();
        Limits::new(timeout, limits.response_bytes)
    }

    fn left(&self) -> Option<Duration> {
        let now = self.client.clock().now();
        Some(self.deadline?.saturating_duration_since(now))
    }

    fn has_time_for(&self, wait: Duration) -> bool {
        self.left().is_none_or(|left| wait < left)
    }
}
