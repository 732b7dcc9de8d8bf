//! The one path by which requests are sent: attempts, each with credentials, until one succeeds or
//! another makes no sense.

use std::borrow::Cow;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::{AUTHORIZATION, RETRY_AFTER};
use http::{HeaderMap, Method, StatusCode};

use crate::client::Client;
use crate::constants::DOCUMENT;
use crate::credentials::{Authorization, Challenge, Credentials, Hold};
use crate::document::{Envelope, SecurityScheme};
use crate::envelope;
use crate::error::Error;
use crate::receive::{self, Limits, within_extended};
use crate::response::Reply;
use crate::retry::Retry;
use crate::stream::ByteStream;
use crate::trace::Span;
use crate::transport::TransportError;

/// What writes the request of each attempt.
pub(crate) trait Draft: Sync {
    /// The request, which is the same each time.
    ///
    /// # Errors
    ///
    /// Says why it cannot be sent.
    fn request(&self) -> Result<Box<reqwest::Request>, String>;

    /// Whether the body is a stream that has begun, so that there cannot be another request.
    fn is_spent(&self) -> bool;
}

/// What a call sends, and what is said about it.
pub(crate) struct Exchange<'a> {
    /// The id of the operation.
    pub(crate) operation: Cow<'static, str>,
    pub(crate) method: &'a Method,
    /// The path with its parameters in braces.
    #[allow(dead_code, reason = "for traces")]
    pub(crate) path: &'a str,
    /// The names of the security schemes: one of these sets is needed. Without a set, nothing is.
    pub(crate) security: Cow<'static, [&'static [&'static str]]>,
    pub(crate) draft: &'a dyn Draft,
    /// How the response is wrapped, where it is.
    pub(crate) envelope: Option<&'static Envelope>,
    pub(crate) options: &'a Options,
}

/// What a call has its own way about; the client has a say about the rest.
#[derive(Clone, Default)]
pub(crate) struct Options {
    /// How long one attempt may take, with the credentials that it waits for.
    pub(crate) timeout: Option<Duration>,
    pub(crate) retry: Option<Retry>,
    pub(crate) headers: HeaderMap,
    /// Which redirects are successes; none, unless the document describes some.
    pub(crate) redirects: Option<fn(u16) -> bool>,
    /// Whether the body of a success is left to the caller.
    pub(crate) is_streamed: bool,
}

impl Exchange<'_> {
    /// Sends the request and receives the response, which is a successful one.
    pub(crate) async fn run(self, client: &Client) -> Result<Box<Reply>, Error> {
        let span = Span::new(&self);
        let result = span.follow(self.attempts(client, &span)).await;
        span.end(&result);
        result
    }

    async fn attempts(&self, client: &Client, span: &Span) -> Result<Box<Reply>, Error> {
        let retry = self.options.retry.as_ref().unwrap_or(client.retry());
        let clock = client.clock();
        let mut request = self.request()?;
        let attempt = Attempt {
            exchange: self,
            client,
            identity: self.identity(client)?,
            deadline: retry.ends(clock),
        };
        let mut attempts = 1;
        loop {
            let reply = attempt.make(request).await;
            let error = match reply.and_then(|reply| self.successful(reply)) {
                Ok(reply) => return Ok(reply.after(attempts)),
                Err(error) => error.after(attempts),
            };
            let wait = retry.wait(attempts, &error, self.method, clock);
            let wait = wait.filter(|wait| !self.draft.is_spent() && attempt.has_time_for(*wait));
            let Some(wait) = wait else {
                return Err(error);
            };
            span.retry(attempts, wait, &error);
            clock.sleep(wait).await;
            attempts += 1;
            request = self.request()?;
        }
    }

    fn successful(&self, reply: Box<Reply>) -> Result<Box<Reply>, Error> {
        if self.is_success(reply.status) {
            Ok(reply)
        } else {
            Err(Error::status_of(reply))
        }
    }

    /// Whether a status means success. Redirects are never followed, as they could carry credentials to another host.
    fn is_success(&self, status: StatusCode) -> bool {
        let redirects = self.options.redirects;
        status.is_success() || redirects.is_some_and(|is_success| is_success(status.as_u16()))
    }

    pub(crate) fn request(&self) -> Result<Box<reqwest::Request>, Error> {
        let request = self.draft.request();
        request.map_err(|reason| Error::invalid(self.operation.clone(), reason))
    }

    /// The credentials of the client and the schemes that they are to satisfy, unless the request
    /// needs none.
    pub(crate) fn identity<'a>(&self, client: &'a Client) -> Result<Option<Identity<'a>>, Error> {
        let Some(credentials) = client.credentials() else {
            return Ok(None);
        };
        let schemes = select_schemes(&self.security, credentials)
            .map_err(|reason| Error::invalid(self.operation.clone(), reason))?;
        Ok(schemes.map(|schemes| Identity {
            credentials,
            schemes,
        }))
    }
}

