//! HTTP Digest authentication (RFC 7616).

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, Method};
use http_auth::digest::Qop;
use http_auth::{DigestClient, PasswordParams};
use tokio::sync::OwnedMutexGuard;

use super::credentials::{Authorization, Challenge, Credentials};
use super::header::sensitive;
use super::hold::Hold;
use super::origin::origin;
use super::secret::Secret;
use crate::document::{SecurityKind, SecurityScheme};
use crate::net::deadline::within;
use crate::net::transport::{BoxFuture, TransportError};

/// The maximum time that a call waits for the first request before it requests a challenge itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// An error of credentials.
type BoxError = Box<dyn StdError + Send + Sync>;

/// A user name, such as the public key of an API key, and a password, such as its private key, for HTTP Digest with
/// MD5, SHA-256 or SHA-512/256.
///
/// The server rejects the first request with a challenge. The request is authenticated with it and sent again;
/// meanwhile, other requests wait for a limited time. All clones use the challenge for further requests, which they
/// count, until the server sends another one. A request that is rejected uses the challenge of its own response, so
/// servers whose nonces are valid for a single request are supported as well, with two requests per call.
///
/// Integrity protection (`auth-int`) is not supported: a challenge that offers only `auth-int` is ignored.
///
/// A streamed body can be sent only once, so its request is preceded by a `HEAD` request to the same URL, which
/// receives the challenge instead.
#[derive(Clone)]
pub struct DigestCredentials {
    username: String,
    password: Secret,
    hosts: Arc<Mutex<BTreeMap<String, Arc<Host>>>>,
}

/// The state of a host.
#[derive(Default)]
struct Host {
    /// The last accepted challenge, with the number of requests that have used it.
    challenge: Mutex<Option<DigestClient>>,
    /// Locked by the first request.
    first: Arc<tokio::sync::Mutex<()>>,
    /// Whether the first request has ended.
    is_met: AtomicBool,
}

/// The challenge of an attempt, kept until the attempt is sent again.
struct Own {
    challenge: DigestClient,
    first: Option<First>,
}

/// Lets other requests proceed when the first one ends.
struct First {
    host: Arc<Host>,
    _turn: OwnedMutexGuard<()>,
}

impl Drop for First {
    fn drop(&mut self) {
        self.host.is_met.store(true, Ordering::Release);
    }
}

impl Host {
    /// Waits for the first request, but at most half of the remaining time. Returns a guard if this request becomes the
    /// first.
    async fn meet(self: &Arc<Self>, authorization: &Authorization<'_>) -> Option<First> {
        let is_met = || self.is_met.load(Ordering::Acquire);
        if is_met() {
            return None;
        }
        let times = [
            authorization.attempt.limits.timeout,
            authorization.attempt.left(),
        ];
        let half = times.into_iter().flatten().min().map(|time| time / 2);
        let limit = half.map_or(PATIENCE, |half| half.min(PATIENCE));
        let lock = pin!(async { Ok(Arc::clone(&self.first).lock_owned().await) });
        let turn: Result<_, TransportError> =
            within(authorization.attempt.clock, Some(limit), lock).await;
        let host = Arc::clone(self);
        let turn = turn.ok().filter(|_| !is_met())?;
        Some(First { host, _turn: turn })
    }

    fn challenge(&self) -> MutexGuard<'_, Option<DigestClient>> {
        // The challenge is valid whenever the lock is free, even after a panic.
        self.challenge
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl DigestCredentials {
    /// Creates credentials from a user name and a password.
    #[must_use]
    pub fn new(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            username: username.into(),
            password: password.into(),
            hosts: Arc::default(),
        }
    }

    fn host(&self, authorization: &Authorization<'_>) -> Arc<Host> {
        let name = origin(authorization.base_url).unwrap_or_default();
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(hosts.entry(name.to_owned()).or_default())
    }

    /// Requests a challenge with a safe method (RFC 9110, 9.2.1).
    async fn ask(
        request: &reqwest::Request,
        authorization: &Authorization<'_>,
    ) -> Option<DigestClient> {
        let mut question = reqwest::Request::new(Method::HEAD, request.url().clone());
        *question.headers_mut() = authorization.headers.clone();
        // If this fails, so does the request itself, whose error is more useful.
        let response = authorization.send(question).await.ok()?;
        preferred(response.headers())
    }

