//! Sends requests: attempts with credentials, until one succeeds or a retry is pointless.

use std::borrow::Cow;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::{AUTHORIZATION, RETRY_AFTER};
use http::{HeaderName, HeaderValue, Method, StatusCode};

use super::handle::Client;
use super::interceptor;
use super::options::Options;
use super::trace::Span;
use crate::auth::credentials::{AttemptContext, Authorization, Challenge, Credentials};
use crate::auth::hold::Hold;
use crate::constants::DOCUMENT;
use crate::document::SecurityScheme;
use crate::error::call_error::Error;
use crate::net::collect;
use crate::net::deadline::within_extended;
use crate::net::limits::Limits;
use crate::net::reply::Reply;
use crate::net::transport::TransportError;
use crate::wire::DecodeError;

/// Writes the request of each attempt.
pub(crate) trait RequestSource: Sync {
    /// Writes the request. Every call returns the same.
    ///
    /// # Errors
    ///
    /// Why the request cannot be sent.
    fn request(&self) -> Result<Box<reqwest::Request>, String>;

    /// Whether the body is a stream that has been read, so that no other request can be sent.
    fn is_spent(&self) -> bool;
}

/// Replaces the status and the body of a response by those in its envelope.
pub(crate) type Unwrap = fn(&mut Reply) -> Result<(), DecodeError>;

/// A request with everything that its attempts have in common.
pub(crate) struct Exchange<'a> {
    /// The id of the operation.
    pub(crate) operation: Cow<'static, str>,
    pub(crate) method: &'a Method,
    /// The path with its parameters in braces.
    pub(crate) path: &'a str,
    /// The names of the security schemes: one of these sets is required. Without a set, none is.
    pub(crate) security: Cow<'static, [&'static [&'static str]]>,
    pub(crate) source: &'a dyn RequestSource,
    /// Opens the envelope of the response, if it has one.
    pub(crate) unwrap: Option<Unwrap>,
    pub(crate) options: &'a Options,
}

impl Exchange<'_> {
    /// Sends the request until it succeeds.
    pub(crate) async fn run(self, client: &Client) -> Result<Box<Reply>, Error> {
        let span = Span::new(&self.operation, self.method, self.path);
        let result = span.follow(self.attempts(client, &span)).await;
        span.end(&result);
        result
    }

    async fn attempts(&self, client: &Client, span: &Span) -> Result<Box<Reply>, Error> {
        let retry = self.options.retry.as_ref().unwrap_or(&client.parts().retry);
        let clock = &*client.parts().clock;
        let mut request = self.request()?;
        span.server(request.url());
        let mut attempt = Attempt {
            exchange: self,
            client,
            number: 1,
            identity: self.identity(client)?,
            deadline: retry.ends(clock),
            key: self.options.key(&request, clock),
        };
        attempt.identify(&mut request);
        let repeatable = self.method.is_idempotent() || attempt.key.is_some();
        loop {
            let attempts = attempt.number;
            let start = clock.now();
            let reply = attempt.make(request).await;
            let result = reply.and_then(|reply| self.successful(reply));
            let result = match result {
                Ok(reply) => Ok(reply.after(attempts)),
                Err(error) => Err(error.after(attempts)),
            };
            attempt.observe(&result, clock.now().saturating_duration_since(start));
            let error = match result {
                Ok(reply) => return Ok(reply),
                Err(error) => error,
            };
            let wait = retry.wait(attempts, &error, repeatable, clock);
            let wait = wait.filter(|wait| !self.source.is_spent() && attempt.has_time_for(*wait));
            let Some(wait) = wait else {
                return Err(error);
            };
            span.retry(attempts, wait, &error);
            clock.sleep(wait).await;
            attempt.number += 1;
            request = attempt.request()?;
        }
    }

    fn successful(&self, reply: Box<Reply>) -> Result<Box<Reply>, Error> {
        if self.is_success(reply.status) {
            Ok(reply)
        } else {
            Err(Error::status_of(reply))
        }
    }

    /// Whether a status is a success. Redirects are never followed, since they could carry credentials to another host.
    fn is_success(&self, status: StatusCode) -> bool {
        let redirects = self.options.redirects;
        status.is_success() || redirects.is_some_and(|is_success| is_success(status.as_u16()))
    }

    pub(crate) fn request(&self) -> Result<Box<reqwest::Request>, Error> {
        let request = self.source.request();
        request.map_err(|reason| Error::invalid(self.operation.clone(), reason))
    }

    /// The credentials of the client and the schemes that they satisfy, unless the request needs none.
    pub(crate) fn identity<'a>(&self, client: &'a Client) -> Result<Option<Identity<'a>>, Error> {
        let Some(credentials) = client.parts().credentials.as_deref() else {
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

/// The credentials of a request, and the schemes that they satisfy.
pub(crate) struct Identity<'a> {
    credentials: &'a dyn Credentials,
    schemes: Schemes,
}

