//! One token in memory: who needs it waits for the one who buys it.

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

/// A token is renewed when about a tenth of its life is left, and at most this much.
const MARGIN: Duration = Duration::from_secs(300);
/// How long a token that is still good is left alone when it could not be renewed.
const PUT_OFF: Duration = Duration::from_secs(30);
/// How often the calls that wait for a token ask for it together before they fail.
const ATTEMPTS: u32 = 4;
/// The wait before the second attempt when the token endpoint does not name one. It doubles.
const BACKOFF: Duration = Duration::from_secs(1);
/// A token endpoint that wants to be left alone for longer than this is asked nevertheless.
const MAX_PAUSE: Duration = Duration::from_secs(3600);

/// The place of one token.
///
/// Times are those of the wall clock, as a machine that sleeps stops the other one.
#[derive(Default)]
pub(super) struct TokenSlot {
    held: Mutex<Held>,
    /// Held by the one who buys a token.
    purchase: tokio::sync::Mutex<Purchase>,
    /// How many purchases have failed.
    failures: AtomicU64,
    episode: Mutex<Episode>,
}

/// The calls that wait for a token at the same time.
#[derive(Default)]
struct Episode {
    calls: usize,
    /// How often they have asked for it together, without success.
    attempts: u32,
}

/// One call of an episode.
struct Waiting<'a>(&'a TokenSlot);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut episode = self.0.episode();
        episode.calls -= 1;
        if episode.calls == 0 {
            episode.attempts = 0;
        }
    }
}

#[derive(Default)]
struct Held {
    token: Option<AccessToken>,
    renew_at: Option<SystemTime>,
    /// How many tokens there have been.
    count: u64,
    /// The last token that a server did not accept.
    rejected: Option<AccessToken>,
}

/// What came of the last purchase, when it failed.
#[derive(Default)]
struct Purchase {
    error: Option<TokenError>,
    pause: Option<Pause>,
}

/// Until when a token endpoint is to be left alone, and what it said.
#[derive(Clone)]
struct Pause {
    until: Instant,
    error: TokenError,
}

enum Age {
    Fresh(AccessToken),
    /// Still good, and to be renewed.
    Old(AccessToken),
    /// Gone, or never there.
    Expired,
}

/// What is bought, and who else keeps it.
pub(super) struct Order<'a> {
    pub(super) request: TokenRequest<'a>,
    pub(super) cache: Option<&'a dyn TokenCache>,
}

