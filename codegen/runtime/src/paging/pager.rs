//! Requests one page after another.

use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use http::HeaderMap;
use serde_json::Value;

use super::table::{Paging, Seen, Sent};
use super::token::PageToken;
use crate::call::core::Call;
use crate::call::limit::limit;
use crate::call::paged;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::transport::{TransportError, TransportErrorKind};
use crate::wire::Encode;

/// The pages of a call, whatever their items are.
pub(crate) struct Pager {
    pub(super) call: Box<Call>,
    pub(super) paging: &'static Paging,
    /// The place of the next page, unless it is the first page of the call.
    place: Option<Value>,
    /// The number of items before the next page, if it is known.
    before: Option<u64>,
    /// Other origins that a request may go to.
    pub(super) allowed: Vec<String>,
    deadline: Option<Instant>,
    state: State,
    cycle: Cycle,
}

enum State {
    /// The next page has not been requested.
    Idle,
    Requested(Sent),
    /// The pages end with an error.
    Failed(Error),
    Ended,
}

/// Metadata of a page that was received.
#[derive(Default)]
pub(crate) struct Received {
    pub(super) next: Option<PageToken>,
    pub(super) total: Option<u64>,
}

impl Pager {
    pub(crate) fn new(call: Box<Call>, paging: &'static Paging) -> Self {
        Self {
            before: paging.next.before(&call),
            call,
            paging,
            place: None,
            allowed: Vec::new(),
            deadline: None,
            state: State::Idle,
            cycle: Cycle::default(),
        }
    }

    pub(super) fn operation(&self) -> &'static str {
        paged::id(&self.call)
    }

    pub(super) fn resume(&mut self, token: &PageToken) {
        let operation = self.operation();
        self.state = if token.operation == operation {
            State::Idle
        } else {
            let reason = format!("the token is one of `{}`", token.operation);
            State::Failed(Error::invalid(operation, reason))
        };
        self.place = Some(token.place.clone());
        self.before = token.before;
        self.cycle = Cycle::default();
    }

    pub(crate) fn set_deadline(&mut self, time: Duration) {
        self.deadline = paged::clock(&self.call).now().checked_add(time);
    }

    /// Whether there is no other page.
    pub(super) fn is_ended(&self) -> bool {
        matches!(self.state, State::Ended)
    }

    /// The response of the next page, or `None` after the last one. After an error of a request, the next poll sends the
    /// same request again.
    pub(crate) fn poll_reply(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Box<Reply>, Error>>> {
        if let State::Idle = self.state {
            self.state = match self.request() {
                Ok(sent) => State::Requested(sent),
                Err(Refused::Now(error)) => return Poll::Ready(Some(Err(error))),
                Err(Refused::Always(error)) => State::Failed(error),
            };
        }
        if let State::Requested(sent) = &mut self.state {
            let reply = ready!(sent.as_mut().poll(cx));
            self.state = State::Idle;
            return Poll::Ready(Some(reply));
        }
        match std::mem::replace(&mut self.state, State::Ended) {
            State::Failed(error) => Poll::Ready(Some(Err(error))),
            _ => Poll::Ready(None),
        }
    }

    fn request(&self) -> Result<Sent, Refused> {
        let mut call = self.call.clone();
        if let Some(deadline) = self.deadline {
            let left = deadline.saturating_duration_since(paged::clock(&call).now());
            if left.is_zero() {
                let timeout = TransportError::new(TransportErrorKind::Timeout);
                return Err(Refused::Now(Error::transport(self.operation(), timeout)));
            }
            limit(&mut call, left);
        }
        match &self.place {
            None => Ok(Box::pin(async move { call.send().await })),
            Some(place) => {
                let sent = self.paging.next.send(call, place, &self.allowed);
                sent.map_err(|reason| Refused::Always(Error::invalid(self.operation(), reason)))
            }
        }
    }

    /// Continues after the page with this response. If the next page cannot be requested, an error follows.
    pub(crate) fn advance(&mut self, reply: &Reply, body: &dyn Encode) -> Received {
        let seen = Seen {
            paging: self.paging,
            call: &self.call,
            place: self.place.as_ref(),
            before: self.before,
            body,
        };
        let total = seen.total();
        let next = match self.cycle.after(&seen, &reply.headers) {
            Ok(Some(place)) => Some(PageToken {
                operation: paged::id(seen.call).into(),
                place,
                before: seen.so_far(),
            }),
            Ok(None) => {
                self.state = State::Ended;
                None
            }
            Err(reason) => {
                self.state = State::Failed(Error::invalid(paged::id(seen.call), reason));
                None
            }
        };
        if let Some(next) = &next {
            self.place = Some(next.place.clone());
            self.before = next.before;
        }
        Received { next, total }
    }
}

/// Why there is no request.
enum Refused {
    /// Another time there may be one.
    Now(Error),
    Always(Error),
}

/// Finds places that repeat, however long the cycle is, with one place to compare (Brent's algorithm).
#[derive(Default)]
struct Cycle {
    checkpoint: Option<Value>,
    steps: u64,
    limit: u64,
}

impl Cycle {
    /// The place of the page after `page`.
    fn after(&mut self, page: &Seen<'_>, headers: &HeaderMap) -> Result<Option<Value>, String> {
        let next = page.paging.next.after(page, headers)?;
        let repeats = next.as_ref().is_some_and(|next| {
            let is_same = page.place == Some(next);
            is_same || self.repeats(next)
        });
        if repeats {
            return Err(
                "the pages repeat: a page refers to itself or to an earlier one".to_owned(),
            );
        }
        Ok(next)
    }

    fn repeats(&mut self, place: &Value) -> bool {
        if self.checkpoint.as_ref() == Some(place) {
            return true;
        }
        self.steps += 1;
        if self.steps >= self.limit {
            self.steps = 0;
            self.limit = self.limit.saturating_mul(2).max(1);
            self.checkpoint = Some(place.clone());
        }
        false
    }
}