impl Identity<'_> {
    /// The schemes to satisfy.
    pub(crate) fn schemes(&self) -> &[&'static SecurityScheme] {
        match &self.schemes {
            Schemes::One(scheme) => scheme,
            Schemes::Several(schemes) => schemes,
        }
    }
}

/// The schemes of a request; almost always one.
enum Schemes {
    One([&'static SecurityScheme; 1]),
    Several(Vec<&'static SecurityScheme>),
}

/// The first set of schemes that the credentials serve; `None` if none is required.
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

/// Makes the attempts of one call.
struct Attempt<'a> {
    exchange: &'a Exchange<'a>,
    client: &'a Client,
    /// From 1.
    number: u32,
    identity: Option<Identity<'a>>,
    deadline: Option<Instant>,
    /// The header that identifies the request, whatever the attempt.
    key: Option<(HeaderName, HeaderValue)>,
}

impl Attempt<'_> {
    /// Writes the request of another attempt.
    fn request(&self) -> Result<Box<reqwest::Request>, Error> {
        let mut request = self.exchange.request()?;
        self.identify(&mut request);
        Ok(request)
    }

    fn identify(&self, request: &mut reqwest::Request) {
        if let Some((header, key)) = &self.key {
            request.headers_mut().insert(header, key.clone());
        }
    }

    /// What interceptors know.
    fn described(&self) -> interceptor::Attempt<'_> {
        interceptor::Attempt {
            operation: &self.exchange.operation,
            method: self.exchange.method,
            path: self.exchange.path,
            number: self.number,
        }
    }

    fn observe(&self, result: &Result<Box<Reply>, Error>, duration: Duration) {
        let outcome = interceptor::Outcome::of(result, duration);
        interceptor::after(&self.client.parts().interceptors, self.described(), outcome);
    }

    /// Makes the attempt within its time. Everything that it waits for counts, except pauses that a token endpoint asks
    /// for.
    async fn make(&self, request: Box<reqwest::Request>) -> Result<Box<Reply>, Error> {
        let client = self.client.parts();
        let context = AttemptContext {
            transport: &*client.transport,
            limits: Limits {
                timeout: self.timeout(),
                ..client.limits
            },
            clock: &*client.clock,
            deadline: self.deadline,
            hold: Hold::default(),
        };
        let is_sent = AtomicBool::new(false);
        let work = pin!(async { Ok(self.exchange(request, &context, &is_sent).await) });
        let extension = || {
            [Some(context.hold.take_pauses()?), self.left()]
                .into_iter()
                .flatten()
                .min()
        };
        let result = within_extended(context.clock, self.time(), extension, work).await;
        result.unwrap_or_else(|error: TransportError| {
            let operation = self.exchange.operation.clone();
            Err(if is_sent.load(Ordering::Relaxed) {
                Error::transport(operation, error)
            } else {
                Error::credentials(operation, error.into())
            })
        })
    }