/// Who a request is sent for, and how that is proven.
pub(crate) struct Identity<'a> {
    credentials: &'a dyn Credentials,
    schemes: Schemes,
}

impl Identity<'_> {
    /// What is to be satisfied.
    pub(crate) fn schemes(&self) -> &[&'static SecurityScheme] {
        match &self.schemes {
            Schemes::One(scheme) => scheme,
            Schemes::Several(schemes) => schemes,
        }
    }
}

/// Almost always one.
enum Schemes {
    One([&'static SecurityScheme; 1]),
    Several(Vec<&'static SecurityScheme>),
}

/// The first set of schemes that the credentials serve; none when none is needed.
fn select_schemes(
    sets: &[&[&str]],
    credentials: &dyn Credentials,
) -> Result<Option<Schemes>, String> {
    let served = |name: &&str| {
        DOCUMENT
            .security_scheme(name)
            .filter(|scheme| credentials.serves(scheme))
    };
    let serve = |names: &&[&str]| match names {
        [] => None,
        [name] => Some(Schemes::One([served(name)?])),
        names => names
            .iter()
            .map(served)
            .collect::<Option<_>>()
            .map(Schemes::Several),
    };
    if let Some(schemes) = sets.iter().find_map(serve) {
        return Ok(Some(schemes));
    }
    if sets.is_empty() || sets.iter().any(|names| names.is_empty()) {
        return Ok(None);
    }
    let needs: Vec<String> = sets.iter().map(|names| names.join(" and ")).collect();
    let needs = needs.join(" or ");
    Err(format!(
        "it needs {needs}, which the credentials of the client cannot do"
    ))
}

/// What the attempts of one call have in common.
struct Attempt<'a> {
    exchange: &'a Exchange<'a>,
    client: &'a Client,
    identity: Option<Identity<'a>>,
    deadline: Option<Instant>,
}

impl Attempt<'_> {
    /// Makes the attempt within its time: its timeout, and no more than what is left for the call. All that it waits for
    /// counts, but for pauses that a token endpoint asks for.
    async fn make(&self, request: Box<reqwest::Request>) -> Result<Box<Reply>, Error> {
        let hold = Hold::default();
        let is_sent = AtomicBool::new(false);
        let work = pin!(async { Ok(self.exchange(request, &hold, &is_sent).await) });
        let extension = || {
            [Some(hold.take_pauses()?), self.left()]
                .into_iter()
                .flatten()
                .min()
        };
        let result = within_extended(self.client.clock(), self.time(), extension, work).await;
        result.unwrap_or_else(|error: TransportError| {
            let operation = self.exchange.operation.clone();
            Err(if is_sent.load(Ordering::Relaxed) {
                Error::transport(operation, error)
            } else {
                Error::credentials(operation, error.into())
            })
        })
    }

    /// Sends the request, and once more when the credentials have learnt from a refusal.
    async fn exchange(
        &self,
        mut request: Box<reqwest::Request>,
        hold: &Hold,
        is_sent: &AtomicBool,
    ) -> Result<Box<Reply>, Error> {
        let Some(identity) = &self.identity else {
            is_sent.store(true, Ordering::Relaxed);
            return self.send(request).await;
        };
        self.authorize(&mut request, identity, hold).await?;
        let sent = request.headers().get(AUTHORIZATION).cloned();
        is_sent.store(true, Ordering::Relaxed);
        let reply = self.send(request).await?;
        if reply.status != StatusCode::UNAUTHORIZED {
            hold.accept();
            return Ok(reply);
        }
        let challenge = Challenge {
            sent: sent.as_ref(),
            headers: &reply.headers,
        };
        let authorization = self.authorization(identity, hold);
        let challenged = identity.credentials.challenged(challenge, authorization);
        if !challenged.await || self.exchange.draft.is_spent() {
            return Ok(reply);
        }
        let mut request = self.exchange.request()?;
        self.authorize(&mut request, identity, hold).await?;
        let reply = self.send(request).await?;
        if reply.status != StatusCode::UNAUTHORIZED {
            hold.accept();
        }
        Ok(reply)
    }

    async fn authorize(
        &self,
        request: &mut reqwest::Request,
        identity: &Identity<'_>,
        hold: &Hold,
    ) -> Result<(), Error> {
        let authorization = self.authorization(identity, hold);
        let authorized = identity.credentials.authorize(request, authorization);
        let credentials = |source| Error::credentials(self.exchange.operation.clone(), source);
        authorized.await.map_err(credentials)
    }

    fn authorization<'a>(
        &'a self,
        identity: &'a Identity<'_>,
        hold: &'a Hold,
    ) -> Authorization<'a> {
        Authorization {
            schemes: identity.schemes(),
            base_url: self.client.base_url(),
            headers: self.client.headers(),
            transport: self.client.transport(),
            limits: Limits {
                timeout: self.timeout(),
                ..self.client.limits()
            },
            clock: self.client.clock(),
            deadline: self.deadline,
            hold,
        }
    }

    async fn send(&self, request: Box<reqwest::Request>) -> Result<Box<Reply>, Error> {
        let (exchange, client) = (self.exchange, self.client);
        let clock = client.clock();
        let exchanged = async {
            let mut response = client.transport().send(*request).await?;
            let status = response.status();
            let is_dated = response.headers().contains_key(RETRY_AFTER);
            let mut reply = Box::new(Reply {
                operation: exchange.operation.clone(),
                status,
                headers: std::mem::take(response.headers_mut()),
                body: Bytes::new(),
                stream: None,
                received: is_dated.then(|| clock.system_time()),
                attempts: 1,
                limits: client.limits(),
            });
            if exchange.options.is_streamed && exchange.is_success(status) {
                let operation = exchange.operation.clone();
                let stream = ByteStream::new(operation, client.clone(), response, self.timeout());
                reply.stream = Some(Box::new(stream));
                return Ok((reply, None));
            }
            match receive::body(&mut response, client.limits().response_bytes).await {
                Ok(body) => reply.body = body,
                Err(error) => return Ok((reply, Some(error))),
            }
            Ok((reply, None))
        };
        match exchanged.await {
            Ok((mut reply, None)) => {
                let envelope = exchange.envelope.filter(|_| reply.stream.is_none());
                match envelope.map(|envelope| envelope::open(envelope, &mut reply)) {
                    Some(Err(error)) if reply.status.is_success() => {
                        Err(Error::decode(reply, error))
                    }
                    _ => Ok(reply),
                }
            }
            Ok((reply, Some(error))) => Err(Error::incomplete(reply, error)),
            Err(error) => Err(Error::transport(exchange.operation.clone(), error)),
        }
    }

    /// How long an attempt may take, as the call or the client has it.
    fn timeout(&self) -> Option<Duration> {
        let own = self.exchange.options.timeout;
        own.or(self.client.limits().timeout)
    }

    /// How long an attempt may take: its own time, and no more than what is left for the call.
    fn time(&self) -> Option<Duration> {
        [self.timeout(), self.left()].into_iter().flatten().min()
    }

    fn left(&self) -> Option<Duration> {
        let deadline = self.deadline?;
        Some(deadline.saturating_duration_since(self.client.clock().now()))
    }

    fn has_time_for(&self, wait: Duration) -> bool {
        self.left().is_none_or(|left| wait < left)
    }
}
