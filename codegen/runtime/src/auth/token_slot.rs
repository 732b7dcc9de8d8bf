//! A cached access token. Concurrent calls share one refresh.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::hold::Hold;
use super::token::{AccessToken, TokenCache};
use super::token_error::TokenError;
use super::token_request::TokenRequest;
use crate::client::clock::Clock;
use crate::net::deadline::within;

/// A token is refreshed when about a tenth of its lifetime is left, at most this much before it expires.
const MARGIN: Duration = Duration::from_secs(300);
/// The delay before another refresh of a valid token, after a refresh failed.
const REFRESH_BACKOFF: Duration = Duration::from_secs(30);
/// The number of requests that concurrent calls share before they fail.
const ATTEMPTS: u32 = 4;
/// The initial backoff if the token endpoint does not send `Retry-After`. It doubles.
const BACKOFF: Duration = Duration::from_secs(1);
/// The maximum delay, even if the token endpoint asks for more.
const MAX_PAUSE: Duration = Duration::from_secs(3600);

/// A cached token.
///
/// Times are those of the wall clock, since the monotonic clock stops while a machine sleeps.
#[derive(Default)]
pub(super) struct TokenSlot {
    held: Mutex<Held>,
    /// Locked by the call that fetches a token.
    refresh: tokio::sync::Mutex<Refresh>,
    /// The number of refreshes that failed.
    failures: AtomicU64,
    waiters: Mutex<Waiters>,
}

/// The calls that wait for the token.
#[derive(Default)]
struct Waiters {
    calls: usize,
    /// The number of failed requests that they share.
    attempts: u32,
}

/// A call that waits for the token.
struct Waiting<'a>(&'a TokenSlot);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut waiters = self.0.waiters();
        waiters.calls -= 1;
        if waiters.calls == 0 {
            waiters.attempts = 0;
        }
    }
}

#[derive(Default)]
struct Held {
    token: Option<AccessToken>,
    renew_at: Option<SystemTime>,
    /// The number of tokens so far.
    count: u64,
    /// The last token that a server rejected.
    rejected: Option<AccessToken>,
}

/// The last refresh, if it failed.
#[derive(Default)]
struct Refresh {
    error: Option<TokenError>,
    pause: Option<Pause>,
}

/// The time before which the token endpoint must not be called, and its error.
#[derive(Clone)]
struct Pause {
    until: Instant,
    error: TokenError,
}

enum Age {
    Fresh(AccessToken),
    /// Valid, but due for a refresh.
    Old(AccessToken),
    /// Expired, or never fetched.
    Expired,
}

/// The request for a token, and the cache that stores it.
pub(super) struct Fetch<'a> {
    pub(super) request: TokenRequest<'a>,
    pub(super) cache: Option<&'a dyn TokenCache>,
}

impl Fetch<'_> {
    fn clock(&self) -> &dyn Clock {
        self.request.authorization.attempt.clock
    }

    /// Waits for the end of a pause, unless the deadline of the call is earlier.
    async fn wait_out(&self, pause: Pause) -> Result<(), TokenError> {
        let deadline = self.request.authorization.attempt.deadline;
        if deadline.is_some_and(|deadline| pause.until >= deadline) {
            return Err(pause.error);
        }
        let now = self.clock().now();
        let wait = pause.until.saturating_duration_since(now);
        extend(&self.request.authorization.attempt.hold, wait);
        self.clock().sleep(wait).await;
        Ok(())
    }
}

/// Extends the time limit of the attempt by a pause that a server requested.
fn extend(hold: &Hold, pause: Duration) {
    let mut kept = hold.held();
    kept.pauses = kept.pauses.saturating_add(pause);
}

impl Refresh {
    /// The pause, unless it is over at `now`.
    fn pause_at(&self, now: Instant) -> Option<Pause> {
        self.pause.clone().filter(|pause| now < pause.until)
    }

