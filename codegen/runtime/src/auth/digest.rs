//! User and password that are never sent themselves (RFC 7616).

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

/// How long a call waits for the first one at most, before it asks for a challenge itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// Any error of credentials.
type BoxError = Box<dyn StdError + Send + Sync>;

/// A user, such as the public key of an API key, and a password, such as its private key, for HTTP
/// Digest with MD5, SHA-256 or SHA-512/256.
///
/// The first request is refused with a challenge and sent again with the answer to it, while others
/// wait for a while. The challenge then serves all further requests of all clones, which count themselves,
/// until the server gives another one. A request that is refused answers the challenge of its own response, so
/// servers whose nonces are good for one request work as well, with two requests for each call.
///
/// Integrity protection (`auth-int`) is not supported: a challenge that offers nothing else is ignored.
///
/// A body that is a stream can be sent only once, so a request with one is preceded by a `HEAD` of the
/// same URL, which is challenged in its place.
#[derive(Clone)]
pub struct DigestCredentials {
    username: String,
    password: Secret,
    hosts: Arc<Mutex<BTreeMap<String, Arc<Host>>>>,
}

/// What is known about a host.
#[derive(Default)]
struct Host {
    /// The last challenge that was answered, with the number of requests that have done so.
    challenge: Mutex<Option<DigestClient>>,
    /// Held by the first request.
    first: Arc<tokio::sync::Mutex<()>>,
    /// Whether the first request is over.
    is_met: AtomicBool,
}

/// What an attempt that was challenged keeps until it has answered.
struct Own {
    challenge: DigestClient,
    first: Option<First>,
}

/// Lets the others go when the first request is over.
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
    /// Waits for the first request, for no more than a part of the time that there is. Returns a guard to the request
    /// that becomes the first.
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
        // A challenge is whole whenever the lock is free, even after a panic.
        self.challenge
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl DigestCredentials {
    /// Credentials from a user and a password.
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

    /// Has the server challenge a request that does no harm in whatever state it arrives (RFC 9110, 9.2.1).
    async fn ask(
        request: &reqwest::Request,
        authorization: &Authorization<'_>,
    ) -> Option<DigestClient> {
        let mut question = reqwest::Request::new(Method::HEAD, request.url().clone());
        *question.headers_mut() = authorization.headers.clone();
        // Without a response there is none to the request either, whose error says more.
        let response = authorization.send(question).await.ok()?;
        preferred(response.headers())
    }

    /// The answer to a challenge.
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

    /// The answer to the last challenge of the host, if there is one. A challenge that cannot be answered is forgotten.
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
                // Not before: the nonce may be good for one request only.
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
            // Another call may have stored a newer one in the meantime.
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

/// Keeps state until the attempt ends.
fn keep(hold: &Hold, state: impl Send + 'static) {
    hold.held().state = Some(Box::new(state));
}

/// The state of type `T`, if there is one.
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

/// Whether the request that was sent has answered the challenge of `nonce`.
fn answers(sent: Option<&HeaderValue>, nonce: &str) -> bool {
    let header = sent.and_then(|it| it.to_str().ok());
    let parsed = header.and_then(|it| http_auth::parse_challenges(it).ok());
    let mut params = parsed.into_iter().flatten().flat_map(|it| it.params);
    params.any(|(name, value)| name == "nonce" && value.to_unescaped() == nonce)
}

/// The first challenge that can be answered: servers name the one that they prefer first
/// (RFC 7616, 3.7).
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