    /// The `Authorization` header for a challenge.
    fn answer(
        &self,
        challenge: &mut DigestClient,
        request: &reqwest::Request,
    ) -> Result<HeaderValue, BoxError> {
        let url = request.url();
        let target = match url.query() {
            Some(query) => &[url.path(), "?", query].concat(),
            None => url.path(),
        };
        let answer = challenge.respond(&PasswordParams {
            username: &self.username,
            password: self.password.expose(),
            uri: target,
            method: request.method().as_str(),
            body: None,
        })?;
        Ok(sensitive(&answer)?)
    }

    /// The `Authorization` header for the last challenge of the host, if any. Drops a challenge that is not supported.
    fn shared_answer(&self, host: &Host, request: &reqwest::Request) -> Option<HeaderValue> {
        let mut last = host.challenge();
        let answer = self.answer(last.as_mut()?, request).ok();
        if answer.is_none() {
            *last = None;
        }
        answer
    }
}

impl Credentials for DigestCredentials {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        scheme.kind == SecurityKind::HttpDigest
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            let host = self.host(&authorization);
            let is_stream = request.body().is_some_and(|it| it.as_bytes().is_none());
            let own = if is_stream {
                let asked = Self::ask(request, &authorization).await;
                asked.map(|challenge| Own {
                    challenge,
                    first: None,
                })
            } else {
                take::<Own>(&authorization.attempt.hold)
            };
            if let Some(mut own) = own {
                let answer = self.answer(&mut own.challenge, request)?;
                request.headers_mut().insert(AUTHORIZATION, answer);
                keep(&authorization.attempt.hold, own.first);
                // Stored only now: the nonce may be valid for a single request.
                let accept = move || *host.challenge() = Some(own.challenge);
                authorization.attempt.hold.held().on_acceptance = Some(Box::new(accept));
                return Ok(());
            }
            let first = if is_stream {
                None
            } else {
                host.meet(&authorization).await
            };
            if let Some(first) = first {
                keep(&authorization.attempt.hold, Some(first));
                return Ok(());
            }
            if let Some(answer) = self.shared_answer(&host, request) {
                request.headers_mut().insert(AUTHORIZATION, answer);
            }
            Ok(())
        })
    }

    fn challenged<'a>(
        &'a self,
        challenge: Challenge<'a>,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let host = self.host(&authorization);
            // Another call may have stored a newer one.
            host.challenge()
                .take_if(|last| answers(challenge.sent, last.nonce()));
            let Some(fresh) = preferred(challenge.headers) else {
                return false;
            };
            let first = take::<Option<First>>(&authorization.attempt.hold).flatten();
            let own = Own {
                challenge: fresh,
                first,
            };
            keep(&authorization.attempt.hold, own);
            true
        })
    }
}

/// Stores state until the attempt ends.
fn keep(hold: &Hold, state: impl Send + 'static) {
    hold.held().state = Some(Box::new(state));
}

/// Removes and returns the state of type `T`, if any.
fn take<T: 'static>(hold: &Hold) -> Option<T> {
    let mut kept = hold.held();
    match kept.state.take()?.downcast() {
        Ok(state) => Some(*state),
        Err(other) => {
            kept.state = Some(other);
            None
        }
    }
}

/// Whether the sent header used the challenge with this nonce.
fn answers(sent: Option<&HeaderValue>, nonce: &str) -> bool {
    let header = sent.and_then(|it| it.to_str().ok());
    let parsed = header.and_then(|it| http_auth::parse_challenges(it).ok());
    let mut params = parsed.into_iter().flatten().flat_map(|it| it.params);
    params.any(|(name, value)| name == "nonce" && value.to_unescaped() == nonce)
}

/// The first supported challenge: servers list challenges in order of preference (RFC 7616, 3.7).
fn preferred(headers: &HeaderMap) -> Option<DigestClient> {
    let headers = headers.get_all(WWW_AUTHENTICATE).iter();
    let texts = headers.filter_map(|it| it.to_str().ok());
    let challenges = texts.filter_map(|it| http_auth::parse_challenges(it).ok());
    challenges
        .flatten()
        .filter_map(|it| DigestClient::try_from(&it).ok())
        .find(|challenge| challenge.qop() & Qop::Auth)
}

impl fmt::Debug for DigestCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DigestCredentials")
            .field("username", &self.username)
            .field("password", &self.password)
            .finish_non_exhaustive()
    }
}
