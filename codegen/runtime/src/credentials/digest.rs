//! User and password that are never sent themselves (RFC 7616).

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, Method};
use http_auth::{DigestClient, PasswordParams};
use tokio::sync::OwnedMutexGuard;

use super::secret::sensitive;
use super::token_url::origin;
use super::{Authorization, Challenge, Credentials, Secret};
use crate::document::{SecurityKind, SecurityScheme};
use crate::transport::BoxFuture;

/// A user, such as the public key of an API key, and a password, such as its private key, for HTTP
/// Digest with MD5, SHA-256 or SHA-512/256.
///
/// The first request is refused with a challenge and sent again with the answer to it, while others
/// wait. The challenge then serves all further requests of all clones, which count themselves,
/// until the server gives another one.
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
    /// The last challenge, with the number of requests that have answered it.
    challenge: Mutex<Option<DigestClient>>,
    /// Held by the first request.
    first: Arc<tokio::sync::Mutex<()>>,
    /// Whether the first request is over.
    is_met: AtomicBool,
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
    /// Waits for the first request; gives a guard to the one who is to send it.
    async fn meet(self: &Arc<Self>) -> Option<First> {
        let is_met = || self.is_met.load(Ordering::Acquire);
        if is_met() {
            return None;
        }
        let turn = Arc::clone(&self.first).lock_owned().await;
        let host = Arc::clone(self);
        (!is_met()).then_some(First { host, _turn: turn })
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
    async fn ask(host: &Host, request: &reqwest::Request, authorization: &Authorization<'_>) {
        let mut question = reqwest::Request::new(Method::HEAD, request.url().clone());
        *question.headers_mut() = authorization.headers.clone();
        // Without a response there is none to the request either, whose error says more.
        let response = authorization.send(question).await.ok();
        if let Some(challenge) = response.and_then(|it| preferred(it.headers())) {
            *host.challenge() = Some(challenge);
        }
    }

    /// The answer to the last challenge of the host; nothing when there was none.
    fn answer(
        &self,
        host: &Host,
        request: &reqwest::Request,
    ) -> Result<Option<HeaderValue>, Box<dyn StdError + Send + Sync>> {
        let mut challenge = host.challenge();
        let Some(challenge) = &mut *challenge else {
            return Ok(None);
        };
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
            // `auth-int` is not used where there is `auth`, as few servers know how.
            body: None,
        })?;
        Ok(Some(sensitive(&answer)?))
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
            if is_stream {
                Self::ask(&host, request, &authorization).await;
            } else if let Some(first) = host.meet().await {
                authorization.hold.keep(first);
                return Ok(());
            }
            if let Some(answer) = self.answer(&host, request)? {
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
            let Some(fresh) = preferred(challenge.headers) else {
                return false;
            };
            let host = self.host(&authorization);
            let mut last = host.challenge();
            // Another call may have been given a challenge in the meantime: that one will do, as
            // each new one would cost its own round trip.
            let is_newer = last
                .as_ref()
                .is_some_and(|it| !answers(challenge.sent, it.nonce()));
            if !is_newer {
                *last = Some(fresh);
            }
            drop(last);
            authorization.hold.release();
            true
        })
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
        .find_map(|it| DigestClient::try_from(&it).ok())
}

impl fmt::Debug for DigestCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DigestCredentials")
            .field("username", &self.username)
            .field("password", &self.password)
            .finish_non_exhaustive()
    }
}