    /// Sets the pause after an error.
    fn note(&mut self, error: &TokenError, attempts: u32, clock: &dyn Clock) {
        let backoff = BACKOFF * 2_u32.pow(attempts);
        let spread = || backoff + backoff.mul_f64(clock.jitter());
        let wait = error.retry_after().unwrap_or_else(spread).min(MAX_PAUSE);
        let error = error.clone();
        self.pause = error.is_temporary().then(|| Pause {
            until: clock.now() + wait,
            error,
        });
    }
}

impl TokenSlot {
    /// Returns the token from memory or from the cache, or fetches one.
    pub(super) async fn token(&self, mut fetch: Fetch<'_>) -> Result<AccessToken, TokenError> {
        match self.age(fetch.clock()) {
            Age::Fresh(token) => Ok(token),
            Age::Old(token) => {
                fetch.request.is_early = true;
                Ok(self.renew(&fetch).await.unwrap_or(token))
            }
            Age::Expired => self.obtain(&fetch).await,
        }
    }

    /// Drops `token` after a server rejected it.
    pub(super) fn reject(&self, token: &str) {
        let mut held = self.held();
        if is(held.token.as_ref(), token) {
            held.rejected = held.token.take();
        }
    }

    /// Revokes the token in memory and in the cache.
    pub(super) async fn revoke(&self, fetch: &Fetch<'_>, url: &str) -> Result<(), TokenError> {
        let _refresh = self.refresh.lock().await;
        let held = self.held().token.take();
        let Some(cache) = fetch.cache else {
            return revoke_if_good(fetch, url, held).await;
        };
        let key = fetch.request.key;
        let _guard = cache.lock(key).await.map_err(TokenError::cache)?;
        let kept = cache.load(key).await.map_err(TokenError::cache)?;
        let stored = cache.store(key, None).await;
        stored.map_err(TokenError::cache)?;
        let other = held.filter(|held| !is(kept.as_ref(), held.secret().expose()));
        revoke_if_good(fetch, url, kept).await?;
        revoke_if_good(fetch, url, other).await
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        // No code panics while it holds the lock, and every intermediate state is valid.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn waiters(&self) -> MutexGuard<'_, Waiters> {
        self.waiters.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Registers a waiting call.
    fn wait(&self) -> Waiting<'_> {
        self.waiters().calls += 1;
        Waiting(self)
    }

    /// Counts a temporary failure for all waiting calls, and returns the number of earlier ones.
    fn count_failure(&self, error: &TokenError) -> u32 {
        let mut waiters = self.waiters();
        let before = waiters.attempts;
        waiters.attempts += u32::from(error.is_temporary());
        before
    }

    /// A token that another call has fetched since `count`. It may expire immediately; waiting calls use it nevertheless.
    fn obtained_since(&self, count: u64) -> Option<AccessToken> {
        let held = self.held();
        held.token.clone().filter(|_| held.count != count)
    }

    fn age(&self, clock: &dyn Clock) -> Age {
        let now = clock.system_time();
        let held = self.held();
        match &held.token {
            Some(token) if has_come(token.expires_at(), now) => Age::Expired,
            Some(token) if has_come(held.renew_at, now) => Age::Old(token.clone()),
            Some(token) => Age::Fresh(token.clone()),
            None => Age::Expired,
        }
    }

    /// Refreshes a valid token, unless another call does so or a pause is in effect.
    async fn renew(&self, fetch: &Fetch<'_>) -> Option<AccessToken> {
        let mut refresh = self.refresh.try_lock().ok()?;
        if refresh.pause_at(fetch.clock().now()).is_some() {
            return None;
        }
        // A slow cache must not delay a call that has a valid token.
        let limit = Some(fetch.request.timeout());
        let fetched = within(fetch.clock(), limit, pin!(self.fetch(fetch))).await;
        if let Err(error) = &fetched {
            refresh.note(error, 0, fetch.clock());
            self.held().renew_at = fetch.clock().system_time().checked_add(REFRESH_BACKOFF);
        }
        fetched.ok()
    }