impl Order<'_> {
    fn clock(&self) -> &dyn Clock {
        self.request.authorization.attempt.clock
    }

    /// Waits, if the call has the time.
    async fn sit_out(&self, pause: Pause) -> Result<(), TokenError> {
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

/// Grants the attempt more time, for a pause that a server has asked for.
fn extend(hold: &Hold, pause: Duration) {
    let mut kept = hold.held();
    kept.pauses = kept.pauses.saturating_add(pause);
}

impl Purchase {
    /// The pause that lasts at `now`.
    fn pause_at(&self, now: Instant) -> Option<Pause> {
        self.pause.clone().filter(|pause| now < pause.until)
    }

    /// Takes note of when the token endpoint may be asked again.
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
    /// The token: from memory, else from the cache, else bought.
    pub(super) async fn token(&self, mut order: Order<'_>) -> Result<AccessToken, TokenError> {
        match self.age(order.clock()) {
            Age::Fresh(token) => Ok(token),
            Age::Old(token) => {
                order.request.is_early = true;
                Ok(self.renew(&order).await.unwrap_or(token))
            }
            Age::Expired => self.obtain(&order).await,
        }
    }

    /// Takes note that a server does not accept `token`.
    pub(super) fn reject(&self, token: &str) {
        let mut held = self.held();
        if is(held.token.as_ref(), token) {
            held.rejected = held.token.take();
        }
    }

    /// Gives the token back, wherever it is kept.
    pub(super) async fn revoke(&self, order: &Order<'_>, url: &str) -> Result<(), TokenError> {
        let _purchase = self.purchase.lock().await;
        let held = self.held().token.take();
        let Some(cache) = order.cache else {
            return revoke_if_good(order, url, held).await;
        };
        let key = order.request.key;
        let _guard = cache.lock(key).await.map_err(TokenError::cache)?;
        let kept = cache.load(key).await.map_err(TokenError::cache)?;
        let stored = cache.store(key, None).await;
        stored.map_err(TokenError::cache)?;
        let other = held.filter(|held| !is(kept.as_ref(), held.secret().expose()));
        revoke_if_good(order, url, kept).await?;
        revoke_if_good(order, url, other).await
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        // Nothing panics while it holds the lock, and no state in between is a wrong one.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn episode(&self) -> MutexGuard<'_, Episode> {
        self.episode.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Joins the calls that wait.
    fn wait(&self) -> Waiting<'_> {
        self.episode().calls += 1;
        Waiting(self)
    }

    /// Counts a failure that may pass for all calls that wait, and returns the number of those before it.
    fn count_failure(&self, error: &TokenError) -> u32 {
        let mut episode = self.episode();
        let before = episode.attempts;
        episode.attempts += u32::from(error.is_temporary());
        before
    }

    /// A token that others have obtained since there were `count`. Its life may be over at once, which is still good
    /// for those who have waited for it.
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

    /// Buys the next token while this one will do, unless somebody else is at it or the token
    /// endpoint is to be left alone.
    async fn renew(&self, order: &Order<'_>) -> Option<AccessToken> {
        let mut purchase = self.purchase.try_lock().ok()?;
        if purchase.pause_at(order.clock().now()).is_some() {
            return None;
        }
        // The lock of a cache and the cache itself may take longer than a call has that needs neither.
        let limit = Some(order.request.timeout());
        let bought = within(order.clock(), limit, pin!(self.buy(order))).await;
        if let Err(error) = &bought {
            purchase.note(error, 0, order.clock());
            self.held().renew_at = order.clock().system_time().checked_add(PUT_OFF);
        }
        bought.ok()
    }

    /// Buys a token, or waits for the one who does.
    async fn obtain(&self, order: &Order<'_>) -> Result<AccessToken, TokenError> {
        let failures = self.failures.load(Ordering::Acquire);
        let count = self.held().count;
        let _waiting = self.wait();
        loop {
            let mut purchase = self.purchase.lock().await;
            // Those who have waited share what came of it.
            if let Age::Fresh(token) | Age::Old(token) = self.age(order.clock()) {
                return Ok(token);
            }
            if let Some(token) = self.obtained_since(count) {
                return Ok(token);
            }
            let failed = self.failures.load(Ordering::Acquire) != failures;
            if let Some(error) = purchase.error.as_ref().filter(|_| failed) {
                return Err(error.clone());
            }
            if let Some(pause) = purchase.pause_at(order.clock().now()) {
                // The others may have less time, so that each waits for itself.
                drop(purchase);
                order.sit_out(pause).await?;
                continue;
            }
            let error = match self.buy(order).await {
                Ok(token) => return Ok(token),
                Err(error) => error,
            };
            let attempts = self.count_failure(&error);
            purchase.note(&error, attempts, order.clock());
            if attempts + 1 >= ATTEMPTS || !error.is_temporary() {
                self.fail(&mut purchase, &error);
                return Err(error);
            }
        }
    }

    fn fail(&self, purchase: &mut Purchase, error: &TokenError) {
        // After a timeout the next one may have more time.
        if !error.is_timeout() {
            purchase.error = Some(error.clone());
            self.episode().attempts = 0;
            self.failures.fetch_add(1, Ordering::Release);
        }
    }

    async fn buy(&self, order: &Order<'_>) -> Result<AccessToken, TokenError> {
        let (request, clock) = (&order.request, order.clock());
        let Some(cache) = order.cache else {
            let token = request.token().await?;
            return Ok(self.keep(token, clock));
        };
        let _guard = cache.lock(request.key).await.map_err(TokenError::cache)?;
        let kept = cache.load(request.key).await;
        let kept = kept.map_err(TokenError::cache)?;
        if let Some(token) = kept.filter(|token| self.is_news(token, clock)) {
            return Ok(self.keep(token, clock));
        }
        let token = request.token().await?;
        let token = self.keep(token, clock);
        let stored = cache.store(request.key, Some(&token)).await;
        stored.map_err(TokenError::cache)?;
        Ok(token)
    }

    /// Whether a token of the cache is good, and neither the one to replace nor a rejected one.
    fn is_news(&self, token: &AccessToken, clock: &dyn Clock) -> bool {
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
            // Not all at once, where many processes have started together.
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
    order: &Order<'_>,
    url: &str,
    token: Option<AccessToken>,
) -> Result<(), TokenError> {
    let now = order.clock().system_time();
    match token.filter(|token| !has_come(token.expires_at(), now)) {
        Some(token) => order.request.revoke(url, &token).await,
        None => Ok(()),
    }
}