    /// Sends the request, and once more if the credentials answer a challenge.
    async fn exchange(
        &self,
        mut request: Box<reqwest::Request>,
        context: &AttemptContext<'_>,
        is_sent: &AtomicBool,
    ) -> Result<Box<Reply>, Error> {
        let Some(identity) = &self.identity else {
            return self.send(request, is_sent).await;
        };
        let authorization = self.authorization(identity, context);
        self.authorize(&mut request, identity, authorization)
            .await?;
        let sent = request.headers().get(AUTHORIZATION).cloned();
        let reply = self.send(request, is_sent).await?;
        if reply.status != StatusCode::UNAUTHORIZED {
            context.hold.accept();
            return Ok(reply);
        }
        let challenge = Challenge {
            sent: sent.as_ref(),
            headers: &reply.headers,
        };
        let challenged = identity.credentials.challenged(challenge, authorization);
        if !challenged.await || self.exchange.source.is_spent() {
            return Ok(reply);
        }
        let mut request = self.request()?;
        self.authorize(&mut request, identity, authorization)
            .await?;
        let reply = self.send(request, is_sent).await?;
        if reply.status != StatusCode::UNAUTHORIZED {
            context.hold.accept();
        }
        Ok(reply)
    }

    async fn authorize(
        &self,
        request: &mut reqwest::Request,
        identity: &Identity<'_>,
        authorization: Authorization<'_>,
    ) -> Result<(), Error> {
        let authorized = identity.credentials.authorize(request, authorization);
        let credentials = |source| Error::credentials(self.exchange.operation.clone(), source);
        authorized.await.map_err(credentials)
    }

    fn authorization<'a>(
        &'a self,
        identity: &'a Identity<'_>,
        attempt: &'a AttemptContext<'a>,
    ) -> Authorization<'a> {
        Authorization {
            schemes: identity.schemes(),
            base_url: self.client.base_url(),
            headers: &self.client.parts().headers,
            attempt,
        }
    }

    async fn send(
        &self,
        mut request: Box<reqwest::Request>,
        is_sent: &AtomicBool,
    ) -> Result<Box<Reply>, Error> {
        is_sent.store(true, Ordering::Relaxed);
        let client = self.client.parts();
        let prepared = interceptor::before(&client.interceptors, self.described(), &mut request);
        let failed = |source| Error::interceptor(self.exchange.operation.clone(), source);
        prepared.await.map_err(failed)?;
        let sent = client.transport.send(*request);
        let transport = |error| Error::transport(self.exchange.operation.clone(), error);
        let mut response = sent.await.map_err(transport)?;
        let mut reply = self.head(&mut response);
        let sink = self.exchange.options.sink.as_ref();
        if let Some(sink) = sink.filter(|_| self.exchange.is_success(reply.status)) {
            sink.take(response, self.timeout());
            return Ok(reply);
        }
        match collect::body(&mut response, reply.limits.response_bytes).await {
            Ok(body) => reply.body = body,
            Err(error) => return Err(Error::incomplete(reply, error)),
        }
        match self.exchange.unwrap.map(|unwrap| unwrap(&mut reply)) {
            Some(Err(error)) if reply.status.is_success() => Err(Error::decode(reply, error)),
            _ => Ok(reply),
        }
    }

    /// The reply without its body.
    fn head(&self, response: &mut reqwest::Response) -> Box<Reply> {
        let client = self.client.parts();
        let is_dated = response.headers().contains_key(RETRY_AFTER);
        Box::new(Reply {
            operation: self.exchange.operation.clone(),
            status: response.status(),
            headers: std::mem::take(response.headers_mut()),
            body: Bytes::new(),
            received: is_dated.then(|| client.clock.system_time()),
            attempts: 1,
            limits: client.limits,
        })
    }

    /// The timeout of an attempt: of the call, or else of the client.
    fn timeout(&self) -> Option<Duration> {
        let own = self.exchange.options.timeout;
        own.or(self.client.parts().limits.timeout)
    }

    /// The time that an attempt may take: its timeout, but no more than what is left for the call.
    fn time(&self) -> Option<Duration> {
        [self.timeout(), self.left()].into_iter().flatten().min()
    }

    fn left(&self) -> Option<Duration> {
        let deadline = self.deadline?;
        Some(deadline.saturating_duration_since(self.client.parts().clock.now()))
    }

    fn has_time_for(&self, wait: Duration) -> bool {
        self.left().is_none_or(|left| wait < left)
    }
}