    /// Fetches a token, or waits for the call that fetches one.
    async fn obtain(&self, fetch: &Fetch<'_>) -> Result<AccessToken, TokenError> {
        let failures = self.failures.load(Ordering::Acquire);
        let count = self.held().count;
        let _waiting = self.wait();
        loop {
            let mut refresh = self.refresh.lock().await;
            // Waiting calls share the result.
            if let Age::Fresh(token) | Age::Old(token) = self.age(fetch.clock()) {
                return Ok(token);
            }
            if let Some(token) = self.obtained_since(count) {
                return Ok(token);
            }
            let failed = self.failures.load(Ordering::Acquire) != failures;
            if let Some(error) = refresh.error.as_ref().filter(|_| failed) {
                return Err(error.clone());
            }
            if let Some(pause) = refresh.pause_at(fetch.clock().now()) {
                // Deadlines differ, so each call waits by itself.
                drop(refresh);
                fetch.wait_out(pause).await?;
                continue;
            }
            let error = match self.fetch(fetch).await {
                Ok(token) => return Ok(token),
                Err(error) => error,
            };
            let attempts = self.count_failure(&error);
            refresh.note(&error, attempts, fetch.clock());
            if attempts + 1 >= ATTEMPTS || !error.is_temporary() {
                self.fail(&mut refresh, &error);
                return Err(error);
            }
        }
    }

    fn fail(&self, refresh: &mut Refresh, error: &TokenError) {
        // The next call may have more time.
        if !error.is_timeout() {
            refresh.error = Some(error.clone());
            self.waiters().attempts = 0;
            self.failures.fetch_add(1, Ordering::Release);
        }
    }

    async fn fetch(&self, fetch: &Fetch<'_>) -> Result<AccessToken, TokenError> {
        let (request, clock) = (&fetch.request, fetch.clock());
        let Some(cache) = fetch.cache else {
            let token = request.token().await?;
            return Ok(self.keep(token, clock));
        };
        let _guard = cache.lock(request.key).await.map_err(TokenError::cache)?;
        let kept = cache.load(request.key).await;
        let kept = kept.map_err(TokenError::cache)?;
        if let Some(token) = kept.filter(|token| self.is_replacement(token, clock)) {
            return Ok(self.keep(token, clock));
        }
        let token = request.token().await?;
        let token = self.keep(token, clock);
        let stored = cache.store(request.key, Some(&token)).await;
        stored.map_err(TokenError::cache)?;
        Ok(token)
    }

    /// Whether a token of the cache is valid, and neither the current nor a rejected one.
    fn is_replacement(&self, token: &AccessToken, clock: &dyn Clock) -> bool {
        let text = token.secret().expose();
        let held = self.held();
        token.is_usable()
            && !has_come(token.expires_at(), clock.system_time())
            && !is(held.token.as_ref(), text)
            && !is(held.rejected.as_ref(), text)
    }

    fn keep(&self, token: AccessToken, clock: &dyn Clock) -> AccessToken {
        let now = clock.system_time();
        let mut held = self.held();
        held.renew_at = token.expires_at().and_then(|expires_at| {
            let life = expires_at.duration_since(now).unwrap_or_default();
            let margin = (life / 10).min(MARGIN);
            // Spreads the refreshes of processes that started together.
            expires_at.checked_sub(margin.mul_f64(f64::midpoint(1.0, clock.jitter())))
        });
        held.token = Some(token.clone());
        held.count += 1;
        token
    }
}

fn is(token: Option<&AccessToken>, text: &str) -> bool {
    token.is_some_and(|token| token.secret().expose() == text)
}

fn has_come(moment: Option<SystemTime>, now: SystemTime) -> bool {
    moment.is_some_and(|moment| moment <= now)
}

async fn revoke_if_good(
    fetch: &Fetch<'_>,
    url: &str,
    token: Option<AccessToken>,
) -> Result<(), TokenError> {
    let now = fetch.clock().system_time();
    match token.filter(|token| !has_come(token.expires_at(), now)) {
        Some(token) => fetch.request.revoke(url, &token).await,
        None => Ok(()),
    }
}
