//! Options of one call.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::clock::Clock;
use super::retry::Retry;
use crate::net::percent::encode;
use crate::wire::redacted::REDACTED;

/// Takes responses whose bodies the caller reads.
pub(crate) trait Sink: Send + Sync {
    /// Takes the response of a success. A chunk of its body may take as long as `timeout`.
    fn take(&self, response: reqwest::Response, timeout: Option<Duration>);
}

/// A header, and the function that creates its value.
pub(crate) type IdempotencyKey = (HeaderName, fn(&dyn Clock) -> Option<HeaderValue>);

/// Options of one call, which override those of the client.
#[derive(Clone, Default)]
pub(crate) struct Options {
    /// The timeout of each attempt, credentials included.
    pub(crate) timeout: Option<Duration>,
    pub(crate) retry: Option<Retry>,
    pub(crate) headers: HeaderMap,
    /// Names and values that are added to the query, not encoded.
    pub(crate) query: Vec<(String, String)>,
    /// The header of an idempotency key, and the function that creates a key.
    pub(crate) idempotency_key: Option<IdempotencyKey>,
    /// Which redirects are successes; none, unless the document describes some.
    pub(crate) redirects: Option<fn(u16) -> bool>,
    /// Takes the response if the caller reads the body.
    pub(crate) sink: Option<Arc<dyn Sink>>,
}

impl Options {
    /// Adds a parameter to the query.
    pub(crate) fn add_query(&mut self, name: &str, value: &dyn fmt::Display) {
        self.query.push((name.to_owned(), value.to_string()));
    }

    /// The encoded query with `others`, which are encoded, in front.
    pub(crate) fn query(&self, others: &[&str]) -> Option<String> {
        let others = others.iter().map(|it| (*it).to_owned());
        let own = self.query.iter();
        let own = own.map(|(name, value)| [&*encode(name), "=", &*encode(value)].concat());
        let parts: Vec<_> = others.chain(own).filter(|it| !it.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join("&"))
    }

    /// Redacts the values of the query.
    pub(crate) fn hide_query(&mut self) {
        for (_, value) in &mut self.query {
            REDACTED.clone_into(value);
        }
    }

    /// The header that identifies all attempts of a request, if it has one: that of the caller or a random one.
    pub(super) fn key(
        &self,
        request: &reqwest::Request,
        clock: &dyn Clock,
    ) -> Option<(HeaderName, HeaderValue)> {
        let (header, new) = self.idempotency_key.as_ref()?;
        let own = request.headers().get(header).cloned();
        Some((header.clone(), own.or_else(|| new(clock))?))
    }
}
